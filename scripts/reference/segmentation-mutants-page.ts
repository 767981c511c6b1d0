import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository';
import { markdownPage, markdownTable } from './markdown';

/** What became of the mutants of the policies of the nation, as `npm run segmentation` wrote it. */
interface MutantResults {
  readonly clusters: number;
  /** How many mutants there are, of which the rows count those that were tried. */
  readonly mutants: number;
  readonly rows: readonly (Readonly<Record<Count, number>> & { readonly change: string; readonly object: string })[];
  /** Digest of the assembly whose objects were changed. */
  readonly assembly: string;
  readonly reproofs: {
    readonly touched: { readonly median: number; readonly largest: number };
    readonly milliseconds: { readonly median: number; readonly of95Percent: number; readonly largest: number };
  };
}

type Count = 'made' | 'caught' | 'neutral' | 'missed' | 'falseAlarms';

/** What became of single edits of the policies and namespaces of the nation. */
export function segmentationMutantsPage(): string {
  const text = readFileSync(join(root, 'bench/segmentation/mutants.json'), 'utf8');
  const { clusters, mutants, rows, reproofs, assembly } = JSON.parse(text) as MutantResults;
  const sum = (count: Count): number => rows.reduce((all, one) => all + one[count], 0);
  const cells = (of: (count: Count) => number): readonly string[] =>
    [of('made'), of('caught') + of('missed'), of('caught'), of('neutral'), of('missed'), of('falseAlarms')].map(String);
  const { median, of95Percent, largest } = reproofs.milliseconds;
  return markdownPage('Mutants of the segmentation', [
    `The policies and the labels of namespaces in all ${clusters} clusters of the nation are changed in one place of one object at a time, in the assembly ${assembly}. There are ${mutants} such mutants; ${sum('made')} were tried, spread evenly over kinds of change, kinds of object and clusters. An evaluator that shares no code with the engine looks for a flow that the mutant changes: one flow at a time, before and after, between pods without labels and with those that selectors ask for, addresses at the bounds of blocks and beside them, and host names, at every port that policies write and its neighbors. The engine reads the object again and proves the touched ends anew against what is declared. A mutant that changes a flow must be caught with a witness; one that changes none must not be flagged.`,
    markdownTable(
      ['Change', 'Object', 'Made', 'Change a flow', 'Caught', 'Neutral', 'Missed', 'False alarms'],
      [['all', '', ...cells(sum)], ...rows.map((row) => [row.change, row.object, ...cells((count) => row[count])])],
    ),
    '## Time of one proof',
    `Only the ends are solved again that a changed policy governs, or one that names a changed namespace: ${reproofs.touched.median} in the middle, ${reproofs.touched.largest} at most. Median ${median} ms, 95 % within ${of95Percent} ms, largest ${largest} ms until the first difference is found or there is none, on the machine that wrote this.`,
    '## What is not told apart',
    'Nodes have known blocks, but no file says which node has which address or runs an API server: entities that are exchanged among those of nodes are neutral here, and a path to one is `depends` before and after. What layer 7 says of names is not read. In clusters with more than 60 namespaces, the evaluator tries some of those that the policy names, of those with declared paths, and of each sort of all others, up to 30 each, which is every namespace of the platform; the choice is the same each time.',
    '`npm run segmentation` tries 10,000, which takes about half an hour; the tests try fewer.',
  ]);
}

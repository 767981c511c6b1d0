import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { valueOf } from '../../../model/problem';
import { readAssembly } from '../../../resources/read/read-assembly';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { mutantResults, wrongFates, type MutantResults } from '../../resources/reachability/mutants/mutant-results';
import { tryAssembly, type TriedAssembly } from '../../resources/reachability/mutants/try-nation';
import { writtenAssembly } from '../../support/written/written-assembly';

/** `SEGMENTATION_MUTANTS=10000` tries that many; `npm run segmentation` does, and writes what became of them. */
const WANTED = Number(process.env['SEGMENTATION_MUTANTS'] ?? 400);
const IS_WRITTEN = process.env['SEGMENTATION_MUTANTS'] !== undefined && process.env['UPDATE_GOLDEN'] === '1';

const RESULTS = resolve(__dirname, '../../../bench/segmentation/mutants.json');

describe('the policies of the nation with one object changed in one place', () => {
  let found: TriedAssembly;
  beforeAll(async () => {
    const { folder } = await writtenAssembly('national');
    found = tryAssembly(new AssemblyView(valueOf(readAssembly(folder))), WANTED);
  });

  it('are found to differ from what is declared exactly where brute force finds a flow that changes', () => {
    expect(found.tried).toHaveLength(WANTED);
    expect(wrongFates(found.tried)).toEqual([]);
  });

  it('met the same fates when the page was written; npm run segmentation tries them again', () => {
    if (IS_WRITTEN) writeFileSync(RESULTS, `${JSON.stringify(mutantResults(found), null, 2)}\n`);
    const stored = JSON.parse(readFileSync(RESULTS, 'utf8')) as MutantResults;
    expect(stored.clusters).toBe(found.clusters);
    expect(stored.rows.filter(({ missed, falseAlarms }) => missed + falseAlarms > 0)).toEqual([]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEstate } from '../corpus/estate';
import { plannedName, planOfEstate } from '../corpus/plan';
import { intentIds } from '../intents';
import { checkovOnPlan } from '../tools/checkov';
import { ours, readFound } from '../tools/ours';
import type { Tool } from '../tools/tool';
import { compareWithTruth } from './agreement';
import { probe } from './probe';
import { round } from './statistics';
import { makeTask, SEED } from './workplace';

/** How a tool did on the estate as a plan. */
export interface PlanRow {
  readonly tool: string;
  /** Intents that it has something to say of. */
  readonly intents: number;
  readonly found: number;
  readonly missed: number;
  readonly wronglyFound: number;
  /** What it missed, by kind. */
  readonly missedKinds: Readonly<Record<string, number>>;
  /** Of how many verdicts nobody can tell before the plan is applied, and for how many of them the tool says so. */
  readonly open: { readonly there: number; readonly told: number };
  readonly processorSeconds: number;
  readonly seconds: number;
}

const OBJECTS = 1_000;
const DENSITY = 0.5;

/** Compares those that read plans of the kubernetes provider out of the box on one estate as a plan. */
export async function measurePlan(work: string, tools: readonly Tool[]): Promise<object> {
  const estate = makeEstate({ seed: SEED, objects: OBJECTS, density: DENSITY });
  const { text, open } = planOfEstate(estate);
  const file = join(work, 'plan.json');
  writeFileSync(file, text);
  const rows: PlanRow[] = [];
  const checkov = tools.find(({ id }) => id === 'checkov');
  const own = tools.find(({ id }) => id === 'ndc');
  const idOf = new Map(estate.map(({ id }) => [plannedName(id), id]));
  for (const tool of [
    ...(own === undefined ? [] : [ours('plan', own.version)]),
    ...(checkov === undefined ? [] : [checkovOnPlan(checkov.command(NOTHING).program)]),
  ]) {
    const known = intentIds.filter((id) => tool.knows(id));
    const task = makeTask(work, tool, { corpus: file, intents: known });
    const { seconds, processorSeconds } = await probe(tool.command(task), { output: task.output });
    const said = tool.id === 'ndc' ? readFound(task.output, 'findings') : byId(tool.read(task), idOf);
    const unknown = tool.id === 'ndc' ? readFound(task.output, 'unknown') : new Set<string>();
    const { confusion } = compareWithTruth(tool.id, (id) => tool.knows(id), [{ estate, found: said }]);
    const sum = (key: 'found' | 'missed' | 'wronglyFound'): number =>
      [...confusion.values()].reduce((all, one) => all + one[key], 0);
    const openVerdicts = [...open].flatMap(([id, ids]) => ids.map((intent) => `${intent} ${id}`));
    rows.push({
      tool: tool.id,
      intents: known.length,
      found: sum('found'),
      missed: sum('missed'),
      wronglyFound: sum('wronglyFound'),
      missedKinds: countKinds(
        estate.flatMap(({ id, violates }) =>
          [...violates.keys()]
            .filter((intent) => known.includes(intent) && !said.has(`${intent} ${id}`))
            .map(() => id.slice(0, id.indexOf('/'))),
        ),
      ),
      open: { there: openVerdicts.length, told: openVerdicts.filter((one) => unknown.has(one)).length },
      processorSeconds: round(processorSeconds, 2),
      seconds: round(seconds, 2),
    });
  }
  return { objects: OBJECTS, density: DENSITY, megabytes: round(text.length / 1e6, 1), rows };
}

const NOTHING = { corpus: '', rules: '', intents: [], output: '' };

/** Findings told by the name of the resource, told by the id of the object. */
function byId(found: ReadonlySet<string>, idOf: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(
    [...found].map((one) => {
      const [intent = '', name = ''] = one.split(' ');
      return `${intent} ${idOf.get(name) ?? name}`;
    }),
  );
}

function countKinds(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of kinds.toSorted()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

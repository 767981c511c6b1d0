import { resolve } from 'node:path';
import { problem, ProblemError, valueOf } from '../model/problem';
import { readPlannedObjects } from '../resources/read/plan/planned-objects';
import { evaluateObjects, onObjects } from '../policies/object-rules';
import type { RuleSet } from '../policies/rule-set';
import type { Evaluation, NamedPolicy } from '../policies/evaluation';
import type { ObjectsContext } from '../policies/define-policy';
import { locateFindings } from '../policies/locate-findings';
import { readManifests, type ForeignObjects } from '../resources/read/read-manifests';
import { today, type Io } from './io';

/** Objects that are no assembly of ours, judged by the rules on single objects. */
export interface GatedObjects {
  readonly evaluation: Evaluation;
  /** The rules that were applied. */
  readonly applied: readonly NamedPolicy<ObjectsContext>[];
  /** How many objects were read. */
  readonly objects: number;
  /** Ids of the rules that weren't applied, since they look across all that an environment has. */
  readonly notApplied: readonly string[];
}

/** Where objects to judge come from. */
export interface ObjectSource {
  readonly from: 'manifests' | 'plan';
  readonly path: string;
}

const readers = { manifests: readManifests, plan: readPlannedObjects } as const;

/**
 * Judges a folder of manifests or the JSON of a plan, whoever wrote it.
 * @throws ProblemError when it can't be read at all
 */
export function gateObjects({ from, path }: ObjectSource, rules: RuleSet, io: Io): GatedObjects {
  const read: ForeignObjects = valueOf(readers[from](resolve(io.cwd, path)));
  if (read.resources.length === 0 && read.integrity.length === 0) throw new ProblemError([nothing(path)]);
  const applied = onObjects(rules);
  const evaluation = locateFindings(
    evaluateObjects({ ...read, rules: applied, today: today(io) }),
    read.resources,
    read.places,
  );
  const ids = new Set(applied.policies.map(({ id }) => id));
  const notApplied = rules.policies.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
  return { evaluation, applied: applied.policies, objects: read.resources.length, notApplied };
}

function nothing(path: string) {
  return problem({
    code: 'nothing-to-judge',
    at: [path],
    what: 'there is nothing to judge',
    got: 'no object',
    want: 'at least one object of Kubernetes',
    next: 'name the folder or plan that holds some',
  });
}

import { groupBy } from '../model/group-by';
import type { Resource, Steps } from '../resources/resource';
import type { TextPosition } from '../resources/text-position';
import type { Evaluation, Finding, PolicyResult, SkippedFinding } from './evaluation';

/** Where parts of objects stand in their files. */
export interface ObjectPlaces {
  /** The place of what these steps lead to in an object, or of the nearest parent that is there; undefined when nobody knows. */
  tryFind(resource: Resource, steps: Steps): TextPosition | undefined;
}

/**
 * The same evaluation with the place of every finding: its line and column, if places are known, and the address of its
 * object, if it comes from Terraform. Asks for the places of one file after the other, and of no file without findings.
 */
export function locateFindings(
  evaluation: Evaluation,
  resources: readonly Resource[],
  places?: ObjectPlaces,
): Evaluation {
  const byId = new Map(resources.map((one) => [one.id, one]));
  const found = evaluation.results.flatMap(({ fail, unknown, skip, error }) => [
    ...fail,
    ...unknown,
    ...skip,
    ...error,
  ]);
  const positions = new Map<Finding, TextPosition | undefined>();
  for (const [, ofFile] of groupBy(found, ({ file }) => file ?? '')) {
    for (const one of ofFile) {
      const resource = byId.get(one.subject);
      if (resource !== undefined) positions.set(one, places?.tryFind(resource, one.steps ?? []));
    }
  }
  const located = <F extends Finding | SkippedFinding>(one: F): F => {
    const { engine, address } = byId.get(one.subject)?.artifact ?? {};
    return { ...one, position: positions.get(one), address: engine === 'terraform' ? address : undefined };
  };
  const results = evaluation.results.map((one): PolicyResult => ({
    ...one,
    fail: one.fail.map(located),
    unknown: one.unknown.map(located),
    skip: one.skip.map(located),
    error: one.error.map(located),
  }));
  return { ...evaluation, results };
}

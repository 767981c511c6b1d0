import { FactPlaces } from '../../policies/fact-places';
import type { Evaluation, Finding, PolicyResult } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** A fact's place as its subject tells it: `environments/national/tenants/mps.ts:8`. */
const PLACE = /^(?<file>.+):(?<line>\d+)$/s;

/** The evaluation of an assembly with each finding at the line of the fact that caused it, where somebody can mend it. */
export function inFacts(evaluation: Evaluation, view: AssemblyView): Evaluation {
  const places = new FactPlaces(view);
  const locate = <F extends Finding>(finding: F): F => {
    const { file, line } = PLACE.exec(places.locate(finding).source ?? '')?.groups ?? {};
    return file === undefined ? finding : { ...finding, file, position: { line: Number(line), column: 1 } };
  };
  const results = evaluation.results.map((one): PolicyResult => ({
    ...one,
    fail: one.fail.map(locate),
    unknown: one.unknown.map(locate),
    skip: one.skip.map(locate),
    error: one.error.map(locate),
  }));
  return { ...evaluation, results };
}

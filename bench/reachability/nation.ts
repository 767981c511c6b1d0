import { policyCatalog } from '../../policies/catalog';
import type { NamedPolicy } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { PathMatrices } from '../../resources/view/reachability/matrix/path-matrices';
import { findPlacePaths } from '../../resources/view/reachability/sites/place-paths';
import { findSitePaths } from '../../resources/view/reachability/sites/site-paths';

/** What proving the paths of an assembly took, step by step, on one thread. */
export interface NationRow {
  readonly clusters: number;
  readonly workloads: number;
  readonly policies: number;
  readonly declaredPaths: number;
  /** Judgements of the rules on reachability: each is one thing that must hold. */
  readonly invariants: number;
  readonly broken: number;
  readonly secondsToSolve: number;
  readonly secondsForMatrices: number;
  readonly secondsForInvariants: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly secondsTarget: number;
  readonly megabytesTarget: number;
}

const MEGABYTE = 2 ** 20;
const NANOSECONDS = 1e9;
/** The day on which the rules are asked; none of these asks for it. */
const TODAY = '2026-11-01';

/** Solves every cluster of an assembly, counts all matrices, and judges every rule on reachability. */
export function measureNation(view: AssemblyView): NationRow {
  const solving = secondsOf(() => view.model.clusters.map((cluster) => view.reachability.of(cluster)));
  const matrices = secondsOf(() => {
    const counted = new PathMatrices(view.reachability, view.model);
    return [counted.totals(), counted.zones(), counted.tenants(), counted.provinces()];
  });
  const sites = secondsOf(() => [
    findSitePaths(view.reachability, view.model),
    findPlacePaths(view.reachability, view.model),
  ]);
  const rules = policyCatalog.filter(({ id }) => id.startsWith('reachability/'));
  const judged = secondsOf(() => rules.map((rule) => judge(rule, view)));
  const clusters = solving.result;
  const total = solving.seconds + matrices.seconds + sites.seconds + judged.seconds;
  return {
    clusters: clusters.length,
    workloads: clusters.reduce((sum, { input }) => sum + input.workloads.length, 0),
    policies: clusters.reduce((sum, { input }) => sum + input.policies.length, 0),
    declaredPaths: clusters.reduce((sum, { declared }) => sum + declared.length, 0),
    invariants: judged.result.reduce((sum, { held, broken }) => sum + held + broken, 0),
    broken: judged.result.reduce((sum, { broken }) => sum + broken, 0),
    secondsToSolve: rounded(solving.seconds),
    secondsForMatrices: rounded(matrices.seconds + sites.seconds),
    secondsForInvariants: rounded(judged.seconds),
    seconds: rounded(total),
    megabytes: Math.round(process.memoryUsage().rss / MEGABYTE),
    secondsTarget: 10,
    megabytesTarget: 2_048,
  };
}

function judge({ policy }: NamedPolicy, view: AssemblyView): { readonly held: number; readonly broken: number } {
  const context = { view, today: TODAY };
  let [held, broken] = [0, 0];
  for (const subject of policy.subjects(context)) {
    if (policy.check(subject, context).verdict === 'pass') held += 1;
    else broken += 1;
  }
  return { held, broken };
}

function secondsOf<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const start = process.hrtime.bigint();
  const result = work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / NANOSECONDS };
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(2));
}

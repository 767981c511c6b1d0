import { readCluster } from '../../../../resources/reachability/cluster-input';
import { workloadName } from '../../../../resources/reachability/peers/workload';
import { endText } from '../../../../resources/reachability/query/ends';
import type { Hop } from '../../../../resources/reachability/query/hop';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import { resourceOf } from '../agreement/resource-of';
import type { Plugin } from '../agreement/both-sides';
import type { Objects } from '../oracle/random-cluster';

/** The solved answer of some objects. */
export function solve(objects: Objects, plugin: Plugin = 'cilium'): Reachability {
  return new Reachability(readCluster(objects.map(resourceOf)), profiles[plugin]);
}

/** What the engine is told of each network plugin. */
export const profiles = { cilium: { blocksTakePods: 'never' }, unknown: { blocksTakePods: 'unknown' } } as const;

/** The number of a workload that is called `namespace/name`. */
export function numberOf({ workloads }: Reachability, text: string): number {
  const found = workloads.findIndex((one) => workloadName(one) === text || `${one.namespace}/${one.name}` === text);
  if (found === -1) throw new Error(`${text} is no workload`);
  return found;
}

/** A chain as text: each step with its port, its verdict and the rules that decide. */
export function chainText(reachability: Reachability, chain: readonly Hop[]): readonly string[] {
  return chain.map(({ from, to, protocol, port, verdict, because }) => {
    const rules = because.map(({ reason }) => `${reason.policy?.resource.name ?? '-'} ${reason.rule?.where ?? '-'}`);
    const ends = `${endText(reachability, from)} > ${endText(reachability, to)}`;
    return `${ends} ${port}/${protocol} ${verdict}: ${rules.join(', ')}`;
  });
}

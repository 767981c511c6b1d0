import { policyMapLimits, type Limit } from '../../../model/limits';
import { predictDatapathBudget, type DatapathBudget } from '../../reachability/findings/datapath-budget';
import { readPolicyMapSize } from '../../reachability/profile/read-profile';
import type { ResourceIndex } from '../resource-index';
import type { ClusterReachability } from './cluster-reachability';

const known = new WeakMap<ClusterReachability, DatapathBudget>();

/** What a cluster asks of Cilium's datapath, by the size that its own settings give to policy maps; predicted once. */
export function clusterBudget(of: ClusterReachability, resources: ResourceIndex): DatapathBudget {
  const found = known.get(of) ?? predictDatapathBudget(of.input, of.reachability, mapLimit(of, resources));
  known.set(of, found);
  return found;
}

function mapLimit({ cluster }: ClusterReachability, resources: ResourceIndex): Limit {
  const maximum = readPolicyMapSize(resources.inNamespace(cluster.id, 'kube-system', 'ConfigMap'));
  if (maximum === undefined) return policyMapLimits.default;
  return { maximum: Math.min(maximum, policyMapLimits.maximum.maximum), source: 'bpf-policy-map-max of the cluster' };
}

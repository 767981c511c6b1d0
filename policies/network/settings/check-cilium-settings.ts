import type { Cluster } from '../../../model/site/cluster';
import { isUnresolved, objectAt, textAt, valueAt } from '../../../resources/json-path';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { fail, pass, unknown, type Judgement } from '../../define-policy';

/** A key of the network agent's settings and the only value that it may have. */
export interface CiliumSetting {
  readonly key: string;
  readonly value: string;
}

/** Whether the settings of a cluster's network agent (ConfigMap kube-system/cilium-config) have these values. */
export function checkCiliumSettings(
  cluster: Cluster,
  { resources }: AssemblyView,
  settings: readonly CiliumSetting[],
): Judgement {
  const config = resources.tryFind(`${cluster.id}/ConfigMap/kube-system/cilium-config`);
  if (config === undefined) return fail('ConfigMap cilium-config', 'missing', 'the settings of the network agent');
  const data = objectAt(config.body, 'data');
  for (const { key, value } of settings) {
    const where = `cilium-config ${key}`;
    if (isUnresolved(valueAt(data, key))) return unknown(where, 'what Terraform alone can tell', value);
    const got = textAt(data, key);
    if (got !== value) return fail(where, got ?? 'not set', value);
  }
  return pass;
}

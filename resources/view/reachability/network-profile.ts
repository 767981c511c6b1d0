import { parseCidr } from '../../../model/address/cidr';
import type { Cluster } from '../../../model/site/cluster';
import { textMapAt } from '../../json-path';
import type { NetworkProfile } from '../../reachability/solve/bind-rules';
import type { Resource } from '../../resource';

/** Where the agents of Cilium read their settings. */
const SETTINGS = { kind: 'ConfigMap', namespace: 'kube-system', name: 'cilium-config' } as const;

/** The settings of the network plugin of a cluster; undefined where no file tells them. */
export function findNetworkSettings(resources: readonly Resource[]): Resource | undefined {
  return resources.find(
    ({ kind, namespace, name }) => kind === SETTINGS.kind && namespace === SETTINGS.namespace && name === SETTINGS.name,
  );
}

/**
 * What the network plugin of a cluster makes of policies, as its own settings say; without any, nobody can tell. Names lead
 * to ends of their own, so that a way to one name isn't a way to every address.
 */
export function readNetworkProfile(resources: readonly Resource[], cluster: Pick<Cluster, 'nodes'>): NetworkProfile {
  const settings = findNetworkSettings(resources);
  const nodes = [cluster.nodes.ipv4, cluster.nodes.ipv6].flatMap((text) => {
    const block = parseCidr(text);
    return block.ok ? [block.value] : [];
  });
  const common = { nodes, names: 'apart' } as const;
  if (settings === undefined) return { ...common, blocksTakePods: 'unknown' };
  const values = textMapAt(settings.body, 'data');
  const modes = (values.get('policy-cidr-match-mode') ?? '').split(/[\s,]+/);
  return {
    ...common,
    blocksTakePods: modes.includes('pods') ? 'unknown' : 'never',
    blocksTakeNodes: modes.includes('nodes'),
    withoutPolicy: values.get('enable-policy') === 'always' ? 'closed' : 'open',
  };
}

import { groupBy } from '../group-by';
import type { Model } from '../model';
import { platformNamespaceName } from '../naming';
import { platformPaths } from '../platform/platform-paths';
import type { Cluster } from '../site/cluster';
import type { Namespace } from '../tenancy/namespace';
import { podsOf, type DeclaredEnd, type DeclaredPath } from './declared-path';
import type { Flow, FlowEnd } from './flow';
import { resolvePeers } from './resolve-peers';

/**
 * Every path that is meant to be open in a cluster, pods by the names of their namespaces and not by the labels by which
 * policies find them: between zones of tenants, between them and the platform, and between both and what is outside.
 * What isn't listed is meant to be closed.
 */
export function declarePaths(model: Model, cluster: Cluster): readonly DeclaredPath[] {
  const tenants = model.namespaces.filter((one) => one.cluster === cluster.id);
  const byZone = groupBy(tenants, ({ system, zone }) => `${system}/${zone}`);
  return [
    ...model.flows.flatMap((flow) => insidePaths(flow, byZone)),
    ...tenants.flatMap((namespace) => edgePaths(model, namespace)),
    ...platformPaths({ model, cluster, tenants }),
  ];
}

type ByZone = ReadonlyMap<string, readonly Namespace[]>;

/** A flow between namespaces of the cluster: every namespace of one zone with every one of the other. */
function insidePaths(flow: Flow, byZone: ByZone): readonly DeclaredPath[] {
  const [callers, called] = [callersOf(flow.from, byZone), endsOf(flow.to, byZone)];
  return callers.flatMap((from) => called.map((to) => ({ from, to, ports: flow.ports, wantedBy: `flow/${flow.id}` })));
}

/** Who comes from outside comes through the gateway. */
function callersOf(end: FlowEnd, byZone: ByZone): readonly DeclaredEnd[] {
  const isOutside = end.kind === 'internet' || (end.kind === 'zone' && end.zone === 'edge');
  return isOutside ? [podsOf(platformNamespaceName('gateway'))] : endsOf(end, byZone);
}

function endsOf(end: FlowEnd, byZone: ByZone): readonly DeclaredEnd[] {
  switch (end.kind) {
    case 'zone':
      return (byZone.get(`${end.system}/${end.zone}`) ?? []).map(({ name }) => podsOf(name));
    case 'platform':
      return [podsOf(platformNamespaceName(end.service))];
    case 'internet':
    case 'external':
    case 'name':
      return [];
  }
}

/** What a namespace shares with addresses and names outside of the cluster. */
function edgePaths(model: Model, namespace: Namespace): readonly DeclaredPath[] {
  const { ingress, egress } = resolvePeers(model, namespace);
  const own = podsOf(namespace.name);
  const rules = [
    ...ingress.map((rule) => ({ ...rule, isIncoming: true })),
    ...egress.map((rule) => ({ ...rule, isIncoming: false })),
  ];
  return rules.flatMap(({ flow, peers, ports, isIncoming }) =>
    peers.flatMap((peer): readonly DeclaredPath[] => {
      if (peer.kind === 'namespaces') return [];
      const ends = isIncoming ? { from: peer, to: own } : { from: own, to: peer };
      return [{ ...ends, ports, wantedBy: `flow/${flow}` }];
    }),
  );
}

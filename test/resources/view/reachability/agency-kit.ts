import type { Model } from '../../../../model/model';
import type { Exchange } from '../../../../model/segmentation/exchange';
import type { Broker, Flow, ZoneEnd } from '../../../../model/segmentation/flow';
import type { Namespace } from '../../../../model/tenancy/namespace';
import type { System } from '../../../../model/tenancy/system';
import type { JsonObject } from '../../../../resources/resource';
import type { AgencyFlow } from '../../../../resources/view/reachability/sites/agency-flow';
import { findAgencyFlows } from '../../../../resources/view/reachability/sites/agency-flows';
import { closedPlugin } from '../../../policies/reachability/kit/conversation';
import { tcp } from '../../../policies/network/kit/objects';
import { healthyModel } from '../../../support/healthy-model';
import { procedures } from '../../../support/healthy-systems';
import { viewOf, type GivenResource } from '../../../support/view-of';

const ports = [{ port: 443, protocol: 'TCP' }] as const;
const reason = { vi: 'Tra cứu', en: 'Looks up' };
const origin = ['systems/asker', 'flows', 0];

/** An end in a zone of a system. */
export function end(system: string, zone: ZoneEnd['zone']): ZoneEnd {
  return { kind: 'zone', system, zone };
}

/** What the asker of one agency exchanges with the register of another over the platform of a third. */
export const exchange: Exchange = {
  id: 'asker/look-up',
  from: end('asker', 'server'),
  to: end('register', 'dmz'),
  broker: 'ndxp',
  carrier: 'hub',
  ports,
  reason,
  origin,
};

/** A flow on the port of the exchange. */
export function flow(id: string, [from, to]: readonly [ZoneEnd, ZoneEnd], bend: Partial<Flow> = {}): Flow {
  return { id, from, to, ports, reason, origin, ...bend };
}

/** The two flows that carry the exchange. */
export const legs: readonly Flow[] = [
  flow('asker/leg', [exchange.from, end('hub', 'dmz')], { broker: 'ndxp', carries: [exchange.id] }),
  flow('hub/leg', [end('hub', 'server'), exchange.to], { broker: 'ndxp', carries: [exchange.id] }),
];

/** The register of the exchange stands in this cluster where it is far from the others. */
const FAR = 'dc-center-shared-0';
const NEAR = 'dc-north-shared-0';

/** Three agencies with a system each: the asker, the platform `hub`, and the register. */
export function threeAgencies(bend: Partial<Model> = {}, { isFar = false, more = noSystems } = {}): Model {
  const model = healthyModel();
  const systems = [
    systemOf('asker', 'p01'),
    systemOf('hub', 'national-owner', 'ndxp'),
    systemOf('register', 'ministry'),
    ...more,
  ];
  const namespaces = systems.flatMap(({ id, owner }) =>
    (['dmz', 'server'] as const).map((zone) => namespaceOf(id, owner, { zone, isFar: isFar && id === 'register' })),
  );
  return { ...model, systems, namespaces, flows: legs, exchanges: [exchange], ...bend };
}

const noSystems: readonly System[] = [];

/** A system of an agency with a front and servers. */
export function systemOf(id: string, owner: string, broker?: Broker): System {
  return { ...procedures(), id, declaration: id, shortName: id, owner, broker, zones: ['dmz', 'server'], dataSets: [] };
}

function namespaceOf(
  system: string,
  tenant: string,
  { zone, isFar }: Pick<Namespace, 'zone'> & { readonly isFar: boolean },
): Namespace {
  const [cluster, site] = isFar ? [FAR, 'dc-center'] : [NEAR, 'dc-north'];
  return {
    name: `${system}-${zone}`,
    cluster,
    site,
    shard: `${cluster}-${tenant}`,
    tenant,
    officialName: { vi: tenant, en: tenant },
    system,
    zone,
    level: 3,
    role: 'home',
    quota: { cpu: 1, memoryGiB: 1, storageGiB: 1, pods: 1 },
    communePart: false,
    origin: [`systems/${system}`],
  };
}

/** A namespace of the cluster as a peer. */
export function pods(namespace: string): JsonObject {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } };
}

/** The front blocks of a site as peers. */
export function fronts(site: 'dc-north' | 'dc-center'): readonly JsonObject[] {
  const blocks =
    site === 'dc-north' ? ['10.97.16.0/20', '2001:db8:61:100::/56'] : ['10.98.16.0/20', '2001:db8:62:100::/56'];
  return blocks.map((cidr) => ({ ipBlock: { cidr } }));
}

/** A policy by which a namespace lets the port of the exchange pass to or from peers, near. */
export function opens(namespace: string, direction: 'to' | 'from', peers: readonly JsonObject[]): GivenResource {
  const isOut = direction === 'to';
  const rule = { [direction]: [...peers], ports: [tcp(443)] };
  const spec = isOut ? { egress: [rule], policyTypes: ['Egress'] } : { ingress: [rule], policyTypes: ['Ingress'] };
  return {
    cluster: NEAR,
    body: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `${direction}-${JSON.stringify(peers).length}`, namespace },
      spec: { podSelector: {}, ...spec },
    },
  };
}

/** The same policy where the register stands far from the others. */
export function far(policy: GivenResource): GivenResource {
  return { ...policy, cluster: FAR };
}

/** What the policies of all clusters open for the exchange, and nothing else. */
export function byPlatform(): readonly GivenResource[] {
  return [
    opens('asker-server', 'to', [pods('hub-dmz')]),
    opens('hub-dmz', 'from', [pods('asker-server')]),
    opens('hub-server', 'to', [pods('register-dmz')]),
    opens('register-dmz', 'from', [pods('hub-server')]),
  ];
}

/** The flows between agencies of a model whose clusters hold these policies. */
export function agencyFlows(model: Model, policies: readonly GivenResource[]): readonly AgencyFlow[] {
  const plugins = model.clusters.map(({ id }): GivenResource => ({ cluster: id, body: closedPlugin }));
  const spaces = model.namespaces.map(({ name, cluster }): GivenResource => ({
    cluster,
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  }));
  const view = viewOf({ model, resources: [...plugins, ...spaces, ...policies] });
  return findAgencyFlows(view.reachability, view.model);
}

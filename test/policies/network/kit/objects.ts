import { labels, MANAGED_BY } from '../../../../model/naming';
import type { Model } from '../../../../model/model';
import type { Namespace } from '../../../../model/tenancy/namespace';
import type { JsonObject } from '../../../../resources/resource';
import { healthyModel } from '../../../support/healthy-model';
import type { GivenResource } from '../../../support/view-of';

/** A namespace of the healthy model. */
export function findNamespace(name: string, model: Model = healthyModel()): Namespace {
  const found = model.namespaces.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no namespace ${name}`);
  return found;
}

/** The Namespace object as its construct writes it, with some labels changed. */
export function namespaceObject(name: string, bend: Readonly<Record<string, string>> = {}): GivenResource {
  const { cluster, site, tenant, system, zone, level } = findNamespace(name);
  return {
    cluster,
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.tenant]: tenant,
          [labels.system]: system,
          [labels.zone]: zone,
          [labels.level]: String(level),
          [labels.site]: site,
          ...bend,
        },
      },
    },
  };
}

/** A NetworkPolicy in a namespace of the healthy model. */
export function networkPolicy(name: string, namespace: string, spec: JsonObject): GivenResource {
  const { cluster, tenant, system } = findNamespace(namespace);
  const metadata = { name, namespace, labels: { [labels.tenant]: tenant, [labels.system]: system } };
  return { cluster, body: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec } };
}

/** The denial that every namespace has. */
export function defaultDeny(namespace: string): GivenResource {
  return networkPolicy('default-deny', namespace, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
}

/** One rule of a direction. */
export function flows(namespace: string, direction: 'ingress' | 'egress', rule: JsonObject): GivenResource {
  const type = direction === 'ingress' ? 'Ingress' : 'Egress';
  return networkPolicy(`flows-${direction}`, namespace, { podSelector: {}, [direction]: [rule], policyTypes: [type] });
}

/** The peer that a zone of `procedures-p01` is for others of its cluster. */
export function zonePeer(zone: string, bend: Readonly<Record<string, string>> = {}): JsonObject {
  const matchLabels = { [labels.system]: 'procedures-p01', [labels.zone]: zone, [labels.site]: 'dc-north', ...bend };
  return { namespaceSelector: { matchLabels } };
}

/** A port of a NetworkPolicy. */
export function tcp(port: number): JsonObject {
  return { port, protocol: 'TCP' };
}

/** Names from DNS and metrics to the monitoring, as every namespace has them. */
export function platform(namespace: string): GivenResource {
  const inNamespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
  const dns = {
    namespaceSelector: inNamespace('kube-system'),
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  return networkPolicy('platform', namespace, {
    podSelector: {},
    egress: [{ to: [dns], ports: [{ port: 53, protocol: 'UDP' }, tcp(53)] }],
    ingress: [{ from: [{ namespaceSelector: inNamespace('platform-monitoring') }], ports: [tcp(9090)] }],
    policyTypes: ['Ingress', 'Egress'],
  });
}

/** A CiliumNetworkPolicy that opens a host name, with the questions to DNS that it needs. */
export function nameEgress(namespace: string, fqdn: string, port = '443'): GivenResource {
  const { cluster } = findNamespace(namespace);
  const server = { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s:k8s-app': 'kube-dns' };
  const names = [{ matchName: fqdn }];
  return {
    cluster,
    body: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'flows-names', namespace },
      spec: {
        endpointSelector: {},
        egress: [
          {
            toEndpoints: [{ matchLabels: server }],
            toPorts: [{ ports: [{ port: '53', protocol: 'ANY' }], rules: { dns: names } }],
          },
          { toFQDNs: names, toPorts: [{ ports: [{ port, protocol: 'TCP' }] }] },
        ],
      },
    },
  };
}

/** The healthy model with one more flow from the server zone of `procedures-p01` to a host name. */
export function withNameFlow(fqdn: string): Model {
  const model = healthyModel();
  const flow = {
    id: 'procedures-p01/outside',
    from: { kind: 'zone', system: 'procedures-p01', zone: 'server' },
    to: { kind: 'name', fqdn },
    ports: [{ port: 443, protocol: 'TCP' }],
    reason: { vi: 'Dịch vụ ngoài', en: 'Outside service' },
    origin: ['systems/procedures', 'flows', 1],
  } as const;
  return { ...model, flows: [...model.flows, flow] };
}

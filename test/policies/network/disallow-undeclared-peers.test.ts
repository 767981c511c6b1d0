import policy from '../../../policies/network/disallow-undeclared-peers';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { defaultDeny, flows, nameEgress, networkPolicy, platform, tcp, withNameFlow, zonePeer } from './kit/objects';

const name = 'p01-proc-server';
const only = (rule: Parameters<typeof flows>[2]) => viewOf({ resources: [flows(name, 'ingress', rule)] });
const fromDmz = [zonePeer('dmz')];

describePolicy('network/disallow-undeclared-peers', policy, {
  passes: {
    'the peers and ports of declared flows': () => ({ view: only({ from: fromDmz, ports: [tcp(8443)] }) }),
    'DNS and metrics': () => ({ view: viewOf({ resources: [platform(name)] }) }),
    'a denial without rules': () => ({ view: viewOf({ resources: [defaultDeny(name)] }) }),
    'a host name that a flow declares': () => ({
      view: viewOf({ model: withNameFlow('api.bank.vn'), resources: [nameEgress(name, 'api.bank.vn')] }),
    }),
  },
  fails: {
    'an empty list of peers': () => ({
      view: only({ from: [], ports: [tcp(8443)] }),
      where: 'spec.ingress[0]',
      got: 'every peer',
    }),
    'no ports': () => ({ view: only({ from: fromDmz }), where: 'spec.ingress[0]', got: 'every port' }),
    'a range of ports': () => ({
      view: only({ from: fromDmz, ports: [{ port: 8443, endPort: 9000, protocol: 'TCP' }] }),
      where: 'spec.ingress[0]',
      got: 'many ports',
    }),
    'a port by name': () => ({
      view: only({ from: fromDmz, ports: [{ port: 'https', protocol: 'TCP' }] }),
      where: 'spec.ingress[0]',
      got: 'the port https',
    }),
    'a declared peer on another port': () => ({
      view: only({ from: fromDmz, ports: [tcp(8443), tcp(22)] }),
      where: 'spec.ingress[0]',
      got: 'namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=dmz on 22/TCP',
    }),
    'a selector that leaves out the zone': () => ({
      view: only({
        from: [{ namespaceSelector: { matchLabels: { 'ndc.gov.vn/system': 'procedures-p01' } } }],
        ports: [tcp(8443)],
      }),
      where: 'spec.ingress[0]',
      got: 'namespaces ndc.gov.vn/system=procedures-p01 on 8443/TCP',
    }),
    'a selector of every namespace': () => ({
      view: only({ from: [{ namespaceSelector: {} }], ports: [tcp(8443)] }),
      where: 'spec.ingress[0]',
      got: 'a selector by more than labels, or of the own namespace',
    }),
    'all pods of kube-system where DNS alone is meant': () => ({
      view: viewOf({
        resources: [
          flows(name, 'egress', {
            to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
            ports: [tcp(53)],
          }),
        ],
      }),
      where: 'spec.egress[0]',
      got: 'namespaces kubernetes.io/metadata.name=kube-system on 53/TCP',
    }),
    'an address block that nobody declared': () => ({
      view: only({ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [tcp(8443)] }),
      where: 'spec.ingress[0]',
      got: '10.0.0.0/8 on 8443/TCP',
    }),
    'a host name that nobody declared': () => ({
      view: viewOf({ resources: [nameEgress(name, 'example.com')] }),
      where: 'spec.egress[1]',
      got: 'example.com on 443/TCP',
    }),
    'a policy that Terraform alone can tell': () => ({
      verdict: 'unknown',
      view: only({ from: [{ 'terraform:unresolved': '${var.peer}' }], ports: [tcp(8443)] }),
      where: 'spec.ingress[0]',
      got: 'a rule that nobody can tell',
    }),
    'rules that Terraform alone can tell': () => ({
      verdict: 'unknown',
      view: viewOf({
        resources: [
          networkPolicy('later', name, {
            podSelector: {},
            policyTypes: ['Ingress'],
            ingress: { 'terraform:unresolved': '${var.rules}' },
          }),
        ],
      }),
      where: 'spec',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a policy of a platform namespace': () => ({
      subject: idOf('NetworkPolicy', 'base', 'platform-gateway'),
      view: viewOf({
        resources: [
          {
            apiVersion: 'networking.k8s.io/v1',
            kind: 'NetworkPolicy',
            metadata: { name: 'base', namespace: 'platform-gateway' },
            spec: { podSelector: {}, ingress: [{}], policyTypes: ['Ingress'] },
          },
        ],
      }),
    }),
    'an assembly without policies': () => ({ view: viewOf({ resources: [] }) }),
  },
});

describePolicy('network/disallow-undeclared-peers of Cilium', policy, {
  passes: {
    'a denial': () => ({
      view: viewOf({ resources: [cilium({ egressDeny: [{ toEntities: ['world'] }] })] }),
    }),
    'no rule at all': () => ({ view: viewOf({ resources: [cilium({})] }) }),
    'what a database needs for itself': () => ({
      subject: idOf('CiliumNetworkPolicy', 'own', name),
      view: viewOf({ resources: [database, ofDatabase('objects.dc-center.test.gov.vn')] }),
    }),
  },
  fails: {
    'a store that the database does not archive to': () => ({
      subject: idOf('CiliumNetworkPolicy', 'own', name),
      view: viewOf({ resources: [database, ofDatabase('objects.example.com')] }),
      where: 'spec.egress[2]',
      got: 'objects.example.com on 443/TCP',
    }),
    'the needs of a database that is not there': () => ({
      view: viewOf({ resources: [ofDatabase('objects.dc-center.test.gov.vn')] }),
      where: 'spec.egress[0]',
      got: 'pods k8s:cnpg.io/cluster=proc-cases on 5432/TCP',
    }),
    'the API server for workloads': () => ({
      view: viewOf({
        resources: [
          cilium({
            egress: [{ toEntities: ['kube-apiserver'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }],
          }),
        ],
      }),
      where: 'spec.egress[0]',
      got: 'kube-apiserver on 443/TCP',
    }),
    'the whole world': () => ({
      view: viewOf({ resources: [cilium({ egress: [{ toEntities: ['world'] }] })] }),
      where: 'spec.egress[0]',
      got: 'toEntities on any port',
    }),
    'a way in': () => ({
      view: viewOf({ resources: [cilium({ ingress: [{ fromEntities: ['all'] }] })] }),
      where: 'spec.ingress[0]',
      got: 'fromEntities on any port',
    }),
    'names by pattern': () => ({
      view: viewOf({
        resources: [
          cilium({
            egress: [{ toFQDNs: [{ matchPattern: '*' }], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }],
          }),
        ],
      }),
      where: 'spec.egress[0]',
      got: 'toFQDNs',
    }),
  },
  ignores: { 'other kinds': () => ({ view: viewOf({ resources: [networkPolicyElsewhere()] }) }) },
});

const PORTS = [{ ports: ['5432', '8000'].map((port) => ({ port, protocol: 'TCP' })) }];
const own = { matchLabels: { 'k8s:cnpg.io/cluster': 'proc-cases' } };
const database = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name: 'proc-cases', namespace: name },
  spec: { backup: { barmanObjectStore: { endpointURL: 'https://objects.dc-center.test.gov.vn' } } },
};

function ofDatabase(host: string) {
  const https = [{ ports: [{ port: '443', protocol: 'TCP' }] }];
  const policyOf = cilium({
    ingress: [{ fromEndpoints: [own], toPorts: PORTS }],
    egress: [
      { toEndpoints: [own], toPorts: PORTS },
      { toEntities: ['kube-apiserver'], toPorts: https },
      { toFQDNs: [{ matchName: host }], toPorts: https },
    ],
  });
  const spec = { ...policyOf.body.spec, endpointSelector: { matchLabels: { 'cnpg.io/cluster': 'proc-cases' } } };
  return { ...policyOf, body: { ...policyOf.body, spec } };
}

function cilium(rules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>) {
  const { body, ...rest } = networkPolicy('own', name, {});
  const spec = JSON.parse(JSON.stringify({ endpointSelector: {}, ...rules })) as JsonObject;
  return { ...rest, body: { ...body, apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', spec } };
}

function networkPolicyElsewhere() {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: name } };
}

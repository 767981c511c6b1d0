import type { SchemaVerdict, StrictValidator } from '../../sandbox/schemas/strict-validator';
import { describeWithSchemas } from '../support/schemas/kubernetes-schema';

/** Pointers of what is illegal, sorted; empty when nothing is. */
function pointers(verdict: SchemaVerdict): readonly string[] {
  return verdict.kind === 'illegal' ? verdict.violations.map(({ pointer }) => pointer).toSorted() : [];
}

const named = { metadata: { name: 'a', namespace: 'b' } };
const scoped = { metadata: { name: 'a' } };

interface Case {
  readonly name: string;
  readonly legal: object;
  readonly illegal: object;
  /** Pointer of the illegal field. */
  readonly at: string;
}

const velero = { apiVersion: 'velero.io/v1', ...named };
const certificate = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', ...named };
const secret = { secretName: 's', issuerRef: { name: 'i' } };

const cases: readonly Case[] = [
  {
    name: 'a Namespace with an unknown field',
    legal: { apiVersion: 'v1', kind: 'Namespace', ...scoped },
    illegal: { apiVersion: 'v1', kind: 'Namespace', ...scoped, spec: { finalizer: [] } },
    at: '/spec/finalizer',
  },
  {
    name: 'a NetworkPolicy with an unknown field in depth',
    legal: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      ...named,
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    },
    illegal: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      ...named,
      spec: { podSelector: {}, ingress: [{ from: [{ podSelectors: {} }] }] },
    },
    at: '/spec/ingress/0/from/0/podSelectors',
  },
  {
    name: 'a ResourceQuota whose amounts are a list',
    legal: { apiVersion: 'v1', kind: 'ResourceQuota', ...named, spec: { hard: { pods: '10' } } },
    illegal: { apiVersion: 'v1', kind: 'ResourceQuota', ...named, spec: { hard: ['10'] } },
    at: '/spec/hard',
  },
  {
    name: 'a ValidatingAdmissionPolicy with a misspelt rule list',
    legal: {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      ...scoped,
      spec: { failurePolicy: 'Fail' },
    },
    illegal: {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      ...scoped,
      spec: { validation: [] },
    },
    at: '/spec/validation',
  },
  {
    name: 'a CiliumNetworkPolicy whose host names are a map',
    legal: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      ...named,
      spec: { endpointSelector: {}, egress: [{ toFQDNs: [{ matchName: 'a.vn' }] }] },
    },
    illegal: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      ...named,
      spec: { endpointSelector: {}, egress: [{ toFQDN: [{ matchName: 'a.vn' }] }] },
    },
    at: '/spec/egress/0/toFQDN',
  },
  {
    name: 'a ClusterNetworkPolicy with the words of the older API',
    legal: {
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      ...scoped,
      spec: { tier: 'Admin', priority: 1, subject: { namespaces: {} } },
    },
    illegal: {
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      ...scoped,
      spec: { tier: 'Administrator', priority: 1, subject: { namespaces: {} } },
    },
    at: '/spec/tier',
  },
  {
    name: 'a Velero Schedule without its cron line',
    legal: { ...velero, kind: 'Schedule', spec: { schedule: '0 * * * *', template: { ttl: '24h0m0s' } } },
    illegal: { ...velero, kind: 'Schedule', spec: { template: { ttls: '24h0m0s' }, schedule: '0 * * * *' } },
    at: '/spec/template/ttls',
  },
  {
    name: 'a backup location with an unknown access mode',
    legal: {
      ...velero,
      kind: 'BackupStorageLocation',
      spec: { provider: 'aws', accessMode: 'ReadWrite', objectStorage: { bucket: 'b' } },
    },
    illegal: {
      ...velero,
      kind: 'BackupStorageLocation',
      spec: { provider: 'aws', accessMode: 'WriteOnly', objectStorage: { bucket: 'b' } },
    },
    at: '/spec/accessMode',
  },
  {
    name: 'a Certificate with an unknown key algorithm',
    legal: { ...certificate, spec: { ...secret, privateKey: { algorithm: 'ECDSA' } } },
    illegal: { ...certificate, spec: { ...secret, privateKey: { algorithm: 'DSA' } } },
    at: '/spec/privateKey/algorithm',
  },
  {
    name: 'a database without storage',
    legal: {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      ...named,
      spec: { instances: 3, storage: { size: '1Gi' } },
    },
    illegal: {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      ...named,
      spec: { instances: 3, storage: { sizes: '1Gi' } },
    },
    at: '/spec/storage/sizes',
  },
  {
    name: 'a machine pool with a misspelt field',
    legal: {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      ...named,
      spec: { clusterNetwork: { pods: { cidrBlocks: ['10.0.0.0/8'] } } },
    },
    illegal: {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      ...named,
      spec: { clusterNetwork: { pod: {} } },
    },
    at: '/spec/clusterNetwork/pod',
  },
];

describeWithSchemas('StrictValidator', (validator: StrictValidator) => {
  it.each(cases)('takes the legal form and points at $name', ({ legal, illegal, at }) => {
    expect(validator.validate(legal)).toEqual({ kind: 'legal' });
    expect(pointers(validator.validate(illegal))).toContain(at);
  });

  it('refuses a kind that no schema knows', () => {
    expect(validator.validate({ apiVersion: 'v9', kind: 'Nothing', ...named })).toEqual({
      kind: 'illegal',
      violations: [{ pointer: '', message: 'no schema knows the kind v9/Nothing' }],
    });
  });

  it('says why a kind without a definition is not validated', () => {
    const host = { apiVersion: 'metal3.io/v1alpha1', kind: 'BareMetalHost', ...named };
    expect(validator.validate(host)).toMatchObject({ kind: 'not-validatable' });
  });

  it('refuses names and labels that the API server refuses', () => {
    const metadata = { name: 'Hà-Nội', namespace: 'b', labels: { 'a b': 'c' } };
    expect(pointers(validator.validate({ apiVersion: 'v1', kind: 'ConfigMap', metadata }))).toEqual([
      '/metadata/labels/a b',
      '/metadata/name',
    ]);
  });
});

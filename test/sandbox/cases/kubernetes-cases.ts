import { inNamespace, ofCluster, specCase, type SchemaCase } from './schema-case';

const networkPolicy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', ...inNamespace };
const quota = { apiVersion: 'v1', kind: 'ResourceQuota', ...inNamespace };
const admission = { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', ...ofCluster };

function ingressOn(port: object): object {
  return { podSelector: {}, ingress: [{ ports: [{ protocol: 'TCP', ...port }] }] };
}

function deployment(container: object, labels: object = { app: 'a' }): object {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i', ...container }] } };
  const spec = { selector: { matchLabels: { app: 'a' } }, template };
  return { apiVersion: 'apps/v1', kind: 'Deployment', ...inNamespace, spec };
}

/** Kinds of Kubernetes itself. */
export const kubernetesCases: readonly SchemaCase[] = [
  specCase(
    { apiVersion: 'v1', kind: 'Namespace', ...ofCluster },
    { name: 'unknown field', legal: {}, illegal: { finalizer: [] }, at: '/spec/finalizer' },
  ),
  {
    name: 'Namespace: name with a dot',
    legal: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a-b' } },
    illegal: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a.b' } },
    at: '/metadata/name',
  },
  specCase(networkPolicy, {
    name: 'port 0',
    legal: ingressOn({ port: 443 }),
    illegal: ingressOn({ port: 0 }),
    at: '/spec/ingress/0/ports/0/port',
  }),
  specCase(networkPolicy, {
    name: 'port name without a letter',
    legal: ingressOn({ port: 'https' }),
    illegal: ingressOn({ port: '443' }),
    at: '/spec/ingress/0/ports/0/port',
  }),
  specCase(networkPolicy, {
    name: 'unknown field in depth',
    legal: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] },
    illegal: { podSelector: {}, ingress: [{ from: [{ podSelectors: {} }] }] },
    at: '/spec/ingress/0/from/0/podSelectors',
  }),
  specCase(networkPolicy, {
    name: 'network of 33 bits',
    legal: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
    illegal: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/33' } }] }] },
    at: '/spec/egress/0/to/0/ipBlock/cidr',
  }),
  specCase(quota, {
    name: 'amount with an unknown suffix',
    legal: { hard: { pods: '10', 'requests.memory': '1.5Gi', 'requests.cpu': 2 } },
    illegal: { hard: { 'requests.memory': '1.5GB' } },
    at: '/spec/hard/requests.memory',
  }),
  specCase(quota, { name: 'list of amounts', legal: { hard: {} }, illegal: { hard: ['10'] }, at: '/spec/hard' }),
  {
    name: 'Deployment: label of the pod with a space',
    legal: deployment({}),
    illegal: deployment({}, { app: 'a', 'k8s.vn/x': 'a b' }),
    at: '/spec/template/metadata/labels/k8s.vn~1x',
  },
  specCase(
    { apiVersion: 'apps/v1', kind: 'Deployment', ...inNamespace },
    {
      name: 'more replicas than 32 bits hold',
      legal: { selector: {}, template: {}, replicas: 2 ** 31 - 1 },
      illegal: { selector: {}, template: {}, replicas: 2 ** 31 },
      at: '/spec/replicas',
    },
  ),
  {
    name: 'Deployment: misspelt security context',
    legal: deployment({ securityContext: { runAsNonRoot: true } }),
    illegal: deployment({ securityContext: { runAsNonroot: true } }),
    at: '/spec/template/spec/containers/0/securityContext/runAsNonroot',
  },
  {
    name: 'Deployment: the same variable twice',
    legal: deployment({ env: [{ name: 'A' }, { name: 'B' }] }),
    illegal: deployment({ env: [{ name: 'A' }, { name: 'A' }] }),
    at: '/spec/template/spec/containers/0/env',
  },
  specCase(admission, {
    name: 'misspelt list of rules',
    legal: { failurePolicy: 'Fail', validations: [{ expression: 'true' }] },
    illegal: { failurePolicy: 'Fail', validation: [{ expression: 'true' }] },
    at: '/spec/validation',
  }),
  specCase(admission, {
    name: 'rule without an expression',
    legal: { validations: [{ expression: 'true' }] },
    illegal: { validations: [{ message: 'no' }] },
    at: '/spec/validations/0/expression',
  }),
];

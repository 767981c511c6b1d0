import policy from '../../../policies/network/require-guardrails';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import {
  ciliumGuardrails,
  ciliumPolicy,
  clusterGuardrails,
  clusterPolicy,
  forbiddenBlocks,
  withCilium,
} from './kit/guardrails';

const cluster = 'dc-north-land';
const subject = `cluster/${cluster}`;
const older = (resources: readonly JsonObject[]) => ({
  subject,
  view: viewOf({ resources: resources.map((body) => ({ body, cluster })) }),
});
const newer = (resources: readonly JsonObject[]) => ({
  subject,
  view: viewOf({ model: withCilium('1.20.0'), resources: resources.map((body) => ({ body, cluster })) }),
});
const ofTenants = {
  matchExpressions: [{ key: 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/tenant', operator: 'Exists' }],
};

describePolicy('network/require-guardrails', policy, {
  passes: {
    'the kind that an older Cilium honors': () => older(ciliumGuardrails()),
    'the kind that a newer Cilium honors': () => newer(clusterGuardrails()),
    'policies of hosts and of Cilium itself beside them': () =>
      older([
        ...ciliumGuardrails(),
        ciliumPolicy('host', { nodeSelector: {}, ingress: [{ fromEntities: ['cluster'] }] }),
        ciliumPolicy('health', {
          endpointSelector: { matchLabels: { 'reserved:health': '' } },
          egress: [{ toEntities: ['remote-node'] }],
        }),
      ]),
  },
  fails: {
    'no guardrails': () => ({
      ...older([]),
      where: 'CiliumClusterwideNetworkPolicy egressDeny',
      got: '10.97.128.0/20 is not denied',
    }),
    'the kind that this version would silently ignore': () => ({
      ...older(clusterGuardrails()),
      where: 'CiliumClusterwideNetworkPolicy egressDeny',
      got: '10.97.128.0/20 is not denied',
    }),
    'the other kind in a newer Cilium': () => ({
      ...newer(ciliumGuardrails()),
      where: 'ClusterNetworkPolicy egress',
      got: '10.97.128.0/20 is not denied',
    }),
    'a metadata service that is left open': () => ({
      ...older(ciliumGuardrails(forbiddenBlocks.slice(1))),
      where: 'CiliumClusterwideNetworkPolicy egressDeny',
      got: '169.254.169.254/32 is not denied',
    }),
    'no boundary to namespaces of nobody': () => ({
      ...older([
        ciliumPolicy('half', { endpointSelector: ofTenants, egressDeny: [{ toCIDR: forbiddenBlocks }] }),
        ...ciliumGuardrails().slice(1),
      ]),
      where: 'CiliumClusterwideNetworkPolicy ingressDeny',
      got: 'no denial of namespaces without tenant',
    }),
    'no default denial': () => ({
      ...older(ciliumGuardrails().filter((_, index) => index !== 1)),
      where: 'CiliumClusterwideNetworkPolicy enableDefaultDeny',
      got: 'no default denial',
    }),
    'a database that others reach': () => ({
      ...older(ciliumGuardrails().slice(0, 2)),
      where: 'CiliumClusterwideNetworkPolicy ingressDeny',
      got: 'land-database is not guarded',
    }),
    'a cluster-wide policy that opens tenants': () => ({
      ...older([
        ...ciliumGuardrails(),
        ciliumPolicy('hole', { endpointSelector: {}, ingress: [{ fromEntities: ['all'] }] }),
      ]),
      where: 'CiliumClusterwideNetworkPolicy hole',
      got: 'a rule that allows',
    }),
    'an Accept rule, which tenants can not take back': () => ({
      ...newer([
        ...clusterGuardrails(),
        clusterPolicy('hole', {
          tier: 'Admin',
          subject: { namespaces: {} },
          ingress: [{ action: 'Accept', from: [{ namespaces: {} }] }],
        }),
      ]),
      where: 'ClusterNetworkPolicy hole',
      got: 'an Accept rule',
    }),
    'a newer cluster without default denial': () => ({
      ...newer(clusterGuardrails().filter((_, index) => index !== 1)),
      where: 'ClusterNetworkPolicy Baseline',
      got: 'no default denial',
    }),
    'a newer cluster with an open database': () => ({
      ...newer(clusterGuardrails().slice(0, 2)),
      where: 'ClusterNetworkPolicy ingress',
      got: 'land-database is not guarded',
    }),
  },
  ignores: { 'a management cluster': () => ({ subject: 'cluster/dc-north-management', view: viewOf() }) },
});

import type { AdmissionRule } from './admission-rule';

/** Whoever writes any role has every right already; refusing them a label would stop the recovery of a cluster alone. */
const HAS_ALL = "authorizer.group('rbac.authorization.k8s.io').resource('clusterroles').check('escalate').allowed()";

/** What of a node people leave as it is: all that pods are placed by, and who it belongs to. */
const kept = [
  { of: 'labels', field: 'metadata.?labels', none: '{}' },
  { of: 'annotations', field: 'metadata.?annotations', none: '{}' },
  { of: 'owners', field: 'metadata.?ownerReferences', none: '[]' },
  { of: 'finalizers', field: 'metadata.?finalizers', none: '[]' },
  { of: 'taints', field: '?spec.?taints', none: '[]' },
  { of: 'provider', field: '?spec.?providerID', none: "''" },
  { of: 'addresses', field: '?spec.?podCIDRs', none: '[]' },
] as const;

const same = kept.map(({ field, none }) => `object.${field}.orValue(${none}) == oldObject.${field}.orValue(${none})`);

/**
 * People mark a node as taken out of use or back in it (Node `spec.unschedulable`), and change nothing else of it: its labels
 * and taints keep the pods of others off the hosts that are set apart. Kubelets and controllers, whose names are those of
 * Kubernetes, are bound by roles and by the API server (NodeRestriction).
 */
export const nodeRule: AdmissionRule = {
  name: 'nodes-are-marked-alone',
  resources: [{ apiGroup: '', names: ['nodes'] }],
  operations: ['UPDATE'],
  scope: 'everywhere',
  conditions: [{ name: 'is-of-people', expression: "!request.userInfo.username.startsWith('system:')" }],
  variables: [],
  checks: [
    {
      expression: `${HAS_ALL} || (${same.join(' && ')})`,
      message: {
        vi: 'Chỉ được đánh dấu máy ngừng hoặc nhận Pod; nhãn, dấu và các trường khác giữ nguyên',
        en: 'A node is marked as taking pods or not; its labels, taints and all else stay as they are',
      },
    },
  ],
  audit: { key: 'node', expression: 'string(object.metadata.name)' },
};

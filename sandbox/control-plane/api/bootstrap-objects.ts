import { groups } from '../../certificates/cluster-certificates';
import type { AccessRule, ClusterSpec, SimulatedNode } from '../sandbox-spec';

/** An object with the path at which it is applied. */
export interface PlacedObject {
  readonly path: string;
  readonly object: object;
}

const RBAC = 'rbac.authorization.k8s.io/v1';

/** What kwok does in place of kubelets, and no more. */
const simulatorRules: readonly AccessRule[] = [
  { apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['delete', 'patch', 'update'] },
  { apiGroups: [''], resources: ['nodes/status', 'pods/status'], verbs: ['patch', 'update'] },
  { apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch', 'update'] },
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs: ['create', 'get', 'list', 'patch', 'update', 'watch'],
  },
];

/** The rights of those who call a control plane by certificate. */
export function accessObjects({ deployerRules }: ClusterSpec): readonly PlacedObject[] {
  return [
    ...grant('ndc:deployer', groups.deployers, deployerRules),
    ...grant(groups.simulators, groups.simulators, simulatorRules),
  ];
}

/** A node as its kubelet would register it. */
export function nodeObjects(node: SimulatedNode, release: string): readonly PlacedObject[] {
  const { name, labels, taints, capacity } = node;
  const path = `/api/v1/nodes/${name}`;
  const base = { apiVersion: 'v1', kind: 'Node' };
  const status = {
    capacity,
    allocatable: capacity,
    nodeInfo: {
      architecture: 'amd64',
      bootID: '',
      containerRuntimeVersion: '',
      kernelVersion: '',
      kubeProxyVersion: '',
      kubeletVersion: release,
      machineID: '',
      operatingSystem: 'linux',
      osImage: '',
      systemUUID: '',
    },
  };
  const own = {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
  };
  return [
    { path, object: { ...base, metadata: { name, labels: { ...own, ...labels } }, spec: { taints }, status } },
    { path: `${path}/status`, object: { ...base, metadata: { name }, status } },
  ];
}

function grant(role: string, group: string, rules: readonly AccessRule[]): readonly PlacedObject[] {
  const path = `/apis/${RBAC}`;
  const metadata = { name: role };
  const subject = { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: group };
  const roleRef = { kind: 'ClusterRole', apiGroup: 'rbac.authorization.k8s.io', name: role };
  return [
    { path: `${path}/clusterroles/${role}`, object: { apiVersion: RBAC, kind: 'ClusterRole', metadata, rules } },
    {
      path: `${path}/clusterrolebindings/${role}`,
      object: { apiVersion: RBAC, kind: 'ClusterRoleBinding', metadata, roleRef, subjects: [subject] },
    },
  ];
}

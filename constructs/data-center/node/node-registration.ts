import type { Host } from '../../../model/site/site';
import { hostLabels } from '../host-labels';
import { PATCHES_FOLDER } from './node-files';

/** Taint of storage hosts: nothing but storage daemons runs there. */
const storageTaint = { key: hostLabels.role, value: 'storage', effect: 'NoSchedule' } as const;

/** What a node says of itself when it joins. */
export interface NodeRegistrationProps {
  readonly role: Host['role'];
  /** Failure domain of all nodes of the pool.
   * @default - they stand in several
   */
  readonly failureDomain?: string | undefined;
}

/** How a node registers: its host's name and id, which the Metal3 provider looks for, and where it stands. */
export function nodeRegistration({ role, failureDomain }: NodeRegistrationProps): object {
  const place = failureDomain === undefined ? [] : [`topology.kubernetes.io/zone=${failureDomain}`];
  const nodeLabels = ['metal3.io/uuid={{ ds.meta_data.uuid }}', `${hostLabels.role}=${role}`, ...place].join(',');
  return {
    name: '{{ ds.meta_data.name }}',
    kubeletExtraArgs: [{ name: 'node-labels', value: nodeLabels }],
    ...(role === 'storage' ? { taints: [storageTaint] } : {}),
  };
}

/** Joining a cluster, for workers and further control-plane hosts. */
export function joinConfiguration(props: NodeRegistrationProps): object {
  return { nodeRegistration: nodeRegistration(props), patches: { directory: PATCHES_FOLDER } };
}

/** Making a cluster, on its first control-plane host. */
export function initConfiguration(props: NodeRegistrationProps): object {
  return { nodeRegistration: nodeRegistration(props), patches: { directory: PATCHES_FOLDER } };
}

/** Commands before kubeadm: the kernel as configured, or the node doesn't start. */
export const preKubeadmCommands: readonly string[] = ['sysctl --system'];

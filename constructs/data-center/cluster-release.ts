import type { Cluster } from '../../model/site/cluster';

/** The patch of each minor that machines run: 1.36.3 is the one that our own control planes run; else the first. */
const patches: Readonly<Record<string, string>> = { '1.34': '1.34.0', '1.35': '1.35.0', '1.36': '1.36.3' };

/**
 * The Kubernetes release of a cluster's machines, such as `v1.36.3`.
 * @throws RangeError on a minor that the facts don't allow
 */
export function kubernetesRelease({ kubernetes }: Pick<Cluster, 'kubernetes'>): string {
  const patch = patches[kubernetes];
  if (patch === undefined) throw new RangeError(`no release of Kubernetes ${kubernetes} is known`);
  return `v${patch}`;
}

/** The disk image of a cluster's nodes in the nation's registry, with the file that holds its SHA-256. */
export function nodeImage(cluster: Pick<Cluster, 'kubernetes'>, imageRegistry: string) {
  const url = `https://${imageRegistry}/node-images/kubernetes-${kubernetesRelease(cluster)}.qcow2`;
  return { url, checksum: `${url}.sha256sum`, checksumType: 'sha256', format: 'qcow2' } as const;
}

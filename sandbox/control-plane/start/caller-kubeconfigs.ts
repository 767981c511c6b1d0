import { readFileSync } from 'node:fs';
import type { ClientName } from '../../certificates/cluster-certificates';
import { certificatePaths } from '../../certificates/keep-certificates';
import type { ClusterPlace } from '../cluster-place';
import type { ClusterPorts } from '../cluster-state';
import { callerKubeconfig } from '../components/component-context';
import { writePrivate } from '../files/write-private';
import { kubeconfigText } from '../kubeconfig';

const callers = ['controller-manager', 'scheduler', 'node-simulator'] as const satisfies readonly ClientName[];

/** Writes the kubeconfigs of a control plane's own callers: controllers, scheduler, node simulator. */
export function writeCallerKubeconfigs(place: ClusterPlace, ports: ClusterPorts): void {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const authority = read(certificatePaths(place.keys, 'ca').cert);
  for (const caller of callers) {
    const { cert, key } = certificatePaths(place.keys, caller);
    const server = `https://127.0.0.1:${ports.api}`;
    const entry = { context: caller, cluster: 'own', server, authority, certificate: read(cert), key: read(key) };
    writePrivate(callerKubeconfig(place, caller), kubeconfigText([entry]));
  }
}

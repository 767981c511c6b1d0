import { HTTPS, type FlowPort } from '../segmentation/zone-flow';
import type { Cluster } from '../site/cluster';

/** Port on which API servers answer. */
export const API_SERVER_PORT = 6443;

/** Where pods call the API server of their cluster: itself, and as its service shows it. */
export const apiServerPorts: readonly FlowPort[] = [{ port: API_SERVER_PORT, protocol: 'TCP' }, HTTPS];

/** Host name and port of a cluster's API server. */
export function apiEndpoint(cluster: Pick<Cluster, 'id'>, domain: string) {
  return { host: `api.${cluster.id}.${domain}`, port: API_SERVER_PORT } as const;
}

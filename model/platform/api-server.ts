import type { Cluster } from '../site/cluster';

/** Port on which API servers answer. */
export const API_SERVER_PORT = 6443;

/** Host name and port of a cluster's API server. */
export function apiEndpoint(cluster: Pick<Cluster, 'id'>, domain: string) {
  return { host: `api.${cluster.id}.${domain}`, port: API_SERVER_PORT } as const;
}

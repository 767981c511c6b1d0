import { join } from 'node:path';

/** Where everything of one control plane stands. */
export interface ClusterPlace {
  readonly folder: string;
  /** Certificates and keys. */
  readonly keys: string;
  /** Files of its host by their absolute path. */
  readonly host: string;
  readonly etcdData: string;
  readonly logs: string;
  readonly state: string;
}

/** The places of a cluster in a sandbox's folder. */
export function clusterPlace(sandboxFolder: string, cluster: string): ClusterPlace {
  const folder = join(sandboxFolder, 'clusters', cluster);
  return {
    folder,
    keys: join(folder, 'keys'),
    host: join(folder, 'host'),
    etcdData: join(folder, 'etcd'),
    logs: join(folder, 'logs'),
    state: join(folder, 'state.json'),
  };
}

/** The one kubeconfig of a sandbox. */
export function kubeconfigPath(sandboxFolder: string): string {
  return join(sandboxFolder, 'kubeconfig');
}

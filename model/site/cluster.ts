import type { Capacity, DualBlock, Host } from './site';

/** What a cluster is for: management of a site, the shared cloud (levels 1–4), or one level-5 system. */
export type ClusterRole = 'management' | 'shared' | 'dedicated';

/** One Kubernetes control plane and its nodes, in one site. */
export interface Cluster {
  /** `<site>-management`, `<site>-shared-<index>` or `<site>-<system short name>`. */
  readonly id: string;
  readonly site: string;
  readonly role: ClusterRole;
  /** Index in its role, as in the address plan. */
  readonly index: number;
  /** The only system of a dedicated cluster.
   * @default - management and shared clusters
   */
  readonly system?: string | undefined;
  readonly kubernetes: string;
  readonly cilium: string;
  readonly hosts: readonly Host[];
  readonly capacity: Capacity;
  readonly nodes: DualBlock;
  readonly pods: DualBlock;
  readonly services: DualBlock;
  /**
   * Storage pool and core network devices of its own (Decree 331/2026 Art. 30.9 c, d); the first shared cluster has the
   * site's pool, and every shared cluster the site's devices.
   */
  readonly storagePool: string;
  readonly networkDevices: readonly string[];
  /** Cilium cluster id in the mesh, 1 to 255. */
  readonly meshId: number;
}

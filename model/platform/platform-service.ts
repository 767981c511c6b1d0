import type { ZoneName } from '../segmentation/zone';
import type { Cluster, ClusterRole } from '../site/cluster';

/** Who calls a service: tenants of the same cluster, or whoever may reach the cluster from outside and they. */
export type PlatformCallers = 'nobody' | 'tenants' | 'outside';

/** A service of the platform, with a namespace of its own in each cluster that has it. */
export interface PlatformService {
  readonly service: string;
  /** Name of a namespace that the service's own software fixes.
   * @default - `platform-<service>`
   */
  readonly namespace?: string;
  /** Why its pods need more than Pod Security `restricted`.
   * @default - they don't
   */
  readonly privilegedBecause?: string;
  /** What runs once. */
  readonly once: Share;
  /** What runs, or grows, with every node, or every storage node; no node is smaller than these.
   * @default - nothing does
   */
  readonly perNode?: PerNode;
  /** Roles of the clusters that have it. */
  readonly in: readonly ClusterRole[];
  readonly callers: PlatformCallers;
  /** TCP ports on which callers reach its pods. */
  readonly ports: readonly number[];
  /** Whom it calls in its own cluster, beside name servers, the API server and its own pods. */
  readonly calls: readonly PlatformCall[];
  /** TCP ports on which the API server reaches its admission webhooks. */
  readonly webhookPorts: readonly number[];
}

/** Whom a service of the platform calls: namespaces of a zone, every namespace, instances of databases, or the nodes. */
export type PlatformCalled =
  | { readonly kind: 'databases' }
  | { readonly kind: 'zone'; readonly zone: ZoneName }
  | { readonly kind: 'everybody' }
  | { readonly kind: 'nodes' };

/** What a service of the platform calls, on which TCP ports. */
export interface PlatformCall {
  readonly of: PlatformCalled;
  readonly ports: readonly number[];
}

/** Cores, GiB and pods. */
export interface Share {
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly pods: number;
}

/** Thousandths of a core, MiB and pods for each node of a kind. */
export interface PerNode {
  readonly of: 'all' | 'storage';
  readonly milliCpu: number;
  readonly memoryMiB: number;
  readonly pods: number;
}

/** The share of a cluster that a service may use: what runs once, and what runs with its nodes, rounded up. */
export function shareOf({ once, perNode }: PlatformService, { hosts }: Pick<Cluster, 'hosts'>): Share {
  if (perNode === undefined) return once;
  const nodes = perNode.of === 'all' ? hosts.length : hosts.filter((host) => host.role === 'storage').length;
  return {
    cpu: once.cpu + Math.ceil((perNode.milliCpu * nodes) / 1_000),
    memoryGiB: once.memoryGiB + Math.ceil((perNode.memoryMiB * nodes) / 1_024),
    pods: once.pods + perNode.pods * nodes,
  };
}

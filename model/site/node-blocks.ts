import { parseCidr } from '../address/cidr';
import { PODS_PER_NODE_MAX } from '../limits';
import type { Cluster } from './cluster';

/** Nodes that a cluster may grow by without new addresses, as a share of those it has. */
const GROWTH = 0.25;
/** The block of one node while the cluster's is large enough: 254 pods, and a /64. */
const preferred = { ipv4: 24, ipv6: 64 } as const;
/** The smallest useful block of a node: 32 addresses. */
const SMALLEST_4 = 27;
/** Addresses of a node's block that no pod gets: network, broadcast, router, health and two in reserve. */
const RESERVED_ADDRESSES = 6;

/** How a cluster's pod blocks are cut for its nodes. */
export interface NodeBlocks {
  readonly maskSize4: number;
  readonly maskSize6: number;
  /** What the kubelet's `maxPods` is set to, and what the quota ledger counts with. */
  readonly podsPerNode: number;
}

/** The most nodes that a pod block can be cut for, with room to grow. */
export function nodesMax({ pods }: Pick<Cluster, 'pods'>): number {
  return Math.floor(2 ** (SMALLEST_4 - prefixLengthOf(pods.ipv4)) / (1 + GROWTH));
}

/**
 * The size of each node's pod block: as preferred, or smaller where the cluster has more nodes than such blocks;
 * undefined when not even the smallest useful block is enough, which a check of the facts refuses.
 */
export function tryFindNodeBlocks({ hosts, pods }: Pick<Cluster, 'hosts' | 'pods'>): NodeBlocks | undefined {
  if (hosts.length > nodesMax({ pods })) return undefined;
  const bits = Math.ceil(Math.log2(Math.max(1, Math.ceil(hosts.length * (1 + GROWTH)))));
  const maskSize4 = Math.max(preferred.ipv4, prefixLengthOf(pods.ipv4) + bits);
  const maskSize6 = Math.max(preferred.ipv6, prefixLengthOf(pods.ipv6) + bits);
  const podsPerNode = Math.min(PODS_PER_NODE_MAX.maximum, 2 ** (32 - maskSize4) - RESERVED_ADDRESSES);
  return { maskSize4, maskSize6, podsPerNode };
}

/** The node blocks of a cluster whose facts were checked. */
export function findNodeBlocks(cluster: Pick<Cluster, 'id' | 'hosts' | 'pods'>): NodeBlocks {
  const blocks = tryFindNodeBlocks(cluster);
  if (blocks === undefined) throw new Error(`${cluster.id} has more nodes than its pod block can be cut for`);
  return blocks;
}

function prefixLengthOf(block: string): number {
  const parsed = parseCidr(block);
  if (!parsed.ok) throw new Error(`${block}: ${parsed.reason.what}`);
  return parsed.value.prefixLength;
}

import { prefixLengthOf } from './prefix-length';
import type { Cluster } from '../../../model/site/cluster';

/** Nodes that a cluster may grow by without new addresses, as a share of those it has. */
const GROWTH = 0.25;
/** The block of one node while the cluster's is large enough: 254 pods, and a /64. */
const preferred = { ipv4: 24, ipv6: 64 } as const;
/** Kubernetes' own default, which is also what the quota ledger counts with. */
const PODS_PER_NODE = 110;
/** Addresses of a node's block that no pod gets: network, broadcast, router, health and two in reserve. */
const RESERVED_ADDRESSES = 6;

/** How a cluster's pod blocks are cut for its nodes. */
export interface NodeBlocks {
  readonly maskSize4: number;
  readonly maskSize6: number;
  readonly podsPerNode: number;
}

/**
 * The size of each node's pod block: as preferred, or smaller where the cluster has more nodes than such blocks.
 * @throws RangeError when not even the smallest useful block is enough
 */
export function nodeBlocks({ id, hosts, pods }: Pick<Cluster, 'id' | 'hosts' | 'pods'>): NodeBlocks {
  const bits = Math.ceil(Math.log2(Math.max(1, Math.ceil(hosts.length * (1 + GROWTH)))));
  const maskSize4 = Math.max(preferred.ipv4, prefixLengthOf(pods.ipv4) + bits);
  const maskSize6 = Math.max(preferred.ipv6, prefixLengthOf(pods.ipv6) + bits);
  const podsPerNode = Math.min(PODS_PER_NODE, 2 ** (32 - maskSize4) - RESERVED_ADDRESSES);
  if (podsPerNode < 16) throw new RangeError(`${id}: ${pods.ipv4} is too small for ${hosts.length} nodes`);
  return { maskSize4, maskSize6, podsPerNode };
}

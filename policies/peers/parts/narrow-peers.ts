import { labels } from '../../../model/naming';
import { absent, any, entry, exists, prefixAtLeast } from '../../engine/language/combinators';
import type { Ref } from '../../engine/language/reference';
import type { Condition } from '../../engine/language/tree';
import type { NetworkPolicyPeer } from '../../engine/shapes/kubernetes';

/** Blocks wider than this are no peer but the world: the broadest block of the address plan is a /10, of IPv6 a /32. */
export const PREFIX_LENGTH_MIN = 8;

/** Labels by which a selector of namespaces means one system or one namespace; a tenant has many, which are apart too. */
export const nameable = ['kubernetes.io/metadata.name', labels.system] as const;

/** The peer is no block of addresses, or one that somebody could own. */
export function isNarrowBlock(peer: Ref<NetworkPolicyPeer>): Condition {
  return any(absent(peer.ipBlock), prefixAtLeast(peer.ipBlock.cidr, PREFIX_LENGTH_MIN));
}

/** The peer is of the own namespace or a block, or its selector of namespaces names whose they are. */
export function isNamedNamespace({ namespaceSelector }: Ref<NetworkPolicyPeer>): Condition {
  const stated = nameable.map((key) => exists(entry(namespaceSelector.matchLabels, key)));
  return any(absent(namespaceSelector), ...stated);
}

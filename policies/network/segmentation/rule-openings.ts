import type { NetworkRule } from '../../../resources/view/network-rule';
import { openingText, tryPeerText, tryPortText } from './opening';

/** What a rule of a NetworkPolicy opens, each peer and port as text. */
export interface RuleOpenings {
  readonly texts: readonly string[];
  /** False when some of it is more than labels, blocks and single ports can say, or nobody can tell. */
  readonly isWhole: boolean;
}

const known = new WeakMap<NetworkRule, RuleOpenings>();

/** What a rule opens; read once for each rule. */
export function ruleOpenings(rule: NetworkRule): RuleOpenings {
  const found = known.get(rule) ?? readOpenings(rule);
  known.set(rule, found);
  return found;
}

function readOpenings({ peers, ports, unclear }: NetworkRule): RuleOpenings {
  if (peers === 'all' || ports === 'all') return { texts: [], isWhole: false };
  const peerTexts = peers.map(tryPeerText).filter((one) => one !== undefined);
  const portTexts = ports.map(tryPortText).filter((one) => one !== undefined);
  return {
    texts: peerTexts.flatMap((peer) => portTexts.map((port) => openingText(peer, port))),
    isWhole: !unclear && peerTexts.length === peers.length && portTexts.length === ports.length,
  };
}

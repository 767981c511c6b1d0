import { parseCidr, type Cidr } from '../../model/address/cidr';
import type { NetworkRule } from './network-rule';

/** Texts that are kept read; a hostile assembly with more is read again each time. */
const KEPT_MAX = 100_000;

/** Address blocks as read from their texts, each once: a nation names the same few thousand millions of times. */
export class BlockTexts {
  private readonly read = new Map<string, Cidr | undefined>();
  private readonly whole = new WeakMap<NetworkRule, ReadonlySet<string>>();

  /** The block of a text; undefined when it is none. */
  public tryBlock(text: string): Cidr | undefined {
    if (this.read.has(text)) return this.read.get(text);
    const parsed = parseCidr(text);
    const block = parsed.ok ? parsed.value : undefined;
    if (this.read.size < KEPT_MAX) this.read.set(text, block);
    return block;
  }

  /** The texts of the blocks that a rule opens without exception. */
  public wholeBlocksOf(rule: NetworkRule): ReadonlySet<string> {
    const known = this.whole.get(rule);
    if (known !== undefined) return known;
    const peers = rule.peers === 'all' ? [] : rule.peers;
    const texts = peers.flatMap((peer) => (peer.kind === 'block' && peer.except.length === 0 ? [peer.cidr] : []));
    const found = new Set(texts);
    this.whole.set(rule, found);
    return found;
  }
}

import { Cidr } from '../../../../../model/address/cidr';
import { parseIp } from '../../../../../model/address/ip';
import type { Literal } from '../literal';
import { IS_FALSE, IS_TRUE, IS_UNKNOWN } from '../truth-set';
import { isOrderPossible, type OrderBound } from './order-bounds';

/** Whether some text may be a block that lies where it must, outside of where it must not, and is as narrow as stated; or no block. */
export function isBlockPossible(literals: readonly Literal[]): boolean {
  if (literals.every(({ answers }) => (answers & IS_UNKNOWN) !== 0)) return true;
  if (literals.some(({ answers }) => (answers & (IS_TRUE | IS_FALSE)) === 0)) return false;
  const within = literals.filter(({ test }) => test === 'within-blocks');
  const inside = within.filter((one) => isSurely(one, IS_TRUE)).map(blocksOf);
  const outside = within.filter((one) => isSurely(one, IS_FALSE)).flatMap(blocksOf);
  const prefixes = literals.filter(({ test }) => test === 'prefix-at-least').map(prefixBound);
  const [first, ...rest] = inside;
  if (first === undefined) return isNarrowable(prefixes);
  const meeting = rest.reduce(meet, first).filter((one) => !outside.some((other) => other.contains(one)));
  // What lies within a block is as narrow as it, or narrower.
  return meeting.some(({ prefixLength }) =>
    isNarrowable([...prefixes, { isFloor: true, bound: prefixLength, answers: IS_TRUE }]),
  );
}

function isSurely({ answers }: Literal, truth: number): boolean {
  return (answers & (IS_TRUE | IS_FALSE)) === truth;
}

function prefixBound({ operand, answers }: Literal): OrderBound<number> {
  return { isFloor: true, bound: Number(operand), answers };
}

function isNarrowable(prefixes: readonly OrderBound<number>[]): boolean {
  return isOrderPossible(prefixes, (how) => how === 'judged');
}

/** The blocks that lie in one of these and one of those. */
function meet(these: readonly Cidr[], those: readonly Cidr[]): readonly Cidr[] {
  return these.flatMap((one) =>
    those.flatMap((other) => (one.contains(other) ? [other] : other.contains(one) ? [one] : [])),
  );
}

/** The blocks that a rule names; the test of the rule has read them already. */
function blocksOf({ operand }: Literal): readonly Cidr[] {
  return typeof operand === 'object' ? operand.map((one) => blockOf(String(one))) : [];
}

function blockOf(text: string): Cidr {
  const [address = '', length] = text.split('/');
  const first = parseIp(address);
  if (!first.ok) throw new RangeError(`${text} is no block of addresses`);
  return Cidr.around(first.value, Number(length));
}

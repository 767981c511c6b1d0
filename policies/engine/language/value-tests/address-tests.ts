import { Cidr } from '../../../../model/address/cidr';
import { parseIp } from '../../../../model/address/ip';
import { readMaskText } from '../../../../model/address/mask-text';
import { celLiteral, type ValueTest } from './value-test';

/** Longer than any block that can be written. */
const BLOCK_TEXT_MAX = 64;

/** The block of addresses is at least this narrow: it shares so many leading bits. */
export const prefixAtLeast: ValueTest<number> = {
  compile: (operand) => (value) => {
    const block = tryBlock(value);
    return block === undefined ? undefined : block.prefixLength >= operand;
  },
  cel: (value, operand) => `cidr(${value}).prefixLength() >= ${operand}`,
  want: (operand) => `a block of /${operand} or narrower`,
  near: (operand) => [operand - 1, operand, operand + 1].flatMap((bits) => [`10.0.0.0/${bits}`, `fd00::/${bits}`]),
  altered: (operand) => [operand - 1, operand + 1],
  // Reading the block: its length × 0.1; its prefix, and the comparison.
  cost: () => Math.ceil(BLOCK_TEXT_MAX * 0.1) + 2,
};

/** The block of addresses lies within one of these. */
export const withinBlocks: ValueTest<readonly string[]> = {
  compile: (operand) => {
    const blocks = operand.map(stated);
    return (value) => {
      const block = tryBlock(value);
      return block === undefined ? undefined : blocks.some((one) => one.contains(block));
    };
  },
  cel: (value, operand) => operand.map((one) => `cidr(${celLiteral(one)}).containsCIDR(${value})`).join(' || '),
  want: (operand) => `a block within ${operand.join(', ')}`,
  near: (operand) => [...operand, ...operand.map(wider), '203.0.113.0/24', '2001:db8::/64'],
  altered: (operand) =>
    operand
      .flatMap((one, index) => [operand.toSpliced(index, 1, wider(one)), operand.toSpliced(index, 1)])
      .filter((rest) => rest.length > 0),
  cost: (operand) => operand.length * 40,
};

/** Reads a block as the API server does, which lets bits beyond the prefix length stand (netip.ParsePrefix). */
function tryBlock(value: unknown): Cidr | undefined {
  if (typeof value !== 'string' || value.length > BLOCK_TEXT_MAX) return undefined;
  const [address = '', mask, ...surplus] = value.split('/');
  const first = parseIp(address);
  if (!first.ok || mask === undefined || surplus.length > 0) return undefined;
  const length = readMaskText(mask, first.value.family);
  return length.ok ? Cidr.around(first.value, length.value) : undefined;
}

function stated(text: string): Cidr {
  const block = tryBlock(text);
  if (block === undefined) throw new RangeError(`${text} is no block of addresses`);
  return block;
}

/** The block of twice the size around this one. */
function wider(text: string): string {
  const { first, prefixLength } = stated(text);
  return Cidr.around(first, Math.max(0, prefixLength - 1)).toString();
}

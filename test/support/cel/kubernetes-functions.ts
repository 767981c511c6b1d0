import { BlockList, isIP } from 'node:net';

/** Orders two quantities as `resource.Quantity` does; throws on what is none. Shares no code with the product. */
export function compareQuantity(a: string, b: string): bigint {
  const difference = toNano(a) - toNano(b);
  return difference > 0n ? 1n : difference < 0n ? -1n : 0n;
}

/** The prefix length of a block; throws on what is none. */
export function prefixLength(block: string): bigint {
  return BigInt(read(block).length);
}

/** Whether a block holds another. */
export function containsBlock(outer: string, inner: string): boolean {
  const [a, b] = [read(outer), read(inner)];
  if (a.family !== b.family || a.length > b.length) return false;
  const list = new BlockList();
  list.addSubnet(a.address, a.length, a.family);
  return list.check(b.address, b.family);
}

const POWERS = 'numkMGTPE';
const EXPONENTS = [-9, -6, -3, 3, 6, 9, 12, 15, 18];

function toNano(text: string): bigint {
  const parts = /^([+-]?)(\d*)\.?(\d*)([a-zA-Z]*)([+-]?\d*)$/.exec(text);
  const [, sign = '', whole = '', fraction = '', unit = '', power = ''] = parts ?? [];
  if (parts === null || whole + fraction === '') throw new Error(`${text} is no quantity`);
  let [numerator, denominator] = [BigInt(whole + fraction) * 1_000_000_000n, 10n ** BigInt(fraction.length)];
  if (/^[KMGTPE]i$/.test(unit) && power === '') numerator *= 1024n ** BigInt('KMGTPE'.indexOf(unit.charAt(0)) + 1);
  else {
    const exponent = exponentOf(unit, power, text);
    if (exponent >= 0) numerator *= 10n ** BigInt(exponent);
    else denominator *= 10n ** BigInt(-exponent);
  }
  const up = (numerator + denominator - 1n) / denominator;
  return sign === '-' ? -up : up;
}

function exponentOf(unit: string, power: string, text: string): number {
  if (unit === '' && power === '') return 0;
  if (/^[eE]$/.test(unit) && power !== '') return Number(power);
  const exponent = unit.length === 1 && power === '' ? EXPONENTS[POWERS.indexOf(unit)] : undefined;
  if (exponent === undefined) throw new Error(`${text} is no quantity`);
  return exponent;
}

interface Block {
  readonly address: string;
  readonly length: number;
  readonly family: 'ipv4' | 'ipv6';
}

function read(text: string): Block {
  const [address = '', length = '', ...more] = text.split('/');
  const version = isIP(address);
  const isLength = /^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= (version === 4 ? 32 : 128);
  if (version === 0 || address.includes('%') || !isLength || more.length > 0) throw new Error(`${text} is no block`);
  return { address, length: Number(length), family: version === 4 ? 'ipv4' : 'ipv6' };
}

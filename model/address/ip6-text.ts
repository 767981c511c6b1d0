import { Address6 } from 'ip-address';

import { formatIp4, readIp4Text } from './ip4-text';
import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed } from './refusal';

const IP6_FORM = 'eight groups of up to four hexadecimal digits with at most one "::", such as 2001:db8:10::1';

/** The upper 96 bits of an IPv4-mapped address, `::ffff:0:0/96` (RFC 4291 §2.5.5.2). */
const MAPPED_PREFIX = 0xffffn;

/** Writes an IPv6 number in the canonical form of RFC 5952 §4: lower case, first longest run of zeros elided. */
export function formatIp6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(16 * (7 - index))) & 0xffffn));
  const run = findLongestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

function findLongestZeroRun(groups: readonly number[]): {
  readonly start: number;
  readonly length: number;
} {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  }
  return longest;
}

/**
 * Reads IPv6 text (RFC 4291 §2.2). Spelling that has one meaning is accepted (upper case, padded groups, `::` in
 * another place, a dotted tail) and printed canonically; IPv4 in disguise is refused with the IPv4 address.
 */
export function readIp6Text(text: string): Parsed<bigint> {
  const wrong = findWrongForm(text);
  if (wrong !== undefined) return wrong;
  if (!Address6.isValid(text)) return refuseIp6(text, 'ip6-malformed', ['this is not an IPv6 address', '']);
  const value = new Address6(text).bigInt();
  return findDisguisedIp4(text, value) ?? accepted(value);
}

function refuseIp6(text: string, code: string, [what, next]: readonly [string, string]): Parsed<never> {
  const step = next === '' ? 'correct the address' : next;
  return refused({ code, what, got: quoteInput(text), want: IP6_FORM, next: step });
}

function findWrongForm(text: string): Parsed<never> | undefined {
  if (!/^[0-9a-fA-F:.]+$/.test(text))
    return refuseIp6(text, 'ip6-characters', ['this is not an IPv6 address: it has other characters', '']);
  return findWrongTail(text) ?? findWrongElision(text) ?? findWrongGroup(text);
}

/** A dotted tail is IPv4 text and obeys its rules; dots anywhere else are wrong. */
function findWrongTail(text: string): Parsed<never> | undefined {
  const groups = text.split(':');
  if (groups.slice(0, -1).some((group) => group.includes('.')))
    return refuseIp6(text, 'ip6-dots', ['dots stand before a colon', 'write dots only in the last four bytes']);
  const tail = groups.at(-1) ?? '';
  if (!tail.includes('.')) return undefined;
  const read = readIp4Text(tail);
  return read.ok ? undefined : refused({ ...read.reason, got: quoteInput(text) });
}

function findWrongElision(text: string): Parsed<never> | undefined {
  if (text.includes(':::')) return refuseIp6(text, 'ip6-colons', ['three colons stand together', 'write "::" or ":"']);
  if (text.split('::').length > 2)
    return refuseIp6(text, 'ip6-elision', ['"::" stands more than once', 'write the zeros out in all places but one']);
  if (/^:(?!:)|(?<!:):$/.test(text))
    return refuseIp6(text, 'ip6-colons', ['the address starts or ends with one colon', 'write "::" or leave it out']);
  return undefined;
}

function findWrongGroup(text: string): Parsed<never> | undefined {
  const groups = text.split(':').filter((group) => group !== '');
  const long = groups.find((group) => !group.includes('.') && group.length > 4);
  if (long !== undefined)
    return refuseIp6(text, 'ip6-group-range', [`the group ${quoteInput(long)} has more than four digits`, '']);
  const count = groups.length + (text.includes('.') ? 1 : 0);
  const fits = text.includes('::') ? count <= 7 : count === 8;
  if (fits) return undefined;
  const what = text.includes('::')
    ? `${count} groups leave no zeros for "::" to stand for`
    : `an IPv6 address has eight groups, this has ${count}`;
  const next = text.includes('::') ? 'leave out the "::" or the surplus groups' : 'write all groups, or "::" for zeros';
  return refuseIp6(text, 'ip6-group-count', [what, next]);
}

/** IPv4-mapped addresses, and dotted text inside the deprecated IPv4-compatible block (RFC 4291 §2.5.5). */
function findDisguisedIp4(text: string, value: bigint): Parsed<never> | undefined {
  const high = value >> 32n;
  const isDisguised = high === MAPPED_PREFIX || (high === 0n && text.includes('.'));
  if (!isDisguised) return undefined;
  return refused({
    code: 'ip6-holds-ip4',
    what: 'this IPv6 form only wraps an IPv4 address, and rules for one family would miss the other',
    got: quoteInput(text),
    want: 'an IPv4 address in dotted form, or an IPv6 address of its own',
    next: `did you mean ${formatIp4(value & 0xffff_ffffn)}?`,
  });
}

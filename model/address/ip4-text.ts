import { Address4 } from 'ip-address';

import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed } from './refusal';

const IP4_FORM = 'four decimal numbers from 0 to 255, without leading zeros, such as 10.20.0.1';

/** Writes an IPv4 number in dotted form. */
export function formatIp4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
}

/**
 * Reads dotted IPv4 text (RFC 6943 §3.1.1 "strict"): exactly four decimal parts. Forms that the C library
 * takes but people read differently (octal, hexadecimal, fewer parts) are refused with the likely intention.
 */
export function readIp4Text(text: string): Parsed<bigint> {
  const parts = text.split('.');
  const wrong = findWrongCharacters(text, parts) ?? findWrongCount(text, parts) ?? findWrongPart(text, parts);
  if (wrong !== undefined) return wrong;
  return Address4.isValid(text)
    ? accepted(new Address4(text).bigInt())
    : refuseIp4(text, 'ip4-malformed', ['this is not an IPv4 address', 'write the address in dotted form']);
}

function refuseIp4(text: string, code: string, [what, next]: readonly [string, string]): Parsed<never> {
  return refused({ code, what, got: quoteInput(text), want: IP4_FORM, next });
}

function findWrongCharacters(text: string, parts: readonly string[]): Parsed<never> | undefined {
  if (parts.every((part) => /^[0-9]+$/.test(part))) return undefined;
  if (parts.some((part) => part === ''))
    return refuseIp4(text, 'ip4-empty-part', ['a part of the IPv4 address is empty', 'fill in or remove the part']);
  if (parts.every((part) => /^(0[xX][0-9a-fA-F]+|[0-9]+)$/.test(part)))
    return refuseIp4(text, 'ip4-hexadecimal', ['an IPv4 address is not written in hexadecimal', hexIntention(parts)]);
  if (parts.some((part) => /^[+-][0-9]+$/.test(part)))
    return refuseIp4(text, 'ip4-sign', ['a part of the IPv4 address has a sign', 'leave out the sign']);
  return refuseIp4(text, 'ip4-characters', [
    'this is not an IP address',
    'write the address itself; host names are not looked up',
  ]);
}

function hexIntention(parts: readonly string[]): string {
  const values = parts.map((part) => (/^0[xX]/.test(part) ? Number(part) : Number.parseInt(part, 10)));
  if (values.length === 1) return numberIntention(BigInt(parts[0] ?? '0'));
  const fits = values.length === 4 && values.every((value) => value <= 255);
  return fits ? `did you mean ${values.join('.')}?` : 'write the address in decimal';
}

function numberIntention(value: bigint): string {
  return value < 2n ** 32n ? `did you mean ${formatIp4(value)}?` : 'write the address in dotted form';
}

function findWrongCount(text: string, parts: readonly string[]): Parsed<never> | undefined {
  if (parts.length === 4) return undefined;
  const what = `an IPv4 address has four parts, this has ${parts.length}`;
  return refuseIp4(text, 'ip4-part-count', [what, countIntention(parts)]);
}

/** The missing parts may belong at the end (a network) or before the last one (as the C library fills them). */
function countIntention(parts: readonly string[]): string {
  if (parts.length > 4) return 'leave out the surplus parts';
  if (parts.length === 1) return numberIntention(BigInt(parts[0] ?? '0'));
  if (!parts.every(isDecimalByte)) return 'write all four parts';
  const zeros = Array.from({ length: 4 - parts.length }, () => '0');
  const network = [...parts, ...zeros].join('.');
  const host = [...parts.slice(0, -1), ...zeros, ...parts.slice(-1)].join('.');
  return network === host
    ? `did you mean ${network}?`
    : `did you mean ${network}, or ${host} as some tools read it? Write all four parts`;
}

function isDecimalByte(part: string): boolean {
  return /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255;
}

function findWrongPart(text: string, parts: readonly string[]): Parsed<never> | undefined {
  const padded = parts.find((part) => /^0[0-9]/.test(part));
  if (padded !== undefined) {
    const what = `the part ${quoteInput(padded)} has a leading zero: some tools read it as octal, others as decimal`;
    return refuseIp4(text, 'ip4-leading-zero', [what, leadingZeroIntention(parts)]);
  }
  const large = parts.find((part) => Number(part) > 255);
  if (large === undefined) return undefined;
  return refuseIp4(text, 'ip4-part-range', [
    `the part ${quoteInput(large)} is greater than 255`,
    'correct the part to at most 255',
  ]);
}

function leadingZeroIntention(parts: readonly string[]): string {
  const decimal = parts.map((part) => Number.parseInt(part, 10));
  const octal = parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const isByte = (value: number): boolean => value <= 255;
  const readsAsOctal = octal.every(isByte) && parts.every((part) => !/^0.*[89]/.test(part));
  const meanings = [decimal, ...(readsAsOctal ? [octal] : [])].filter((values) => values.every(isByte));
  const texts = [...new Set(meanings.map((values) => values.join('.')))];
  if (texts.length === 0) return 'write each part in decimal, at most 255';
  const [likely, asOctal] = texts;
  return asOctal === undefined ? `did you mean ${likely}?` : `did you mean ${likely}, or ${asOctal} if it was octal?`;
}

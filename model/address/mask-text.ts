import { ADDRESS_BITS, parseIp, type IpFamily } from './ip';
import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed } from './refusal';

/** Reads the part of a CIDR block after the slash: a prefix length in decimal, without sign or leading zeros. */
export function readMaskText(text: string, family: IpFamily): Parsed<number> {
  const bits = ADDRESS_BITS[family];
  const refuse = (code: string, what: string, next: string): Parsed<never> =>
    refused({
      code,
      what,
      got: quoteInput(text),
      want: `a prefix length from 0 to ${bits} in decimal`,
      next,
    });
  if (text === '') return refuse('cidr-mask-missing', 'nothing follows the slash', 'write the prefix length');
  const netmask = family === 4 && text.includes('.') ? readNetmask(text) : undefined;
  if (netmask !== undefined)
    return refuse('cidr-netmask', 'the mask is written as a netmask', `did you mean /${netmask}?`);
  if (!/^[0-9]+$/.test(text))
    return refuse('cidr-mask-characters', 'the prefix length is not a decimal number', 'write it with digits only');
  const value = Number(text);
  if (/^0[0-9]/.test(text)) {
    const next = value <= bits ? `did you mean /${value}?` : `write at most ${bits}`;
    return refuse('cidr-mask-leading-zero', 'the prefix length has a leading zero', next);
  }
  if (value > bits)
    return refuse('cidr-mask-range', `an IPv${family} prefix has at most ${bits} bits`, `write at most ${bits}`);
  return accepted(value);
}

/** The prefix length of a netmask such as 255.255.0.0; undefined when its ones don't stand together. */
function readNetmask(text: string): number | undefined {
  const mask = parseIp(text);
  if (!mask.ok || mask.value.family !== 4) return undefined;
  const ones = /^(1*)0*$/.exec(mask.value.value.toString(2).padStart(32, '0'))?.[1];
  return ones?.length;
}

import { quoteInput } from './quote-input';
import { refused, type Parsed } from './refusal';

/** Longest text that is looked at as an address, block or port; the longest right one has 49 characters. */
export const ADDRESS_TEXT_LENGTH_MAX = 64;

/** What a parser of this room reads, in the words of its errors. */
export interface TextSubject<T> {
  /** Noun phrase with article, such as `an IP address`. */
  readonly noun: string;
  /** The form that is allowed, as a noun phrase with an example. */
  readonly want: string;
  /** Reads text that is within bounds; also finds the intention behind text that isn't quite right. */
  readonly read: (text: string) => Parsed<T>;
}

/**
 * Reads text after the checks that all parsers of this room share: not empty, not longer than
 * {@link ADDRESS_TEXT_LENGTH_MAX}, and only printable ASCII without spaces (look-alike digits and invisible
 * characters never pass).
 */
export function readBoundedText<T>(text: string, subject: TextSubject<T>): Parsed<T> {
  const refuse = (code: string, what: string, next: string): Parsed<never> =>
    refused({ code, what, got: quoteInput(text), want: subject.want, next });
  if (text === '') return refuse('address-text-empty', `${subject.noun} is missing`, `write ${subject.want}`);
  if (text.length > ADDRESS_TEXT_LENGTH_MAX)
    return refuse('address-text-length', `this is too long for ${subject.noun}`, 'write one value only');
  if (/^[\x21-\x7e]+$/.test(text)) return subject.read(text);
  const plain = text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Cc}]+/gu, '');
  const meant = /^[\x21-\x7e]+$/.test(plain) ? subject.read(plain) : undefined;
  const next =
    meant?.ok === true
      ? `did you mean ${String(meant.value)}?`
      : 'write it with plain ASCII characters, without spaces';
  return refuse('address-text-characters', `${subject.noun} has spaces or characters beyond ASCII`, next);
}

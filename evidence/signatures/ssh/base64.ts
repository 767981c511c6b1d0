import { refuse } from './refuse';

/** The bytes of a base64 text (RFC 4648 section 4) in its one form: with padding, and no bit that carries nothing. */
export function decodeBase64(text: string, what: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') === text) return bytes;
  return refuse({
    code: 'base64-not-canonical',
    what: `${what} is no base64 in its one form`,
    got: `${text.length} characters`,
    want: 'letters, digits, + and / with padding, without white space, unused bits zero',
  });
}

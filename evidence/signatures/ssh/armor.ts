import { decodeBase64 } from './base64';
import { refuse } from './refuse';

const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';
/** Characters of a line, as ssh-keygen writes them. */
const LINE = 70;
const TEXT_MAX = 8_192;

/** A signature as text, byte for byte as `ssh-keygen -Y sign` writes it. */
export function armorSignature(blob: Uint8Array): string {
  const lines = Buffer.from(blob)
    .toString('base64')
    .match(new RegExp(`.{1,${LINE}}`, 'g'));
  return [BEGIN, ...(lines ?? []), END, ''].join('\n');
}

/** The bytes of a signature as text; programs differ in the length of lines, so any is taken. */
export function dearmorSignature(text: string): Buffer {
  const lines = text.length > TEXT_MAX ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines.at(0) === BEGIN && lines.at(-1) === END && lines.length > 2)
    return decodeBase64(lines.slice(1, -1).join(''), 'the signature');
  return refuse({
    code: 'signature-armor',
    what: 'this is no SSH signature',
    got: `${text.length} characters`,
    want: `at most ${TEXT_MAX} characters between the lines ${BEGIN} and ${END}`,
  });
}

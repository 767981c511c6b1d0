import { INSTANT_FORM, tryInstantSeconds } from '../ssh/instant';
import { refuseValue, text, type Reader } from './read-value';
import { success } from '../../../model/problem';

const NAME = /^[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?$/;
const NAME_FORM = '1 to 64 of a-z, 0-9 and, between them, . _ - @';

/** Whether a text is a name of a person, an account or a role: one in which no letter looks like another script's. */
export function isPlainName(name: string): boolean {
  return NAME.test(name);
}

/** A name of a person, an account or a role. What only looks like one is refused and never folded into it. */
export const plainName: Reader<string> = (value, at) => {
  if (typeof value === 'string' && isPlainName(value)) return success(value);
  const isLookAlike = typeof value === 'string' && /[^ -~]|[A-Z]/u.test(value);
  return refuseValue(at, value, {
    code: isLookAlike ? 'name-look-alike' : 'name-form',
    what: isLookAlike ? 'the name has letters that can be taken for others' : 'this is no name',
    want: NAME_FORM,
    next: 'write the name as the signer list has it, in small ASCII letters',
  });
};

/** A moment in UTC. */
export const instant: Reader<string> = text({
  code: 'instant-form',
  want: INSTANT_FORM,
  accepts: (value) => tryInstantSeconds(value) !== undefined,
});

/** A SHA-256 digest in hexadecimal, as in-toto writes it. */
export const hexDigest: Reader<string> = text({
  code: 'digest-form',
  want: '64 hexadecimal digits, small',
  accepts: (value) => /^[0-9a-f]{64}$/.test(value),
});

/** Whether a text is a digest as the product writes it: `sha256:` and 64 hexadecimal digits. */
export function isDigest(digest: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(digest);
}

const REASON_MAX = 500;

/** A sentence that a person wrote, in which nothing is hidden. */
export const sentence: Reader<string> = text({
  code: 'reason-form',
  want: `1 to ${REASON_MAX} visible characters in one line, composed (Unicode NFC), without white space around`,
  accepts: (value) =>
    value.length > 0 &&
    value.length <= REASON_MAX &&
    value.isWellFormed() &&
    !/\p{C}|\p{Zl}|\p{Zp}|^\s|\s$/u.test(value) &&
    value.normalize('NFC') === value,
});

import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Result } from '../../../model/problem';
import { decodeBase64 } from './base64';
import { findKeyForm, readKeyMaterial, type KeyForm, type SshKeyType } from './key-form';
import { attemptKey, readAt, refuse } from './refuse';
import { WireReader } from './wire-reader';

/** A public key as OpenSSH writes it. */
export interface SshPublicKey {
  readonly type: SshKeyType;
  readonly form: KeyForm;
  /** The key in wire format (RFC 4253 section 6.6), by which two keys are the same. */
  readonly blob: Buffer;
  /** `SHA256:` and the digest of the blob in base64 without padding, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  /** What a hardware key was made for, such as `ssh:`; empty for other keys. */
  readonly application: string;
  readonly key: KeyObject;
}

const KEY_TEXT_MAX = 4_096;
const BLOB_BYTES_MAX = 2_048;

/** Hardware keys made for web sites or other programs can't be told into signing for this one. */
const APPLICATION = /^ssh:/;

/** Reads a line of an OpenSSH public key file: type, key in base64, and perhaps a comment, which means nothing. */
export function parsePublicKey(line: string): Result<SshPublicKey> {
  return readAt({ next: 'take the line of the .pub file that ssh-keygen wrote' }, () => {
    const match = line.length > KEY_TEXT_MAX ? null : /^([!-~]+) ([A-Za-z0-9+/=]+)(?: [^\r\n]*)?\n?$/.exec(line);
    if (match === null)
      return refuse({
        code: 'key-line',
        what: 'this is no OpenSSH public key',
        got: `${line.length} characters`,
        want: `type and base64 with one space between, in one line of at most ${KEY_TEXT_MAX} characters`,
      });
    const [, type = '', base64 = ''] = match;
    const key = readPublicKey(decodeBase64(base64, 'the key'));
    if (key.type !== type)
      return refuse({
        code: 'key-line-type',
        what: 'the line names another type than its key',
        got: type,
        want: key.type,
      });
    return key;
  });
}

/** Reads a public key in wire format; throws what {@link readAt} turns into a problem. */
export function readPublicKey(blob: Buffer): SshPublicKey {
  if (blob.length > BLOB_BYTES_MAX)
    return refuse({
      code: 'key-too-large',
      what: 'the key is too large',
      got: `${blob.length} bytes`,
      want: `at most ${BLOB_BYTES_MAX} bytes`,
    });
  const reader = new WireReader(blob, 'the key');
  const { type, form } = findKeyForm(reader.name('type'));
  const key = importKey(readKeyMaterial(form, reader));
  const application = form.isHardware ? reader.name('application') : '';
  reader.end();
  if (form.isHardware && !APPLICATION.test(application))
    return refuse({
      code: 'key-application',
      what: 'the hardware key was made for another program',
      got: application,
      want: 'an application that begins with ssh:',
    });
  return { type, form, blob, fingerprint: fingerprintOf(blob), application, key };
}

function importKey(key: JsonWebKey): KeyObject {
  const fault = { code: 'key-none', what: 'the numbers are no key', got: 'a point off its curve', want: 'a key' };
  return attemptKey(fault, () => createPublicKey({ format: 'jwk', key }));
}

/** The fingerprint of a key in wire format, as `ssh-keygen -l` prints it. */
export function fingerprintOf(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** The line of a public key without comment: `ssh-ed25519 AAAA…`. */
export function printPublicKey({ type, blob }: Pick<SshPublicKey, 'type' | 'blob'>): string {
  return `${type} ${blob.toString('base64')}`;
}

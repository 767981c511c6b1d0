import { dirname, resolve } from 'node:path';
import { printCount } from '../../../model/print-count';
import { success, type Result } from '../../../model/problem';
import type { Credentials } from './cluster-access';
import { findRefusedSetting } from './judge-settings';
import { kubeconfigFailure } from './kubeconfig-problem';
import type { Settings } from './kubeconfig-shape';
import { readNamedFile } from './named-file';
import { CREDENTIAL_BYTES_MAX, readCertificates, readKeyOf, settingText, unreadableFile } from './read-pem';
import { Secret } from './secret';

const UNDERSTOOD = new Set([
  'client-certificate',
  'client-certificate-data',
  'client-key',
  'client-key-data',
  'token',
  'tokenFile',
]);

/** Reads how a user of a kubeconfig proves who it is. */
export function readCredentials(file: string, user: Settings): Result<Credentials> {
  const refused = findRefusedSetting(user, UNDERSTOOD);
  if (refused !== undefined) return kubeconfigFailure(file, { ...refused, at: ['user', refused.key] });
  if (['client-certificate', 'client-certificate-data'].some((key) => Object.hasOwn(user, key))) {
    return readCertificate(file, user);
  }
  const inline = settingText(user, 'token');
  const tokenFile = settingText(user, 'tokenFile');
  if (inline !== undefined) return tokenCredentials(file, inline);
  if (tokenFile === undefined) return success({ kind: 'none' });
  const read = readNamedFile(resolve(dirname(file), tokenFile), CREDENTIAL_BYTES_MAX);
  return read.ok ? tokenCredentials(file, read.text.trim()) : unreadableFile(file, 'tokenFile', read.detail);
}

function readCertificate(file: string, user: Settings): Result<Credentials> {
  const certificate = readCertificates(file, user, 'client-certificate');
  if (!certificate.ok) return certificate;
  const key = readKeyOf(certificate.value, file, user);
  if (!key.ok) return key;
  return success({ kind: 'certificate', certificate: certificate.value, key: new Secret(key.value) });
}

function tokenCredentials(file: string, token: string): Result<Credentials> {
  if (/^[\x21-\x7e]{1,100000}$/.test(token)) return success({ kind: 'token', token: new Secret(token) });
  return kubeconfigFailure(file, {
    at: ['user', 'token'],
    what: "the token can't be sent in a header",
    got: `${printCount(token.length, 'character')}`,
    want: 'printable ASCII without blanks',
    next: 'get a new token',
  });
}

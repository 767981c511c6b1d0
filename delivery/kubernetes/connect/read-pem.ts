import { createPrivateKey, X509Certificate } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { success, type Result } from '../../../model/problem';
import { kubeconfigFailure } from './kubeconfig-problem';
import type { Settings } from './kubeconfig-shape';
import { readNamedFile } from './named-file';

/** The largest certificate bundle, key or token file, in bytes. */
export const CREDENTIAL_BYTES_MAX = 2 ** 20;

/** Reads the certificates of a setting that stands in the file as base64 (`<key>-data`) or in a file of its own (`<key>`). */
export function readCertificates(file: string, settings: Settings, key: string): Result<string> {
  const pem = readPem(file, settings, key);
  if (!pem.ok || attempt(() => new X509Certificate(pem.value)) !== undefined) return pem;
  return badPem(file, key, 'certificates in PEM');
}

/** Reads the private key that belongs to a certificate. */
export function readKeyOf(certificate: string, file: string, settings: Settings): Result<string> {
  const pem = readPem(file, settings, 'client-key');
  if (!pem.ok || isKeyOf(pem.value, certificate)) return pem;
  return badPem(file, 'client-key', "the client certificate's private key in PEM, without a passphrase");
}

/** The text of a setting; undefined when it is absent, empty or no text. */
export function settingText(settings: Settings, key: string): string | undefined {
  const value = Object.hasOwn(settings, key) ? settings[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A file named by a setting can't be read. */
export function unreadableFile(file: string, key: string, got: string): Result<never> {
  return kubeconfigFailure(file, {
    at: [key],
    what: "a file that the kubeconfig names can't be read",
    got,
    want: `the file of ${key}, beside the kubeconfig or by its full path`,
    next: 'put it there, or make the kubeconfig again',
  });
}

function readPem(file: string, settings: Settings, key: string): Result<string> {
  const inline = settingText(settings, `${key}-data`);
  if (inline !== undefined) return success(Buffer.from(inline, 'base64').toString('utf8'));
  const path = settingText(settings, key);
  if (path === undefined) return badPem(file, key, `${key} or ${key}-data`);
  const read = readNamedFile(resolve(dirname(file), path), CREDENTIAL_BYTES_MAX);
  return read.ok ? success(read.text) : unreadableFile(file, key, read.detail);
}

/** What was got is never shown: it may be a key in the wrong place. */
function badPem(file: string, key: string, want: string): Result<never> {
  return kubeconfigFailure(file, {
    at: [key],
    what: 'a certificate or key of the kubeconfig is missing or broken',
    got: `an unusable ${key}`,
    want,
    next: 'make the kubeconfig again',
  });
}

function isKeyOf(key: string, certificate: string): boolean {
  return attempt(() => new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) === true;
}

/** Node's crypto throws for malformed input; that is an answer here. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { ClusterPlace } from '../cluster-place';
import type { ClusterSpec, Flag } from '../sandbox-spec';
import { encryptLocally } from './local-encryption';
import { UnusableFile } from './unusable-file';
import { writePrivate } from './write-private';

const ENCRYPTION_FLAG = 'encryption-provider-config';
/** secretbox takes keys of this length. */
const KEY_BYTES = 32;

/** The path in the sandbox that stands for an absolute path of a control-plane host. */
export function hostPath(place: ClusterPlace, path: string): string {
  const found = join(place.host, normalize(path));
  if (!found.startsWith(`${place.host}/`)) throw new UnusableFile(`the path ${path} leaves the folder of the host`);
  return found;
}

/** Flags whose paths of a host are those of the sandbox. */
export function hostFlags(flags: readonly Flag[], place: ClusterPlace): readonly Flag[] {
  return flags.map(({ name, value }) => ({ name, value: isAbsolute(value) ? hostPath(place, value) : value }));
}

/**
 * Writes the files of a host; of the encryption configuration, the key service is replaced by a local key, for the
 * same resources. Folders that flags name are made.
 */
export function writeHostFiles(spec: ClusterSpec, place: ClusterPlace): void {
  const encryption = spec.apiServer.find(({ name }) => name === ENCRYPTION_FLAG)?.value;
  for (const { path, content } of spec.files) {
    const text = path === encryption ? encryptLocally(content, localKey(place)) : content;
    writePrivate(hostPath(place, path), text);
  }
  for (const { value } of hostFlags(spec.apiServer, place)) {
    if (isAbsolute(value)) mkdirSync(dirname(value), { recursive: true, mode: 0o700 });
  }
}

/** The key that encrypts what etcd stores; made once, for without it nothing stored can be read again. */
function localKey(place: ClusterPlace): string {
  const path = join(place.keys, 'encryption.key');
  if (!existsSync(path)) writePrivate(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  return readFileSync(path, 'utf8').trim();
}

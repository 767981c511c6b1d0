import { join } from 'node:path';
import { readBytes } from '../../../resources/read/folder';
import type { WorkspacePaths } from '../workspace/workspace-paths';

/** Versions of the providers that a workspace runs with, by their source without the registry's host. */
export function readProviderVersions(paths: WorkspacePaths): ReadonlyMap<string, string> {
  const read = readBytes(join(paths.module, '.terraform.lock.hcl'));
  return read.ok ? parseLockFile(read.bytes.toString('utf8')) : new Map();
}

/** The providers and versions that a lock file states. */
export function parseLockFile(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/^provider "[^"/]{1,200}\/([^"]{1,200})" \{\n\s*version\s*=\s*"([^"\n]{1,40})"/gm);
  return new Map([...blocks].map(([, source = '', version = '']) => [source, version]));
}

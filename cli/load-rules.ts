import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { policyCatalog } from '../policies/catalog';
import { findBundleFaults, type BundleSource } from '../policies/engine/bundle/find-bundle-faults';
import { BUNDLE_PATH, bundleDigest, describeRules } from '../policies/engine/bundle/rule-bundle';
import type { RuleSet } from '../policies/rule-set';
import { decodeText, readBytes } from '../resources/read/folder';
import type { Io } from './io';
import { projectRoot } from './project';

/**
 * The rules of this program, compared with the bundle that was reviewed. Nothing is thrown when they differ, or when
 * there is no bundle: an evaluation by them says that it is incomplete, and why.
 */
export function loadRules(io: Pick<Io, 'cwd'>, bundlePath?: string): RuleSet {
  const root = projectRoot();
  const bundle = describeRules(policyCatalog, (path) => tryReadText(join(root, path)));
  const stated = readBundle(bundlePath === undefined ? join(root, BUNDLE_PATH) : resolve(io.cwd, bundlePath));
  return { policies: policyCatalog, digest: bundleDigest(bundle), faults: findBundleFaults(stated, bundle) };
}

function readBundle(path: string): BundleSource {
  if (!existsSync(path)) return { ok: false, kind: 'bundle-missing', detail: `no file ${path}` };
  const read = readBytes(path);
  if (!read.ok) return { ok: false, kind: 'bundle-unreadable', detail: read.detail };
  const text = decodeText(read.bytes);
  return text === undefined
    ? { ok: false, kind: 'bundle-unreadable', detail: 'bytes that are no UTF-8' }
    : { ok: true, text };
}

function tryReadText(path: string): string | undefined {
  const read = existsSync(path) ? readBytes(path) : undefined;
  return read?.ok === true ? decodeText(read.bytes) : undefined;
}

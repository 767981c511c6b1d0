import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A text in the cache whose SHA-256 is known beforehand. */
export interface Pinned {
  readonly path: string;
  readonly digest: string;
  /** What it is, for people: `the definitions of cilium v1.18.2`. */
  readonly title: string;
}

/** The text, when it is in the cache and the pinned one; anything else counts as missing. */
export function tryReadPinned({ path, digest }: Pick<Pinned, 'path' | 'digest'>): string | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return digestOf(text) === digest ? text : undefined;
}

/**
 * Keeps a text in the cache, whole or not at all.
 * @throws Error when it isn't the pinned one
 */
export function keepPinned({ path, digest, title }: Pinned, text: string): void {
  const found = digestOf(text);
  if (found !== digest) throw new Error(`${title} have the digest ${found}, pinned is ${digest}`);
  mkdirSync(dirname(path), { recursive: true });
  const draft = mkdtempSync(join(dirname(path), 'new-'));
  try {
    writeFileSync(join(draft, basename(path)), text);
    renameSync(join(draft, basename(path)), path);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

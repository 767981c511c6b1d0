import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The file that holds the digest of a kept program. */
export function digestPath(path: string): string {
  return `${path}.sha256`;
}

/** SHA-256 of a file, in hexadecimal. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Whether a kept program is there and still what was put there; anything else counts as missing. */
export async function isKept(path: string): Promise<boolean> {
  if (!existsSync(path) || !existsSync(digestPath(path))) return false;
  return readFileSync(digestPath(path), 'utf8').trim() === (await digestOfFile(path));
}

/** Moves a finished program to its place, its digest beside it; both must be on one file system. */
export async function keepBinary(draft: string, path: string): Promise<void> {
  const digest = await digestOfFile(draft);
  mkdirSync(dirname(path), { recursive: true });
  chmodSync(draft, 0o755);
  writeFileSync(`${draft}.sha256`, `${digest}\n`);
  // The program first: a digest without its program is missing, a program without its digest too.
  renameSync(draft, path);
  renameSync(`${draft}.sha256`, digestPath(path));
}

import { createHash } from 'node:crypto';
import { entryShape } from './inventory-shape';
import type { InventoryEntry } from './inventory';

/** The most that one chunk holds, in bytes; a config map may have 1 MiB, and etcd takes requests of 1.5 MiB. */
export const CHUNK_BYTES_MAX = 900_000;

/** A part of the entries, named by its content. */
export interface Chunk {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** One entry a line. */
  readonly text: string;
}

/** Divides entries into chunks; the same entries give the same chunks. */
export function toChunks(entries: readonly InventoryEntry[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let bytes = 0;
  const close = (): void => {
    if (lines.length > 0) chunks.push(chunkOf(lines.join('\n')));
    lines = [];
    bytes = 0;
  };
  for (const entry of entries) {
    const line = printEntry(entry);
    const size = Buffer.byteLength(line) + 1;
    if (bytes + size > CHUNK_BYTES_MAX) close();
    lines.push(line);
    bytes += size;
  }
  close();
  return chunks;
}

/** The digest of a chunk's text. */
export function chunkDigest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Reads the entries of a chunk; undefined when it is no chunk. */
export function parseChunk(text: string): readonly InventoryEntry[] | undefined {
  const entries = text.split('\n').map(parseEntry);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function chunkOf(text: string): Chunk {
  return { digest: chunkDigest(text), text };
}

function printEntry({ apiVersion, kind, namespace = '', name, uid = '', generation }: InventoryEntry): string {
  return JSON.stringify([apiVersion, kind, namespace, name, uid, generation]);
}

function parseEntry(line: string): InventoryEntry | undefined {
  const parsed = entryShape.safeParse(tryJson(line));
  if (!parsed.success) return undefined;
  const [apiVersion, kind, namespace, name, uid, generation] = parsed.data;
  return {
    apiVersion,
    kind,
    namespace: namespace === '' ? undefined : namespace,
    name,
    uid: uid === '' ? undefined : uid,
    generation,
  };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

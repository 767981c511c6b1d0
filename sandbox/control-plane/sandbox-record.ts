import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from './files/write-private';

/** What is written down of a sandbox: the folder is one, and holds these clusters. */
export interface SandboxRecord {
  readonly name: string;
  /** Sorted. */
  readonly clusters: readonly string[];
}

const FILE = 'sandbox.json';

/** Reads what is written down of a sandbox; undefined when the folder is none. */
export function tryReadSandbox(folder: string): SandboxRecord | undefined {
  const path = join(folder, FILE);
  if (!existsSync(path)) return undefined;
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(found) ? found : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes down that clusters belong to a sandbox, beside those it has. */
export function addToSandbox(folder: string, name: string, clusters: readonly string[]): SandboxRecord {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = tryReadSandbox(folder)?.clusters ?? [];
  const record: SandboxRecord = { name, clusters: [...new Set([...known, ...clusters])].toSorted() };
  writePrivate(join(folder, FILE), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

function isRecord(value: unknown): value is SandboxRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { name, clusters } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && Array.isArray(clusters) && clusters.every((one) => typeof one === 'string');
}

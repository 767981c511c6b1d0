import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import { exclusively } from '../exclusive';
import { cachedName, type BinarySource, type Platform } from './binary-source';
import { binaryTable, type BinaryName } from './binary-table';
import { buildBinary } from './build-binary';
import { isProgram, tryFindProgram } from './find-program';
import { GO_VERSION_MIN, goCommand } from './go-toolchain';
import { isKept, keepBinary } from './keep-binary';
import { messageOf } from '../caught';

/** How a program was found. */
export type BinaryOrigin = 'machine' | 'cache' | 'built';

/** A program that is ready to be run. */
export interface Binary {
  readonly name: string;
  readonly version: string;
  readonly path: string;
  readonly origin: BinaryOrigin;
}

/** What acquiring programs needs of the outside. */
export interface AcquireBinariesOptions {
  readonly platform: Platform;
  /** Folder of `ndc` in the cache of the person; programs are kept in `bin/`. */
  readonly cacheFolder: string;
  /** The folder with a Go module for each program. */
  readonly goFolder: string;
  /** Folders of this machine to look in first, `KUBEBUILDER_ASSETS` and `PATH`. */
  readonly searchFolders: readonly string[];
  /** Settings of the process, for Go. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Tells a person what is being done; called often.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
  /** Where programs are described.
   * @default - the list
   */
  readonly table?: Readonly<Record<string, BinarySource>>;
}

/**
 * Gets programs: those of this machine whose release is right, else those of the cache, else built with Go.
 * A problem for each that can't be had, with the three ways to get it.
 */
export async function acquireBinaries<Name extends BinaryName>(
  names: readonly Name[],
  options: AcquireBinariesOptions,
): Promise<Result<Readonly<Record<Name, Binary>>>> {
  const sources = names.map((name) => (options.table ?? binaryTable)[name] as BinarySource);
  const found = await Promise.all(sources.map((source) => tryFindBinary(source, options)));
  const missing = sources.filter((_, index) => found[index] === undefined);
  const built = await buildMissing(missing, options);
  if (!built.ok) return built;
  const binaries = [...found, ...built.value].filter((one) => one !== undefined);
  return success(
    Object.fromEntries(names.map((name, index) => [name, findByName(binaries, sources[index])])) as Record<
      Name,
      Binary
    >,
  );
}

/** Looks for a program on this machine and in the cache, without building. */
export async function tryFindBinary(
  source: BinarySource,
  options: Pick<AcquireBinariesOptions, 'platform' | 'cacheFolder' | 'searchFolders'>,
): Promise<Binary | undefined> {
  const { name, version } = source;
  const found = await tryFindProgram(source, options.searchFolders);
  if (found !== undefined) return { name, ...found, origin: 'machine' };
  const path = cachedPath(source, options);
  return isProgram(path) && (await isKept(path)) ? { name, version, path, origin: 'cache' } : undefined;
}

function findByName(binaries: readonly Binary[], source: BinarySource | undefined): Binary {
  const found = binaries.find(({ name }) => name === source?.name);
  if (found === undefined) throw new Error(`no program ${source?.name ?? ''} was acquired`);
  return found;
}

function cachedPath(source: BinarySource, options: Pick<AcquireBinariesOptions, 'platform' | 'cacheFolder'>): string {
  return join(options.cacheFolder, 'bin', cachedName(source, options.platform));
}

async function buildMissing(
  sources: readonly BinarySource[],
  options: AcquireBinariesOptions,
): Promise<Result<readonly Binary[]>> {
  const built: Binary[] = [];
  const problems: Problem[] = [];
  for (const [index, source] of sources.entries()) {
    const title = `${source.name} ${source.version} (${index + 1} of ${sources.length})`;
    try {
      built.push(await buildOne(source, title, options));
    } catch (error) {
      problems.push(binaryProblem(source, error, options));
      // The others would fail for the same reason, or take minutes for nothing.
      for (const other of sources.slice(index + 1)) problems.push(binaryProblem(other, 'not tried', options));
      break;
    }
  }
  return problems.length === 0 ? success(built) : failure(problems);
}

function buildOne(source: BinarySource, title: string, options: AcquireBinariesOptions): Promise<Binary> {
  const path = cachedPath(source, options);
  const say = options.progress ?? ((): void => undefined);
  const work = async (): Promise<Binary> => {
    // Somebody else may have built it while this one waited.
    const ready = await tryFindBinary(source, { ...options, searchFolders: [] });
    if (ready !== undefined) return ready;
    const go = await goCommand({ ...options, progress: say });
    mkdirSync(join(options.cacheFolder, 'bin'), { recursive: true });
    const folder = mkdtempSync(join(options.cacheFolder, 'bin', 'new-'));
    const started = options.now().getTime();
    const progress = (packages: number, name: string): void => {
      const seconds = Math.round((options.now().getTime() - started) / 1_000);
      say(`building ${title}: ${seconds} s, ${packages} packages, ${name}`);
    };
    try {
      say(`building ${title} with Go; once, then it is kept`);
      await buildBinary(source, join(folder, source.name), { ...options, go, progress });
      await keepBinary(join(folder, source.name), path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return { name: source.name, version: source.version, path, origin: 'built' };
  };
  return exclusively(`${options.cacheFolder} go build`, work, {
    onWait: () => say(`waiting for another build of this person to end, then ${title}`),
  });
}

function binaryProblem(source: BinarySource, reason: unknown, { cacheFolder }: AcquireBinariesOptions): Problem {
  const { name, version, versionArguments, officialPage } = source;
  const ways = [
    ...(versionArguments === undefined
      ? []
      : [`put the official build on PATH or into KUBEBUILDER_ASSETS (${officialPage})`]),
    `install Go ${GO_VERSION_MIN} or newer, which builds it into ${cacheFolder}`,
    'let this machine reach go.dev and the modules of Go, so that Go itself is downloaded and builds it',
  ];
  return problem({
    code: 'sandbox-binary-missing',
    at: [name],
    what: `${name} ${version} is neither on this machine nor could it be built`,
    got: messageOf(reason),
    want: `${name} ${version}`,
    next: ways.map((way, index) => `(${index + 1}) ${way}`).join('; '),
  });
}

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Platform } from './binary-source';
import { downloadFile, type PinnedFile } from './download-file';
import { isProgram } from './find-program';
import { isAtLeast, tryProgramVersion } from './program-version';
import { messageOf } from '../caught';

const run = promisify(execFile);

/** What the modules of the sandbox need at least. */
export const GO_VERSION_MIN = '1.26.0';

/** The release that is downloaded where there is no Go. */
export const GO_VERSION = '1.26.8';

/** The official archives of Go by platform. Releases of Go can be rebuilt bit by bit, and these were. */
export const goArchives: Readonly<Record<string, PinnedFile>> = {
  'linux-amd64': {
    url: `https://go.dev/dl/go${GO_VERSION}.linux-amd64.tar.gz`,
    digest: 'd0f743b33e8d8945e6b1f432edd15785c70507121d6e2a723b21285eddf8b57b',
    bytes: 66_897_291,
  },
};

/** What finding Go needs of the outside. */
export interface GoToolchainOptions {
  readonly platform: Platform;
  readonly cacheFolder: string;
  /** Folders to look for `go` in. */
  readonly searchFolders: readonly string[];
  /** Which archives are known.
   * @default - those of the list
   */
  readonly archives?: Readonly<Record<string, PinnedFile>>;
  readonly progress: (text: string) => void;
}

/**
 * Path of a Go command that is new enough: of this machine, of the cache, else downloaded into the cache.
 * Rejects with a plain reason when none can be had.
 */
export async function goCommand(options: GoToolchainOptions): Promise<string> {
  const kept = join(options.cacheFolder, `go${GO_VERSION}`);
  const candidates = [...options.searchFolders, join(kept, 'bin')].map((folder) => join(folder, 'go'));
  for (const path of candidates.filter(isProgram)) {
    const version = await tryProgramVersion(path, ['version']);
    if (version !== undefined && isAtLeast(version, GO_VERSION_MIN)) return path;
  }
  await downloadGo(kept, options);
  return join(kept, 'bin', 'go');
}

async function downloadGo(folder: string, options: GoToolchainOptions): Promise<void> {
  const { os, arch } = options.platform;
  const archive = (options.archives ?? goArchives)[`${os}-${arch}`];
  if (archive === undefined) {
    throw new Error(`there is no Go ${GO_VERSION_MIN} on PATH, and no archive of it is known for ${os}/${arch}`);
  }
  mkdirSync(options.cacheFolder, { recursive: true });
  const draft = mkdtempSync(join(options.cacheFolder, 'new-'));
  try {
    const path = join(draft, 'go.tar.gz');
    await downloadFile(archive, path, (bytes) => options.progress(downloading(bytes, archive)));
    await run('tar', ['-xzf', path, '-C', draft]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(draft, 'go'), folder);
  } catch (error) {
    throw new Error(`there is no Go ${GO_VERSION_MIN} on PATH, and getting it failed: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function downloading(bytes: number, archive: PinnedFile): string {
  const mega = (count: number): string => String(Math.round(count / 1_000_000));
  return `downloading Go ${GO_VERSION}: ${mega(bytes)} of ${mega(archive.bytes)} MB`;
}

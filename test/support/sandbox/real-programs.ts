import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acquireBinaries, type AcquireBinariesOptions } from '../../../sandbox/binaries/acquire-binaries';
import { cachedName, goPlatform } from '../../../sandbox/binaries/binary-source';
import { binaryTable, type BinaryName } from '../../../sandbox/binaries/binary-table';
import { searchFolders } from '../../../sandbox/binaries/find-program';
import { cacheFolder } from '../schemas/schema-cache';

/** How tests get programs: as a person's command would, from the same cache. */
export function realProgramOptions(): AcquireBinariesOptions {
  const { env } = process;
  return {
    platform: goPlatform(process),
    cacheFolder: cacheFolder(),
    goFolder: resolve(__dirname, '../../../sandbox/go'),
    searchFolders: searchFolders(env['KUBEBUILDER_ASSETS'], env['PATH']),
    environment: env,
    now: () => new Date(),
    progress: sayOften(),
  };
}

/** Building takes minutes: somebody who waits for a test should see that it goes on. */
function sayOften(): (text: string) => void {
  let said = 0;
  return (text) => {
    if (Date.now() - said < 30_000) return;
    said = Date.now();
    process.stderr.write(`${text}\n`);
  };
}

/** Why programs can't be had here without a download of Go; undefined when they can. Runs nothing. */
export function whyNoPrograms(names: readonly BinaryName[]): string | undefined {
  const { platform, searchFolders: folders } = realProgramOptions();
  const isThere = (name: string): boolean => folders.some((folder) => existsSync(join(folder, name)));
  const missing = names.filter(
    (name) => !isThere(name) && !existsSync(join(cacheFolder(), 'bin', cachedName(binaryTable[name], platform))),
  );
  return missing.length === 0 || isThere('go') ? undefined : `no ${missing.join(', ')}, and no Go to build it`;
}

/** Gets programs, building what is missing; fails loudly when that fails. */
export async function realPrograms<Name extends BinaryName>(names: readonly Name[]) {
  const got = await acquireBinaries(names, realProgramOptions());
  if (!got.ok) throw new Error(got.problems.map(({ what, got: reason }) => `${what}: ${reason}`).join('\n'));
  return got.value;
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { findDeployedBase, forgetEarlierBases } from '../../../cli/review/deployed-base';
import { openJournal } from '../../../delivery/journal/journal';
import { StateFolder } from '../../../delivery/state/state-folder';
import type { Manifest } from '../../../model/assembly';
import { ProblemError, valueOf } from '../../../model/problem';
import { captureIo } from '../../support/capture-io';
import { writtenAssembly } from '../../support/written/written-assembly';

const work = mkdtempSync(join(tmpdir(), 'ndc-base-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A state folder whose journal names these assemblies, one run each, as one of an earlier program that kept none. */
function stateOf(name: string, ...digests: readonly string[]): StateFolder {
  const state = new StateFolder(join(work, name));
  const journal = valueOf(openJournal(state.journal));
  for (const [index, assemblyDigest] of digests.entries()) {
    const at = '2026-11-24T03:00:00.000Z';
    journal.append({ kind: 'run', run: index + 1, at, environment: 'sandbox', assemblyDigest, steps: [] });
  }
  journal.close();
  return state;
}

describe('what a change starts from', () => {
  it('is nothing where nothing was deployed', () => {
    expect(findDeployedBase(new StateFolder(join(work, 'nothing')))).toBeUndefined();
  });

  it('refuses a journal whose assembly is not kept, with the command that puts it there', async () => {
    const { manifest } = await writtenAssembly('sandbox');
    const state = stateOf('earlier', manifest.digest);
    const problems = problemsOf(() => findDeployedBase(state));
    expect(problems.map(({ code, want }) => [code, want])).toEqual([
      ['deployed-assembly-missing', `the assembly ${manifest.digest}`],
    ]);
    const [, command = ''] = /run there ndc (.+)$/.exec(problems[0]?.next ?? '') ?? [];
    expect(command).toBe(`synth --env sandbox --out ${state.deployedFolder(manifest.digest)}`);

    const { io } = captureIo({ cwd: work });
    expect(await main(command.split(' '), io)).toBe(0);
    const base = findDeployedBase(state);
    expect(base?.digest).toBe(manifest.digest);
    const written = JSON.parse(readFileSync(join(base?.folder ?? '', 'manifest.json'), 'utf8')) as Manifest;
    expect(written.digest).toBe(manifest.digest);
  });

  it('stays kept with the one before, and no older one', () => {
    const digests = ['a', 'b', 'a', 'c', 'd', 'd'].map((letter) => `sha256:${letter.repeat(64)}`);
    const state = stateOf('many', ...digests);
    const source = join(work, 'source');
    mkdirSync(source);
    writeFileSync(join(source, 'manifest.json'), '{}');
    for (const digest of new Set(digests)) state.keepDeployed(digest, [{ from: source, beside: '' }]);
    forgetEarlierBases(state);
    const kept = ['a', 'b', 'c', 'd'].filter((letter) =>
      existsSync(join(state.deployedFolder(`sha256:${letter.repeat(64)}`), 'manifest.json')),
    );
    expect(kept).toEqual(['c', 'd']);
    expect(findDeployedBase(state)?.digest).toBe(`sha256:${'d'.repeat(64)}`);
  });
});

function problemsOf(act: () => unknown): ProblemError['problems'] {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

import type * as fs from 'node:fs';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastAssembliesOf } from '../../../delivery/journal/run-history';
import type { RunEntry } from '../../../delivery/journal/journal-entry';
import { StateFolder } from '../../../delivery/state/state-folder';

const digests = ['a', 'b', 'c', 'd'].map((letter) => `sha256:${letter.repeat(64)}`);
const FILES = ['assembly/manifest.json', 'assembly/kubernetes.yaml', 'assembly.signers.json'];

const work = mkdtempSync(join(tmpdir(), 'ndc-state-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
afterEach(() => jest.restoreAllMocks());

let count = 0;

/** A state folder in which four assemblies are kept. */
function stateOfFour(): StateFolder {
  const source = join(work, `source-${(count += 1)}`);
  mkdirSync(source);
  for (const file of ['manifest.json', 'kubernetes.yaml']) writeFileSync(join(source, file), file);
  const state = new StateFolder(join(work, `state-${count}`));
  const parts = [
    { from: source, beside: '' },
    { text: '{}', beside: '.signers.json' },
  ];
  for (const digest of digests) state.keepDeployed(digest, parts);
  return state;
}

/** What stands under the names of assemblies: how many of the files that each has. */
function standing(state: StateFolder): Readonly<Record<string, number>> {
  const folder = join(state.folder, 'deployed');
  const names = readdirSync(folder).filter((name) => !name.includes('.'));
  return Object.fromEntries(
    names.map((name) => [name.slice(7, 8), FILES.filter((file) => existsSync(join(folder, name, file))).length]),
  );
}

const real = jest.requireActual<typeof fs>('node:fs');

/** Lets so many renames and removals happen; the next one is half done where that can be, and the process is gone. */
function killAfter(calls: number): void {
  const { renameSync, rmSync: remove } = real;
  let left = calls;
  jest.spyOn(real, 'renameSync').mockImplementation((from, to) => {
    if ((left -= 1) < 0) throw new Error('killed');
    renameSync(from, to);
  });
  jest.spyOn(real, 'rmSync').mockImplementation((path, options) => {
    if ((left -= 1) >= 0) return remove(path, options);
    const file = join(String(path), FILES[0] ?? '');
    if (existsSync(file)) unlinkSync(file);
    throw new Error('killed');
  });
}

describe('the assemblies that are kept of deploys', () => {
  it('are the ones that are named; the others go with all that stood beside them', () => {
    const state = stateOfFour();
    state.forgetDeployed(digests.slice(2));
    expect(standing(state)).toEqual({ c: 3, d: 3 });
    expect(readdirSync(join(state.folder, 'deployed'))).toHaveLength(2);
    expect(readFileSync(join(state.deployedFolder(digests[3] ?? ''), 'manifest.json'), 'utf8')).toBe('manifest.json');
  });

  it('are each whole or gone wherever the process is killed, and those that are named never touched', () => {
    const outcomes = Array.from({ length: 8 }, (_, calls) => {
      const state = stateOfFour();
      killAfter(calls);
      let isKilled = false;
      try {
        state.forgetDeployed(digests.slice(2));
      } catch (error) {
        expect(error).toEqual(new Error('killed'));
        isKilled = true;
      }
      jest.restoreAllMocks();
      const left = standing(state);
      expect(left).toMatchObject({ c: 3, d: 3 });
      expect(new Set(Object.values(left))).toEqual(new Set([3]));
      state.forgetDeployed(digests.slice(2));
      expect(readdirSync(join(state.folder, 'deployed'))).toHaveLength(2);
      return isKilled;
    });
    // Each of the two takes three steps.
    expect(outcomes).toEqual([true, true, true, true, true, true, false, false]);
  });

  it('don’t count where the process was killed while it kept one', () => {
    const state = stateOfFour();
    killAfter(2);
    const next = `sha256:${'e'.repeat(64)}`;
    expect(() => state.keepDeployed(next, [{ text: '{}', beside: '.signers.json' }])).toThrow('killed');
    jest.restoreAllMocks();
    expect(existsSync(state.deployedFolder(next))).toBe(false);
    state.forgetDeployed(digests.slice(2));
    expect(readdirSync(join(state.folder, 'deployed'))).toHaveLength(2);
  });

  it('may be none at all', () => {
    const state = new StateFolder(join(work, 'nothing'));
    state.forgetDeployed(digests);
    expect(existsSync(state.folder)).toBe(false);
  });
});

describe('lastAssembliesOf()', () => {
  const runOf = (digest: string): RunEntry => ({
    kind: 'run',
    run: 1,
    at: '2026-11-24T03:00:00.000Z',
    environment: 'sandbox',
    assemblyDigest: digest,
    steps: [],
  });

  it('names the assemblies of the last runs, each once, the last first', () => {
    const finish = { kind: 'finish', run: 1, at: '2026-11-24T03:00:00.000Z', result: 'converged' } as const;
    const entries = ['a', 'b', 'a', 'c', 'c'].flatMap((digest) => [runOf(digest), finish]);
    expect(lastAssembliesOf(entries, 2)).toEqual(['c', 'a']);
    expect(lastAssembliesOf(entries, 9)).toEqual(['c', 'a', 'b']);
    expect(lastAssembliesOf([finish], 2)).toEqual([]);
  });
});

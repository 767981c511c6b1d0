import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../../model/print-count';
import { listModules, root } from '../repository';
import { groupsFolder, groupTests, writeGroups, type TestFile } from './test-groups';

/** Leaves out the tests that run against the world. */
const QUICK = '--quick';

/** Tests on real servers, real Terraform, in a real browser and on the whole nation; each file runs alone. */
const WORLD = 'test/world';

/** What a run does, and what it says at its end that it did not do. */
export interface RunChoice {
  /** Options for Jest. */
  readonly options: readonly string[];
  /** Undefined when nothing is left out. */
  readonly leftOut: string | undefined;
}

/**
 * Reads what a person gave to `./ndc test`. Who names files gets them one by one, as they are; otherwise all run, in
 * groups, which are written for this.
 */
export function chooseTests(given: readonly string[]): RunChoice {
  const options = given.filter((one) => one !== QUICK);
  const quick = options.length < given.length;
  const files = listTests();
  const world = files.filter((path) => path.startsWith(`${WORLD}/`));
  const leftOut = `left out: ${printCount(world.length, 'file')} of ${WORLD}, which need real servers, Terraform, a browser or the whole nation; ./ndc test runs them`;
  const named = options.some((one) => !one.startsWith('-'));
  const chosen = named ? [] : groupOptions(files.filter((path) => !world.includes(path)));
  return {
    options: [...options, ...chosen, ...(quick ? [`--testPathIgnorePatterns=/${WORLD}/`] : [])],
    leftOut: quick ? leftOut : undefined,
  };
}

function listTests(): readonly string[] {
  const names = listModules('test').filter((name) => name.endsWith('.test'));
  return names.map((name) => `test/${name}.ts`);
}

function groupOptions(paths: readonly string[]): readonly string[] {
  const files = paths.map((path): TestFile => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const { groups, alone } = groupTests(files);
  writeGroups(groups);
  const roots = ['test', groupsFolder].map((folder) => `--roots=<rootDir>/${folder}`);
  const match = [`${groupsFolder}/*.test.js`, `${WORLD}/**/*.test.ts`, ...alone];
  return [...roots, ...match.map((pattern) => `--testMatch=<rootDir>/${pattern}`)];
}

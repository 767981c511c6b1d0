import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../../model/print-count';
import { root } from '../repository';

/** Leaves out the tests that run against the world. */
const QUICK = '--quick';

/** Tests on real servers, real Terraform, in a real browser and on the whole nation. */
const WORLD = 'test/world';

/** What a run does, and what it says at its end that it did not do. */
export interface RunChoice {
  /** Options for Jest. */
  readonly options: readonly string[];
  /** Undefined when nothing is left out. */
  readonly leftOut: string | undefined;
}

/** Reads what a person gave to `./ndc test`. */
export function chooseRun(given: readonly string[]): RunChoice {
  const options = given.filter((one) => one !== QUICK);
  if (options.length === given.length) return { options, leftOut: undefined };
  const files = readdirSync(join(root, WORLD), { recursive: true, encoding: 'utf8' });
  const count = files.filter((name) => name.endsWith('.test.ts')).length;
  return {
    options: [...options, `--testPathIgnorePatterns=/${WORLD}/`],
    leftOut: `left out: ${printCount(count, 'file')} of ${WORLD}, which need real servers, Terraform, a browser or the whole nation; ./ndc test runs them`,
  };
}

import type { Law } from '../kit/law';

/** A rule that was never seen to fail isn't a rule. */
export const policyTests: Law = {
  title: 'every policy has its test, and every test under test/policies its policy',
  check: (files) => {
    const paths = new Set(files.map(({ path }) => path));
    return files.flatMap(({ path, text }) => {
      const twin = twinOf(path);
      if (twin === undefined || paths.has(twin) || isTriedByItsExamples(text)) return [];
      return [{ path, line: 0, what: `has no twin ${twin}` }];
    });
  },
};

/** The examples of a tree are its tests: one test of the engine tries them for every rule of the catalog. */
function isTriedByItsExamples(text: string): boolean {
  return /^export default defineRule\s*[<(]/m.test(text);
}

/** `test/policies/engine/` holds the tests of the files directly in `policies/`. */
const ENGINE_TESTS = 'test/policies/engine/';

function twinOf(path: string): string | undefined {
  const policy = /^policies\/([^/]+\/[^/]+)\.ts$/.exec(path)?.[1];
  if (policy !== undefined) return `test/policies/${policy}.test.ts`;
  if (path.startsWith(ENGINE_TESTS)) return undefined;
  const test = /^test\/policies\/([^/]+\/[^/]+)\.test\.ts$/.exec(path)?.[1];
  return test === undefined ? undefined : `policies/${test}.ts`;
}

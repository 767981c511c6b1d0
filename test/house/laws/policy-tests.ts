import type { Law } from '../kit/law';

/** A rule that was never seen to fail isn't a rule. */
export const policyTests: Law = {
  title: 'every policy has its test, and every test under test/policies its policy',
  check: (files) => {
    const paths = new Set(files.map(({ path }) => path));
    return [...paths].flatMap((path) => {
      const twin = twinOf(path);
      return twin === undefined || paths.has(twin) ? [] : [{ path, line: 0, what: `has no twin ${twin}` }];
    });
  },
};

/** `test/policies/engine/` holds the tests of the files directly in `policies/`. */
const ENGINE_TESTS = 'test/policies/engine/';

function twinOf(path: string): string | undefined {
  const policy = /^policies\/([^/]+\/[^/]+)\.ts$/.exec(path)?.[1];
  if (policy !== undefined) return `test/policies/${policy}.test.ts`;
  if (path.startsWith(ENGINE_TESTS)) return undefined;
  const test = /^test\/policies\/([^/]+\/[^/]+)\.test\.ts$/.exec(path)?.[1];
  return test === undefined ? undefined : `policies/${test}.ts`;
}

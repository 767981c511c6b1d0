import fc from 'fast-check';
import { canonicalJson } from '../../../../model/canonical-json';
import { readStatedRules } from '../../../../policies/engine/diff/stated/read-stated-rules';
import { compareRules } from '../../../../policies/engine/diff/compare-rules';
import { bundleDigest, bundleText } from '../../../../policies/engine/bundle/rule-bundle';
import type { Condition } from '../../../../policies/engine/language/tree';
import { emptyView, statedCatalog, statedTree } from './kit/stated-catalog';

const text = bundleText(statedCatalog);
const rule = statedTree('replicas/require-two-replicas');

/** A bundle of one rule, whose parts may be anything, with the digest that it ought to have. */
function bundleOf(bend: object, head: object = {}): string {
  const bundle = { formatVersion: 1, count: 1, engine: statedCatalog.engine, rules: [{ ...rule, ...bend }], ...head };
  return canonicalJson({ ...bundle, digest: bundleDigest(bundle as never) });
}

function requiring(require: unknown): string {
  return bundleOf({ tree: { ...rule.tree, require } });
}

function codesOf(given: string): readonly string[] {
  const read = readStatedRules(given, 'base');
  return read.ok ? [] : read.problems.map(({ code, got }) => `${code}: ${got}`);
}

const list = { kind: 'member', of: { kind: 'object' }, key: 'l' } as const;
const some = (name: string, body: Condition): Condition => ({ kind: 'some', lists: [list], over: 'items', name, body });
const testing = (test: string, operand: unknown) => ({ kind: 'test', test, value: list, operand });

describe('readStatedRules()', () => {
  it('reads the bundle that the program writes, and finds no change against it', () => {
    const read = readStatedRules(text, 'base');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { changes, same, isEngineChanged } = compareRules({
      before: read.value,
      after: statedCatalog,
      inventory: emptyView,
    });
    expect({ changes, same, isEngineChanged }).toEqual({
      changes: [],
      same: statedCatalog.count,
      isEngineChanged: false,
    });
  });

  it.each([
    ['text that is no JSON', '{"rules":', /^rules-unreadable: no JSON/],
    ['another version', bundleOf({}, { formatVersion: 2 }), /^rules-shape-wrong: invalid_value/],
    [
      'a changed character',
      text.replace('replicas at', 'replicas aT').replace('"force":"block"', '"force":"warn"'),
      /^rules-digest-differs: sha256:/,
    ],
    ['fewer rules than it counts', bundleOf({}, { count: 2 }), /^rules-count-differs: 1/],
    ['a rule twice', bundleOf({}, { count: 2, rules: [rule, rule] }), /^rules-unsorted: replicas/],
    ['a rule without tree and code', bundleOf({ tree: undefined }), /^rules-shape-wrong: custom/],
    ['a key that no rule has', bundleOf({ severity: 'low' }), /^rules-shape-wrong: unrecognized_keys/],
    ['a condition of another kind', requiring({ kind: 'eval', text: '1' }), /^rules-shape-wrong: invalid_union/],
    [
      'an unbound name',
      requiring({ kind: 'exists', value: { kind: 'bound', name: 'x9' } }),
      /^rules-condition-wrong: the name x9/,
    ],
    [
      'a name bound twice',
      requiring(some('x', some('x', { kind: 'all', of: [] }))),
      /^rules-condition-wrong: x bound twice/,
    ],
    [
      'deep quantifiers',
      requiring(some('a', some('b', some('c', some('d', { kind: 'all', of: [] }))))),
      /^rules-condition-wrong: 4 nested/,
    ],
    [
      'too many parts',
      requiring({
        kind: 'all',
        of: Array.from({ length: 5 }, () => ({
          kind: 'any',
          of: Array.from({ length: 150 }, () => ({ kind: 'all', of: [] })),
        })),
      }),
      /^rules-condition-wrong: more than 600/,
    ],
    ['a number for a text', requiring(testing('starts-with', 1)), /^rules-condition-wrong: starts-with 1/],
    ['a text for a list', requiring(testing('in', 'x')), /^rules-condition-wrong: in "x"/],
    ['a pattern with groups', requiring(testing('matches', '(a+)+$')), /^rules-condition-wrong: matches/],
    ['a class the wrong way around', requiring(testing('matches', '[z-a]')), /^rules-condition-wrong: matches/],
    [
      'a block that is none',
      requiring(testing('within-blocks', ['10.0.0.0/99'])),
      /^rules-condition-wrong: within-blocks/,
    ],
    ['a quantity that is none', requiring(testing('quantity-at-least', 'much')), /^rules-condition-wrong: quantity/],
    ['a duration that is none', requiring(testing('duration-at-most', '1 day')), /^rules-condition-wrong: duration/],
    [
      'nesting without end',
      requiring(JSON.parse(`${'{"kind":"not","of":'.repeat(200)}{"kind":"all","of":[]}${'}'.repeat(200)}`)),
      /^rules-unreadable/,
    ],
  ])('refuses %s', (_, given, problem) => {
    expect(codesOf(given)[0]).toMatch(problem);
  });

  it('throws at no text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
        ),
        (given) => {
          expect(readStatedRules(given, 'base').ok).toBe(false);
        },
      ),
      { seed: 21, numRuns: 1_000 },
    );
  });

  it('throws at no part of a rule, and whatever it takes can be compared', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const taken = { ok: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom('test', 'value', 'operand', 'kind', 'key'), anything, (key, given) => {
        const require = rule.tree.require as unknown as Record<string, unknown>;
        const read = readStatedRules(requiring({ ...require, [key]: given }), 'base');
        taken[read.ok ? 'ok' : 'refused'] += 1;
        if (read.ok)
          compareRules({ before: read.value, after: { ...statedCatalog, rules: [rule] }, inventory: emptyView });
      }),
      { seed: 22, numRuns: 2_000 },
    );
    expect(taken.ok).toBeGreaterThan(10);
    expect(taken.refused).toBeGreaterThan(1_000);
  });
});

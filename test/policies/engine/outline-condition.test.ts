import {
  absent,
  all,
  any,
  atLeast,
  countAtLeast,
  entry,
  every,
  exists,
  is,
  isNot,
  not,
  oneOf,
  orElse,
  same,
  some,
} from '../../../policies/engine/language/combinators';
import { refTo } from '../../../policies/engine/language/reference';
import { claimsOf } from '../../../policies/engine/reads/claims';
import { outlineCondition } from '../../../policies/engine/words/outline-condition';
import { namedRules } from '../../../scripts/rules/rule-pack-text';

interface Thing {
  readonly name: string;
  readonly number: number;
  readonly policies: readonly { readonly name: string; readonly from: readonly { readonly name: string }[] }[];
  readonly labels: Readonly<Record<string, string>>;
}

const thing = refTo<Thing>({ kind: 'object' });

describe('outlineCondition()', () => {
  it.each([
    ['a test', is(thing.name, 'a'), ['name is a']],
    ['a test for nothing', oneOf(thing.name, ['', 'a']), ['name is one of "", a']],
    ['a negation', isNot(thing.name, 'a'), ['name is not a']],
    ['presence', exists(entry(thing.labels, 'a.b/c')), ['labels["a.b/c"] is set']],
    ['absence', absent(thing.name), ['name is not set']],
    ['a default', atLeast(orElse(thing.number, 1), 2), ['number (1 where it is not set) is at least 2']],
    ['a count', countAtLeast(thing.policies, 2), ['policies has at least 2']],
    ['two values', same(thing.name, entry(thing.labels, 'name')), ['name is the same as labels.name']],
    ['nothing to hold', all(), ['always']],
    ['nothing that could hold', any(), ['never']],
    [
      'a negation of several',
      not(all(exists(thing.name), exists(thing.number))),
      ['not', '  all of', '    - name is set', '    - number is set'],
    ],
  ])('tells %s', (_, condition, lines) => {
    expect(outlineCondition(condition)).toEqual(lines);
  });

  it('calls items after their lists, and indents what is asked of them', () => {
    const condition = every(thing.policies, (policy) =>
      any(
        absent(policy.name),
        some(policy.from, (peer) => is(peer.name, 'a')),
      ),
    );
    expect(outlineCondition(condition)).toEqual([
      'every policy of policies:',
      '  at least one of',
      '    - policy.name is not set',
      '    - some from[] of policy.from:',
      '        from[].name is a',
    ]);
  });

  it.each(namedRules)('names every key that $id reads', ({ rule: { tree } }) => {
    const conditions = [tree.require, ...(tree.when === undefined ? [] : [tree.when])];
    const text = conditions.flatMap((one) => outlineCondition(one)).join('\n');
    const keys = conditions
      .flatMap((one) => claimsOf(one))
      .flatMap(({ path }) => path.flatMap((step) => ('key' in step ? [step.key] : [])));
    expect(keys.filter((key) => !text.includes(key))).toEqual([]);
    expect(text).not.toMatch(/undefined|\bx\d+\b/);
  });
});

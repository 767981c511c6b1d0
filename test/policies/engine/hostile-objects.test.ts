import fc from 'fast-check';
import {
  exampleNamespace,
  exampleValue,
  statedExamples,
  type ExampleValue,
} from '../../../policies/engine/examples/example-object';
import { frameOf } from '../../../policies/engine/language/frame';
import { every, same } from '../../../policies/engine/language/combinators';
import { refTo } from '../../../policies/engine/language/reference';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import type { RuleTree } from '../../../policies/engine/language/rule-tree';
import type { JsonValue } from '../../../resources/resource';
import { namedRules } from '../../../scripts/rules/rule-pack-text';
import { countReads, withListsOfLength, nodesOf } from './kit/count-reads';
import { eachPosition } from './kit/each-position';

const inherited: unknown = JSON.parse('{"__proto__":{"privileged":true},"constructor":{"name":1},"length":-1}');

/** A value of every type, at the edges of each, and such as nobody writes by mistake. */
const wild: readonly JsonValue[] = [
  null,
  true,
  false,
  -0,
  1.5,
  Number.MAX_VALUE,
  '',
  '0',
  '\u0000\u001B[31m\n',
  '\u202E⟧',
  '9'.repeat(500),
  [],
  [0, 'a', null, [], {}],
  {},
  { name: [] },
  { name: '][.' },
  inherited as JsonValue,
  { 'terraform:unresolved': 'known after apply' },
  { 'terraform:unresolved': {} },
];

/** The healthy object, and the first example that fails. */
function oneOfEach({ on, scope, examples: { fails } }: RuleTree): readonly ExampleValue[] {
  const examples = [{}, ...Object.values(fails).slice(0, 1)];
  return examples.map((one) => ({ value: exampleValue(on, one), namespace: exampleNamespace(scope, on, one) }));
}

const verdicts: ReadonlySet<string> = new Set(['pass', 'fail', 'unknown']);

const rules = namedRules.map(({ id, rule: { tree } }) => ({ id, tree, judge: new RuleJudge(tree) }));

/** What is no judgement, in words; undefined of what is one. */
function faultOf(judge: RuleJudge, { value, namespace }: ExampleValue): string | undefined {
  const frame = frameOf(value, namespace);
  const { verdict, where = '', got = '', want = '', steps } = judge.judge(frame, ['spec']);
  judge.applies(frame);
  const texts: readonly unknown[] = [where, got, want];
  if (!verdicts.has(verdict) || texts.some((one) => typeof one !== 'string')) return `${verdict} ${texts.join()}`;
  return verdict === 'pass' || steps?.[0] === 'spec' ? undefined : 'no steps';
}

describe('the rules', () => {
  it('judge every object that has any wild value at any place of an example, and throw at none', () => {
    const faults: string[] = [];
    let judged = 0;
    for (const { id, tree, judge } of rules) {
      for (const { value, namespace } of oneOfEach(tree)) {
        eachPosition(structuredClone(value), wild, (bent, where) => {
          judged += 1;
          const fault = tell(() => faultOf(judge, { value: bent, namespace }));
          if (fault !== undefined) faults.push(`${id} ${where}: ${fault}`);
        });
      }
    }
    expect(faults.slice(0, 20)).toEqual([]);
    expect(judged).toBeGreaterThan(100_000);
  });

  it('judge labels of a namespace that are of any shape', () => {
    const labels = wild.map((one) => ({ 'ndc.gov.vn/level': one, 'ndc.gov.vn/tenant': one }));
    const faults = rules.flatMap(({ id, tree, judge }) =>
      statedExamples(tree).flatMap(({ value }) =>
        labels.flatMap((namespace) => {
          const fault = tell(() => faultOf(judge, { value, namespace }));
          return fault === undefined ? [] : [`${id}: ${fault}`];
        }),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('judge any JSON that is made of the names which they read', () => {
    const names = [...new Set(rules.flatMap(({ tree }) => statedExamples(tree).flatMap(({ value }) => keysOf(value))))];
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6, depthSize: 'large' },
        fc.constantFrom(...wild),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const faults = rules.flatMap(({ id, judge }) => {
          const fault = tell(() => faultOf(judge, { value: one, namespace: undefined }));
          return fault === undefined ? [] : [`${id}: ${fault}`];
        });
        expect(faults).toEqual([]);
      }),
      { seed: 17, numRuns: 250 },
    );
  });

  it('look at every part of an object a bounded number of times, however long its lists are', () => {
    const shares = rules.map(({ id, tree, judge }) => ({
      id,
      few: looksAt(tree, judge, 4),
      many: looksAt(tree, judge, 12),
    }));
    expect(shares.filter(({ few, many }) => many > 1.5 * few + 1)).toEqual([]);
    expect(Math.max(...shares.map(({ many }) => many))).toBeLessThan(LOOKS_MAX);
  });

  it('would be told if one looked at every item for every item', () => {
    const pod = refTo<{ readonly list: readonly string[] }>({ kind: 'object' });
    const require = every(pod.list, (one) => every(pod.list, (other) => same(one, other)));
    const judge = new RuleJudge({ ...firstTree(), when: undefined, require });
    const share = (length: number): number =>
      sharesOf(judge, { value: { list: Array(length).fill('a') }, namespace: {} });
    expect(share(12)).toBeGreaterThan(1.5 * share(4) + 1);
  });
});

/** Looks at each part of an object, on the average; the greatest number so far is 11. */
const LOOKS_MAX = 30;

/** Of all examples of a rule with lists of this length, how often it looks at each part of the worst. */
function looksAt(tree: RuleTree, judge: RuleJudge, length: number): number {
  const longs = oneOfEach(tree).map((one) => ({ ...one, value: withListsOfLength(one.value, length) }));
  return Math.max(...longs.map((one) => sharesOf(judge, one)));
}

function sharesOf(judge: RuleJudge, { value, namespace }: ExampleValue): number {
  return countReads(value, (counted) => judge.judge(frameOf(counted, namespace), [])) / nodesOf(value);
}

function firstTree(): RuleTree {
  const [first] = rules;
  if (first === undefined) throw new Error('there are no rules');
  return first.tree;
}

function tell(judge: () => string | undefined): string | undefined {
  try {
    return judge();
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}

function keysOf(value: JsonValue): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap((one: JsonValue) => keysOf(one));
  return Array.isArray(value) ? below : [...Object.keys(value), ...below];
}

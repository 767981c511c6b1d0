import fc from 'fast-check';
import { buildObject } from '../../../../policies/engine/diff/model/build-object';
import { findCounterexample, type Question } from '../../../../policies/engine/diff/prove/find-counterexample';
import { compileCondition } from '../../../../policies/engine/language/compile-condition';
import { frameOf } from '../../../../policies/engine/language/frame';
import type { Condition } from '../../../../policies/engine/language/tree';
import { TRUE } from '../../../../policies/engine/language/truth';
import { mutantsOf } from '../../../../policies/engine/mutation/mutants';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { randomCondition, randomObject } from './kit/random-conditions';

function isAnswer(
  { passed, stopped }: Question,
  { object, namespace }: { readonly object: JsonValue; readonly namespace: JsonObject | undefined },
): boolean {
  const holds = (condition: Condition): boolean =>
    compileCondition(condition).judge(frameOf(object, namespace)) === TRUE;
  return holds(passed) && !holds(stopped);
}

/** Two conditions that have to do with each other: one, and what one place of it changed makes of it, or a part of it. */
const related: fc.Arbitrary<Question> = randomCondition().chain((one) => {
  const others = [
    ...mutantsOf(one).map(({ condition }) => condition),
    { kind: 'all', of: [one] } as const,
    ...('of' in one && Array.isArray(one.of) ? (one.of as readonly Condition[]) : []),
  ];
  return fc
    .tuple(fc.constantFrom(...others), fc.boolean())
    .map(([other, isSwapped]) => (isSwapped ? { passed: other, stopped: one } : { passed: one, stopped: other }));
});

const unrelated: fc.Arbitrary<Question> = fc.record({ passed: randomCondition(2), stopped: randomCondition(2) });

describe('findCounterexample()', () => {
  it('never says that there is none where the judge of rules knows one', () => {
    const answers = { none: 0, open: 0, found: 0 };
    fc.assert(
      fc.property(
        fc.oneof(related, unrelated),
        fc.array(randomObject, { minLength: 40, maxLength: 40 }),
        (question, objects) => {
          const answer = findCounterexample(question, () => false);
          answers[answer] += 1;
          if (answer === 'none') expect(objects.filter((one) => isAnswer(question, one))).toEqual([]);
        },
      ),
      { seed: 18, numRuns: 4_000 },
    );
    expect(answers.none).toBeGreaterThan(1_000);
    expect(answers.open).toBeGreaterThan(1_000);
  });

  it('says of every condition that it lets nothing pass that it stops', () => {
    fc.assert(
      fc.property(randomCondition(), (one) => {
        expect(findCounterexample({ passed: one, stopped: structuredClone(one) }, () => false)).toBe('none');
      }),
      { seed: 19, numRuns: 1_500 },
    );
  });

  it('shows ways of which most are objects as asked for', () => {
    const tried = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(related, (question) => {
        findCounterexample(question, (branch) => {
          const { value, namespace } = buildObject(branch);
          const isRight = isAnswer(question, { object: value, namespace });
          tried[isRight ? 'right' : 'wrong'] += 1;
          return isRight;
        });
      }),
      { seed: 20, numRuns: 1_000 },
    );
    expect(tried.right).toBeGreaterThan(tried.wrong);
  });

  it('knows that nothing stands under the item of a list that is no text, even where no map is', () => {
    const m = { kind: 'member', of: { kind: 'object' }, key: 'm' } as const;
    const l = { ...m, key: 'l' };
    const body: Condition = { kind: 'not', of: { kind: 'exists', value: { kind: 'entry', of: m, key: 'x0' } } };
    const passed: Condition = { kind: 'some', lists: [l], over: 'items', name: 'x0', body };
    const question: Question = { passed, stopped: { kind: 'count', lists: [m], order: 'at-least', number: 0 } };
    expect(isAnswer(question, { object: { l: [1], m: '' }, namespace: undefined })).toBe(true);
    expect(findCounterexample(question, () => false)).toBe('open');
  });

  it('ends, and leaves open what takes too many steps', () => {
    const items: Condition = {
      kind: 'every',
      lists: [{ kind: 'member', of: { kind: 'object' }, key: 'l' }],
      over: 'items',
      name: 'x0',
      body: {
        kind: 'some',
        lists: [{ kind: 'member', of: { kind: 'object' }, key: 'l' }],
        over: 'items',
        name: 'x1',
        body: {
          kind: 'not',
          of: { kind: 'same', left: { kind: 'bound', name: 'x0' }, right: { kind: 'bound', name: 'x1' } },
        },
      },
    };
    const some: Condition = {
      kind: 'count',
      lists: [{ kind: 'member', of: { kind: 'object' }, key: 'l' }],
      order: 'at-most',
      number: 0,
    };
    expect(findCounterexample({ passed: items, stopped: some }, () => false)).toBe('open');
  });
});

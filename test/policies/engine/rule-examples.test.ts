import { exampleNamespace, exampleValue } from '../../../policies/engine/examples/example-object';
import { frameOf } from '../../../policies/engine/language/frame';
import { RuleJudge } from '../../../policies/engine/language/rule-judge';
import type { Example } from '../../../policies/engine/language/rule-tree';
import { breakFields } from '../../../policies/engine/mutation/break-fields';
import { tryMutants } from '../../../policies/engine/mutation/try-mutants';
import { namedRules } from '../../../scripts/rules/rule-pack-text';

describe.each(namedRules)('the rule $id', ({ rule: { tree, force } }) => {
  const judge = new RuleJudge(tree);
  const frame = (example: Example<unknown>) =>
    frameOf(exampleValue(tree.on, example), exampleNamespace(tree.scope, tree.on, example));
  const { passes, fails, ignores = {} } = tree.examples;

  it('has examples that pass and that fail, and some that it ignores where it does not apply to all', () => {
    expect(Object.keys(passes)).not.toEqual([]);
    expect(Object.keys(fails)).not.toEqual([]);
    expect(Object.keys(ignores).length > 0).toBe(tree.when !== undefined);
  });

  it.each(Object.entries(passes))('applies to and passes %s', (_, example) => {
    expect(judge.applies(frame(example))).toBe(true);
    expect(judge.judge(frame(example), [])).toEqual({ verdict: 'pass' });
  });

  it.each(Object.entries(fails))('fails %s', (_, example) => {
    expect(judge.judge(frame(example), [])).toMatchObject({ verdict: 'fail' });
  });

  for (const [name, example] of Object.entries(ignores)) {
    it(`ignores ${name}`, () => {
      expect(judge.applies(frame(example))).toBe(false);
    });
  }

  it(`is told apart by its examples from every rule that differs in one place (${force})`, () => {
    const tried = tryMutants(tree);
    const left = tried.filter(({ fate }) => fate === 'survived');
    expect(left.map(({ change, witness }) => ({ change, witness: JSON.stringify(witness) }))).toEqual([]);
    const equivalents = tried.filter(({ fate }) => fate === 'equivalent').map(({ change }) => change);
    expect(Object.keys(tree.equivalents).toSorted()).toEqual(equivalents.toSorted());
  });

  it('notices in some example each field that is broken', () => {
    const missed = breakFields(tree).filter(({ fate }) => fate.kind === 'not-caught');
    expect(missed).toEqual([]);
  });
});

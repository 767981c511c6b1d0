import { compareRule } from '../../../../policies/engine/diff/compare-rule';
import type { Movement, RuleChange, RuleChangeKind } from '../../../../policies/engine/diff/rule-change';
import type { StatedRule } from '../../../../policies/engine/diff/stated/stated-rules';
import { boundaryObjects } from '../../../../policies/engine/examples/boundary-objects';
import { compileCondition } from '../../../../policies/engine/language/compile-condition';
import { frameOf } from '../../../../policies/engine/language/frame';
import { TRUE } from '../../../../policies/engine/language/truth';
import { mutantsOf } from '../../../../policies/engine/mutation/mutants';
import { expectGolden } from '../../../support/expect-golden';
import { aligned } from '../../../golden/golden-tables';
import { knownMutation, type KnownMutation } from './kit/mutant-directions';
import { catalogExamples, emptyView, passing, statedTrees, type StatedTree } from './kit/stated-catalog';

interface Mutant extends KnownMutation {
  readonly name: string;
  readonly rule: StatedTree;
  readonly mutant: StatedTree;
  readonly change: RuleChange;
}

const nothing = { before: undefined, after: undefined };

function compared(before: StatedRule, after: StatedRule): RuleChange {
  const example = catalogExamples.get(before.id);
  return compareRule(
    { id: before.id, before, after },
    { inventory: emptyView, examples: example === undefined ? [] : [example], results: nothing },
  );
}

/** Every mutant of what a rule requires, and of where it applies, which moves the other way. */
function mutantsOfRule(rule: StatedTree): readonly Mutant[] {
  const { when, require } = rule.tree;
  const required = mutantsOf(require).map(({ change, condition }) => ({
    ...knownMutation(require, condition),
    name: `${rule.id} requires ${change}`,
    mutant: { ...rule, tree: { ...rule.tree, require: condition } },
  }));
  const applied = (when === undefined ? [] : mutantsOf(when)).map(({ change, condition }) => {
    const { operator, direction } = knownMutation({ kind: 'not', of: when ?? require }, { kind: 'not', of: condition });
    const mutant = { ...rule, tree: { ...rule.tree, when: condition } };
    return { operator, direction, name: `${rule.id} applies ${change}`, mutant };
  });
  return [...required, ...applied].map((one) => ({ ...one, rule, change: compared(rule, one.mutant) }));
}

const mutants = statedTrees.flatMap(mutantsOfRule);

const mirrored: Partial<Readonly<Record<RuleChangeKind, RuleChangeKind>>> = {
  loosened: 'tightened',
  tightened: 'loosened',
  'loosening-found': 'tightening-found',
  'tightening-found': 'loosening-found',
};

describe('every mutant of every rule', () => {
  it('is classified', () => {
    expect(mutants.length).toBeGreaterThan(1_000);
    expect(mutants.filter(({ change }) => change.kind === 'undecided').map(({ name }) => name)).toEqual([]);
  });

  it('never moves the way that its mutation can’t', () => {
    const wrong = mutants.filter(
      ({ direction, change }) =>
        (direction === 'looser' && change.tightening.kind === 'found') ||
        (direction === 'stricter' && change.loosening.kind === 'found'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('is proved to move no way in which an object at the edges of its rule moves', () => {
    const wrong = mutants.filter(({ rule, mutant, change }) => {
      const seed = catalogExamples.get(rule.id);
      if (seed === undefined) throw new Error(`${rule.id} has no examples`);
      const [was, is] = [rule, mutant].map(({ tree }) => compileCondition(passing(tree)));
      const frames = boundaryObjects(seed).map(({ value, namespace }) => frameOf(value, namespace));
      const passes = frames.map((frame) => [was?.judge(frame) === TRUE, is?.judge(frame) === TRUE] as const);
      const isWrong = (movement: Movement, moves: boolean): boolean => movement.kind === 'proved-none' && moves;
      return (
        isWrong(
          change.loosening,
          passes.some(([before, after]) => !before && after),
        ) ||
        isWrong(
          change.tightening,
          passes.some(([before, after]) => before && !after),
        )
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('is shown by an object on which both say what the change tells', () => {
    const silent = mutants.filter(
      ({ change: { kind, loosening, tightening } }) =>
        kind !== 'equivalent' && loosening.kind !== 'found' && tightening.kind !== 'found',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('is the mirror of going back from it', () => {
    const wrong = mutants.filter(({ rule, mutant, change }) => {
      const back = compared(mutant, rule);
      const movements = [back.tightening.kind, back.loosening.kind];
      return (
        back.kind !== (mirrored[change.kind] ?? change.kind) ||
        movements.join() !== [change.loosening.kind, change.tightening.kind].join()
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('falls under its operator as in the table', () => {
    const kinds = [
      'loosened',
      'loosening-found',
      'tightened',
      'tightening-found',
      'incomparable',
      'equivalent',
    ] as const;
    const keys = [...new Set(mutants.map(({ operator, direction }) => `${operator}\t${direction}`))].toSorted();
    const rows = keys.map((key) => {
      const [operator = '', direction = ''] = key.split('\t');
      const ours = mutants.filter((one) => one.operator === operator && one.direction === direction);
      const counts = kinds.map((kind) => String(ours.filter(({ change }) => change.kind === kind).length));
      return [operator, direction, ...counts, String(ours.length)];
    });
    expectGolden('rule-mutants.txt', aligned([['mutation', 'can only be', ...kinds, 'all'], ...rows]));
  });
});

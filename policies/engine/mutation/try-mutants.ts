import type { JsonObject, JsonValue } from '../../../resources/resource';
import { boundaryObjects } from '../examples/boundary-objects';
import { statedExamples, type ExampleValue } from '../examples/example-object';
import { compileCondition } from '../language/compile-condition';
import type { CompiledCondition } from '../language/compiled';
import { frameOf, type Frame } from '../language/frame';
import type { RuleTree } from '../language/rule-tree';
import { FALSE, TRUE } from '../language/truth';
import { ALWAYS, mutantsOf, type Mutant } from './mutants';

/** What became of a mutant: an example noticed, no object that could be found differs, or one differs and no example notices. */
export type MutantFate = 'killed' | 'equivalent' | 'survived';

/** A mutant and what became of it. */
export interface TriedMutant {
  /** In which part of the rule, and what was changed. */
  readonly change: string;
  readonly fate: MutantFate;
  /** An object on which it differs from the rule; the next example to write.
   * @default - none could be found, or an example already notices
   */
  readonly witness?: { readonly value: JsonValue; readonly namespace: JsonObject | undefined };
}

/** What a rule says of an object: it doesn't apply, it is as required, it isn't, or nobody can tell. */
export type Answer = 'ignored' | 'pass' | 'fail' | 'unknown';

/** Tries every mutant of a rule on its examples, and on the objects at its edges. */
export function tryMutants(tree: RuleTree): readonly TriedMutant[] {
  const framed = ({ value, namespace }: ExampleValue): Frame => frameOf(value, namespace);
  const [examples, edges] = [statedExamples(tree).map(framed), boundaryObjects(tree).map(framed)];
  const original = judgesOf(tree);
  const [onExamples, onEdges] = [examples, edges].map((frames) => frames.map((one) => answer(original, one)));
  return mutants(tree).map(({ change, tree: mutant }) => {
    const judges = judgesOf(mutant);
    if (examples.some((frame, index) => answer(judges, frame) !== onExamples?.[index]))
      return { change, fate: 'killed' };
    const found = edges.find((frame, index) => answer(judges, frame) !== onEdges?.[index]);
    if (found === undefined) return { change, fate: 'equivalent' };
    const { object: value, namespace } = found;
    return { change, fate: 'survived', witness: { value, namespace: namespace as JsonObject | undefined } };
  });
}

function mutants(tree: RuleTree): readonly { readonly change: string; readonly tree: RuleTree }[] {
  const { when, require } = tree;
  const changed: readonly Mutant[] = [{ change: 'nothing', condition: ALWAYS }, ...mutantsOf(require)];
  const applied: readonly Mutant[] =
    when === undefined ? [] : [{ change: 'always', condition: ALWAYS }, ...mutantsOf(when)];
  return [
    ...changed.map((one) => ({ change: `requires ${one.change}`, tree: { ...tree, require: one.condition } })),
    ...applied.map((one) => ({ change: `applies ${one.change}`, tree: { ...tree, when: one.condition } })),
  ];
}

interface Judges {
  readonly when: CompiledCondition | undefined;
  readonly require: CompiledCondition;
}

function judgesOf({ when, require }: RuleTree): Judges {
  return { when: when === undefined ? undefined : compileCondition(when), require: compileCondition(require) };
}

function answer({ when, require }: Judges, frame: Frame): Answer {
  const applies = when?.judge(frame) ?? TRUE;
  if (applies === FALSE) return 'ignored';
  const truth = require.judge(frame);
  if (truth === TRUE) return 'pass';
  return truth === FALSE && applies === TRUE ? 'fail' : 'unknown';
}

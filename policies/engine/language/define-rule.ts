import type { ControlId } from '../../../model/controls/control';
import type { Text } from '../../../model/text';
import { definePolicy, type ObjectsContext, type Policy, type Subject } from '../../define-policy';
import type { SubjectOf } from '../../subjects';
import type { Resource } from '../../../resources/resource';
import { RuleJudge } from './rule-judge';
import { refTo, type Ref } from './reference';
import type { Equivalents, Examples, RuleScope, RuleTree } from './rule-tree';
import type { Target } from './target';
import type { Condition } from './tree';

/** A rule written as a tree. */
export interface Rule<T = unknown> extends Policy<SubjectOf<Resource>, ObjectsContext> {
  readonly tree: RuleTree<T>;
}

/** What the author of a rule writes. */
export interface RuleProps<T> {
  /** The requirement that holds, positive, present tense. */
  readonly title: Text;
  /** A failing `block` rule stops deployment; `warn` is reported. */
  readonly force: 'block' | 'warn';
  readonly controls: readonly [ControlId, ...ControlId[]];
  readonly why: Text;
  readonly fix: Text;
  /** Why the rule may apply to nothing.
   * @default - must apply to something
   */
  readonly mayBeVacuous?: Text;
  readonly on: Target<T>;
  /** @default everywhere */
  readonly scope?: RuleScope;
  /** To which objects the rule applies.
   * @default - to all
   */
  readonly when?: (object: Ref<T>) => Condition;
  readonly require: (object: Ref<T>) => Condition;
  readonly examples: Examples<T>;
  /** Why mutants that no example can tell from the rule make no difference, by what they change.
   * @default - every mutant differs
   */
  readonly equivalents?: Equivalents;
}

/** Makes a rule on one object of Kubernetes, which acts at every point: synth, plan, admission and live. */
export function defineRule<T>(props: RuleProps<T>): Rule<T> {
  const { on, scope = 'everywhere', when, require, examples, equivalents = {}, ...words } = props;
  const object = refTo<T>({ kind: 'object' });
  const tree: RuleTree<T> = { on, scope, when: when?.(object), require: require(object), examples, equivalents };
  const judge = new RuleJudge(tree);
  const policy = definePolicy<SubjectOf<Resource>, ObjectsContext>({
    ...words,
    subjects: ({ view }) => judge.subjects(view),
    check: (subject, { view }) => judge.check(subject.of, view),
  });
  return Object.freeze({ ...policy, tree });
}

/** Whether a policy is written as a tree. */
export function isRule(policy: Policy<Subject>): policy is Policy<Subject> & Rule {
  return 'tree' in policy;
}

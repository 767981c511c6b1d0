import type { Evaluation, Finding } from '../policies/evaluation';
import { evaluateObjects, objectRules } from '../policies/object-rules';
import type { ArtifactEngine } from '../model/assembly';
import type { ReadObject } from '../resources/read/dialect';
import { foreignResource, withOwnIds } from '../resources/read/read-manifests';

/** An object of somebody's app, and where in the app it comes from. */
export interface AppObject {
  readonly object: ReadObject;
  /** Path in the construct tree, or the file that holds it. */
  readonly place: string;
}

/** Which rules judge an app. */
export interface RuleChoice {
  /** Ids of rules that don't judge it; one that no rule has is refused.
   * @default - every rule on single objects does
   */
  readonly except?: readonly string[];
}

/** What stands against an app, in lines for the person who builds it. */
export interface AppFindings {
  /** What is not as required. */
  readonly errors: readonly string[];
  readonly evaluation: Evaluation;
}

/**
 * Judges the objects of an app by the rules on single objects. What nobody can tell before it is deployed (a token of
 * the app) is no error here: the plan and admission settle it.
 */
export function judgeObjects(
  objects: readonly AppObject[],
  engine: ArtifactEngine,
  { except = [] }: RuleChoice = {},
): AppFindings {
  const known = new Set(objectRules.map(({ id }) => id));
  const strange = except.filter((id) => !known.has(id));
  if (strange.length > 0) throw new RangeError(`no rule on single objects has the id ${strange.join(', ')}`);
  const rules = objectRules.filter(({ id }) => !except.includes(id));
  const resources = withOwnIds(objects.map(({ object, place }) => foreignResource(object, place, engine)));
  // No rule on single objects looks at the day, and no exception is in play.
  const evaluation = evaluateObjects({ resources, rules: { policies: rules, faults: [] }, today: '' });
  const { results } = evaluation;
  const blocking = results.filter(({ force }) => force === 'block');
  const errors = [...blocking.flatMap(({ fail }) => fail), ...results.flatMap(({ error }) => error)];
  return { errors: errors.map(lineOf), evaluation };
}

function lineOf({ policy, where, got, want, file }: Finding): string {
  return `${policy}: ${file ?? ''} ${where}: got ${got}, want ${want}`;
}

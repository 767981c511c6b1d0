import { listAt, objectAt, valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { cloudText, logicalIdOf } from './cloud-text';

/** One statement of an access policy, with lists where the provider allows a single value. */
export interface PolicyStatement {
  readonly effect: string;
  readonly actions: readonly string[];
  /** Principals; `*` is everybody. */
  readonly principals: readonly string[];
  readonly resources: readonly string[];
  /** Undefined: under every condition. */
  readonly condition: JsonObject | undefined;
  /** It says what it isn't about (`NotAction`, `NotPrincipal`, `NotResource`). */
  readonly inverted: boolean;
}

/** The statements of a policy document. */
export function statementsOf(document: JsonValue | undefined): readonly PolicyStatement[] {
  const statements = valueAt(document, 'Statement');
  const list = Array.isArray(statements) ? listAt(document, 'Statement') : [statements];
  return list
    .map((one) => objectAt(one))
    .filter((one) => one !== undefined)
    .map((one) => ({
      effect: cloudText(one['Effect']) ?? '',
      actions: texts(one['Action']),
      principals: principalsOf(one['Principal']),
      resources: texts(one['Resource']),
      condition: objectAt(one, 'Condition'),
      inverted: ['NotAction', 'NotPrincipal', 'NotResource'].some((key) => Object.hasOwn(one, key)),
    }));
}

/** The statements that the policies of a template lay on a bucket. */
export function statementsOnBucket(view: AssemblyView, bucket: Resource): readonly PolicyStatement[] {
  return view.resources
    .inFile(bucket.artifact.file)
    .filter((one) => one.kind.endsWith('::BucketPolicy'))
    .filter((one) => logicalIdOf(valueAt(one.body, 'Properties', 'Bucket')) === bucket.name)
    .flatMap((one) => statementsOf(valueAt(one.body, 'Properties', 'PolicyDocument')));
}

/** Whether a statement refuses an action to everybody, on a bucket and all that lies in it. */
export function deniesEverybody(statement: PolicyStatement, bucket: Resource, action: string): boolean {
  const { effect, principals, resources, inverted } = statement;
  const own = resources.filter((one) => one.startsWith(`<${bucket.name}.Arn>`) || one === '*');
  const inside = resources.some((one) => one === '*' || one === `<${bucket.name}.Arn>/object/*`);
  const itself = own.some((one) => one === '*' || one === `<${bucket.name}.Arn>`);
  return !inverted && effect === 'Deny' && principals.includes('*') && inside && itself && covers(statement, action);
}

/** Whether the actions of a statement hold one, by name or with a star at the end. */
export function covers({ actions }: PolicyStatement, action: string): boolean {
  return actions.some((one) => one === action || (one.endsWith('*') && action.startsWith(one.slice(0, -1))));
}

function principalsOf(value: JsonValue | undefined): readonly string[] {
  const object = objectAt(value);
  return object === undefined || cloudText(value) !== undefined ? texts(value) : Object.values(object).flatMap(texts);
}

function texts(value: JsonValue | undefined): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return list.flatMap((one) => cloudText(one) ?? []);
}

import { objectAt, listAt, textAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { FieldDifference } from '../compare/field-difference';
import { printPath } from '../compare/field-path';

/** What the API server fills in, by kind and path; owned by whoever wrote the object, though nobody wrote the field. */
const defaults: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> = {
  /* scheduling.k8s.io/v1 PriorityClass */
  PriorityClass: { '.preemptionPolicy': 'PreemptLowerPriority' },
};

/** Zero values that the API server leaves out (`omitempty`), where leaving out means the same. */
const leftOut: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> = {
  PriorityClass: { '.globalDefault': false },
};

/**
 * Whether a difference is none: the server's own label, a default of the API, a zero value that it leaves out, or the namespace of a subject that is no service account, which has no meaning (RBAC v1 Subject) and which the oldest
 * provider of Terraform writes.
 */
export function isServersOwn(kind: string, live: JsonObject, difference: FieldDifference): boolean {
  const path = printPath(difference.path);
  const { want, got } = difference;
  if (want === undefined && got !== undefined) {
    if (kind === 'Namespace' && path === NAME_LABEL) return got === textAt(live, 'metadata', 'name');
    if (defaults[kind]?.[path] === got) return true;
    const subject = /^\.subjects\[(\d{1,4})\]\.namespace$/.exec(path);
    return subject !== null && kind.endsWith('RoleBinding') && isPerson(live, Number(subject[1]));
  }
  return got === undefined && want !== undefined && leftOut[kind]?.[path] === want;
}

const NAME_LABEL = '.metadata.labels."kubernetes.io/metadata.name"';

function isPerson(binding: JsonObject, index: number): boolean {
  const kind = textAt(objectAt(listAt(binding, 'subjects')[index]), 'kind');
  return kind === 'Group' || kind === 'User';
}

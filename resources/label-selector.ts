import { hasUnresolved, listAt, objectAt, textAt, textMapAt, textsAt, valueAt } from './json-path';
import type { JsonObject, JsonValue } from './resource';

/** Whether a selector takes a set of labels; `unknown` where Terraform alone can tell, or the selector is malformed. */
export type Selection = 'yes' | 'no' | 'unknown';

/** Whether a label selector is there and takes everything. */
export function selectsAll(selector: JsonValue | undefined): boolean {
  if (hasUnresolved(selector)) return false;
  const hasLabels = Object.keys(objectAt(selector, 'matchLabels') ?? {}).length > 0;
  return objectAt(selector) !== undefined && !hasLabels && listAt(selector, 'matchExpressions').length === 0;
}

/** Whether a label selector (`matchLabels`, `matchExpressions`) takes these labels, by exact equality. */
export function selects(selector: JsonObject, labels: ReadonlyMap<string, string>): Selection {
  if (hasUnresolved(selector)) return 'unknown';
  const wanted = textMapAt(selector, 'matchLabels');
  if (wanted.size !== Object.keys(objectAt(selector, 'matchLabels') ?? {}).length) return 'unknown';
  for (const [key, value] of wanted) if (labels.get(key) !== value) return 'no';
  const answers = listAt(selector, 'matchExpressions').map((one) => holds(one, labels));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

function holds(expression: JsonValue, labels: ReadonlyMap<string, string>): Selection {
  const key = textAt(expression, 'key');
  if (key === undefined || textsAt(expression, 'values').length !== listAt(expression, 'values').length)
    return 'unknown';
  const value = labels.get(key);
  const listed = value !== undefined && textsAt(expression, 'values').includes(value);
  switch (valueAt(expression, 'operator')) {
    case 'In':
      return answer(listed);
    case 'NotIn':
      return answer(!listed);
    case 'Exists':
      return answer(value !== undefined);
    case 'DoesNotExist':
      return answer(value === undefined);
    default:
      return 'unknown';
  }
}

function answer(isTrue: boolean): Selection {
  return isTrue ? 'yes' : 'no';
}

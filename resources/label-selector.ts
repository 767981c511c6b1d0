import { hasUnresolved, isObject, listAt, objectAt, textAt, textsAt, valueAt } from './json-path';
import type { JsonObject, JsonValue } from './resource';

/** Whether a selector takes a set of labels; `unknown` where Terraform alone can tell, or the selector is malformed. */
export type Selection = 'yes' | 'no' | 'unknown';

/** Whether a label selector is there and takes everything. */
export function selectsAll(selector: JsonValue | undefined): boolean {
  if (!isObject(selector) || Object.keys(objectAt(selector, 'matchLabels') ?? {}).length > 0) return false;
  return listAt(selector, 'matchExpressions').length === 0 && !hasUnresolved(selector);
}

/** Whether a label selector (`matchLabels`, `matchExpressions`) takes these labels, by exact equality. */
export function selects(selector: JsonObject, labels: ReadonlyMap<string, string>): Selection {
  if (hasUnresolved(selector)) return 'unknown';
  const wanted = Object.entries(objectAt(selector, 'matchLabels') ?? {});
  if (wanted.some(([, value]) => typeof value !== 'string')) return 'unknown';
  if (wanted.some(([key, value]) => labels.get(key) !== value)) return 'no';
  const expressions = listAt(selector, 'matchExpressions');
  if (expressions.length === 0) return 'yes';
  const answers = expressions.map((one) => holds(one, labels));
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

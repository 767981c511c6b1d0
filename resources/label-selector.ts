import { hasUnresolved, isObject, listAt, objectAt, textAt, textsAt, valueAt } from './json-path';
import type { JsonObject, JsonValue } from './resource';

/** Whether a selector takes a set of labels; `unknown` where Terraform alone can tell, or the selector is malformed. */
export type Selection = 'yes' | 'no' | 'unknown';

/** Whether a label selector is there and takes everything. */
export function selectsAll(selector: JsonValue | undefined): boolean {
  if (!isObject(selector) || Object.keys(objectAt(selector, 'matchLabels') ?? {}).length > 0) return false;
  return listAt(selector, 'matchExpressions').length === 0 && !hasUnresolved(selector);
}

/** Labels of a thing, and whether there may be others beside them. */
export interface KnownLabels {
  readonly labels: ReadonlyMap<string, string>;
  readonly isPartlyKnown: boolean;
  /** Values that labels are known not to have, by their keys, where there may be others.
   * @default - any value may be there
   */
  readonly lacked?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/** Whether a label selector (`matchLabels`, `matchExpressions`) takes these labels, by exact equality. */
export function selects(selector: JsonObject, labels: ReadonlyMap<string, string>): Selection {
  return selectsKnown(selector, { labels, isPartlyKnown: false });
}

/** The same of labels beside which there may be others: `unknown` where these would decide. */
export function selectsKnown(selector: JsonObject, known: KnownLabels): Selection {
  if (hasUnresolved(selector)) return 'unknown';
  const wanted = Object.entries(objectAt(selector, 'matchLabels') ?? {});
  if (wanted.some(([, value]) => typeof value !== 'string')) return 'unknown';
  let isUnknown = false;
  for (const [key, value] of wanted) {
    const found = known.labels.get(key);
    if (found === undefined && mayCarry(known, key) && !lacks(known, key, value)) isUnknown = true;
    else if (found !== value) return 'no';
  }
  for (const expression of listAt(selector, 'matchExpressions')) {
    const answer = holds(expression, known);
    if (answer === 'no') return 'no';
    if (answer === 'unknown') isUnknown = true;
  }
  return isUnknown ? 'unknown' : 'yes';
}

/** Whether a thing may carry a label that it isn't known to: keys of Kubernetes have no colon, those of Cilium's own labels do. */
function mayCarry({ isPartlyKnown }: KnownLabels, key: string): boolean {
  return isPartlyKnown && !key.includes(':');
}

function lacks({ lacked }: KnownLabels, key: string, value: JsonValue): boolean {
  return typeof value === 'string' && lacked?.get(key)?.has(value) === true;
}

function holds(expression: JsonValue, known: KnownLabels): Selection {
  const key = textAt(expression, 'key');
  if (key === undefined || textsAt(expression, 'values').length !== listAt(expression, 'values').length)
    return 'unknown';
  const value = known.labels.get(key);
  const operator = valueAt(expression, 'operator');
  const values = textsAt(expression, 'values');
  if (value === undefined && mayCarry(known, key)) {
    const isOfValues = (operator === 'In' || operator === 'NotIn') && values.length > 0;
    if (!isOfValues || !values.every((one) => lacks(known, key, one))) return 'unknown';
    return answer(operator === 'NotIn');
  }
  const listed = value !== undefined && values.includes(value);
  switch (operator) {
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

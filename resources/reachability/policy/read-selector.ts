import { hasUnresolved, isObject, objectAt, textsAt, valueAt } from '../../json-path';
import type { JsonValue } from '../../resource';
import { isLabelKey, isLabelValue } from './label-syntax';
import type { Selector } from './policy';
import { readList, refuseUnknown } from './read-parts';
import type { Troubles } from './troubles';

const OPERATORS: readonly unknown[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A label selector (LabelSelector, meta/v1), or undefined when it is none. */
export function readSelector(value: JsonValue, where: string, troubles: Troubles): Selector | undefined {
  if (!isObject(value)) return troubles.add(where, value, 'a label selector');
  // What Terraform alone can tell is in force all the same: it may take anything.
  if (hasUnresolved(value)) return troubles.tell(where, value, 'what Terraform alone can tell') ?? value;
  const before = troubles.refused;
  refuseUnknown(value, { where, known: ['matchLabels', 'matchExpressions'], troubles });
  const labels = valueAt(value, 'matchLabels') ?? {};
  const areTexts = isObject(labels) && Object.values(labels).every((one) => typeof one === 'string');
  if (!areTexts) troubles.add(`${where}.matchLabels`, labels, 'labels with texts');
  const expressions = readList(valueAt(value, 'matchExpressions'), `${where}.matchExpressions`, troubles);
  for (const [index, one] of expressions.entries()) {
    const at = `${where}.matchExpressions[${index}]`;
    refuseUnknown(one, { where: at, known: ['key', 'operator', 'values'], troubles });
    const operator = valueAt(one, 'operator');
    if (typeof valueAt(one, 'key') !== 'string') troubles.add(`${at}.key`, valueAt(one, 'key'), 'a key');
    if (!OPERATORS.includes(operator)) troubles.add(`${at}.operator`, operator, OPERATORS.join(', '));
    const values = readList(valueAt(one, 'values'), `${at}.values`, troubles);
    const surplus = values.find((label) => typeof label !== 'string');
    if (surplus !== undefined) troubles.add(`${at}.values`, surplus, 'texts');
    const wantsValues = operator === 'In' || operator === 'NotIn';
    if (wantsValues !== values.length > 0)
      troubles.add(`${at}.values`, values, wantsValues ? 'at least one value' : 'no value');
  }
  return troubles.refused === before ? value : undefined;
}

/** A label selector whose keys and values are such as labels have; a server or a plugin refuses a policy with others. */
export function readLabelSelector(value: JsonValue, where: string, troubles: Troubles): Selector | undefined {
  const before = troubles.refused;
  const selector = readSelector(value, where, troubles);
  if (selector === undefined || hasUnresolved(selector)) return selector;
  for (const [key, label] of Object.entries(objectAt(selector, 'matchLabels') ?? {})) {
    const isLabel = isLabelKey(key) && typeof label === 'string' && isLabelValue(label);
    if (!isLabel) troubles.add(`${where}.matchLabels`, { [key]: label }, 'a label as objects may have it');
  }
  for (const [index, one] of readList(valueAt(selector, 'matchExpressions'), where, troubles).entries()) {
    const [at, key] = [`${where}.matchExpressions[${index}]`, valueAt(one, 'key')];
    if (typeof key !== 'string' || !isLabelKey(key)) troubles.add(`${at}.key`, key, 'a key as labels have it');
    const wrong = textsAt(one, 'values').find((label) => !isLabelValue(label));
    if (wrong !== undefined) troubles.add(`${at}.values`, wrong, 'values as labels have them');
  }
  return troubles.refused === before ? selector : undefined;
}

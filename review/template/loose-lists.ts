import { canonicalJson } from '../../model/canonical-json';
import { isObject } from '../../resources/json-path';
import type { JsonValue } from '../../resources/resource';

/**
 * Lists whose order says nothing: peers of a rule (NetworkPolicy), namespaces of a backup (Velero), subjects of a binding
 * (RBAC). Of all others the order counts, such as that of the rules of a ClusterNetworkPolicy.
 */
const LOOSE: ReadonlySet<string> = new Set(['from', 'to', 'includedNamespaces', 'subjects']);

/** A value as canonical JSON in which lists without an order are sorted. */
export function looseText(value: JsonValue): string {
  return canonicalJson(settled(value, ''));
}

/** A value without the items of such lists of which this is so. */
export function withoutItems(value: JsonValue, isLeftOut: (item: JsonValue) => boolean): JsonValue {
  return changed(value, '', (items) => items.filter((one) => !isLeftOut(one)));
}

function settled(value: JsonValue, key: string): JsonValue {
  return changed(value, key, (items) =>
    items
      .map((one) => ({ one, text: canonicalJson(one) }))
      .toSorted((a, b) => (a.text < b.text ? -1 : 1))
      .map(({ one }) => one),
  );
}

type ChangeItems = (items: readonly JsonValue[]) => readonly JsonValue[];

function changed(value: JsonValue, key: string, change: ChangeItems): JsonValue {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map((one) => changed(one, '', change));
    return LOOSE.has(key) ? [...change(items)] : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one ?? null, name, change)]));
}

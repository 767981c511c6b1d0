import { canonicalJson } from '../../../model/canonical-json';
import type { JsonValue } from '../../../resources/resource';

/**
 * One step of the path of a field, in the terms of server-side apply (sigs.k8s.io/structured-merge-diff): a field, an
 * element of a list by its keys, an element of a set by its value, or an element by its place.
 */
export type PathStep =
  | { readonly field: string }
  | { readonly keys: Readonly<Record<string, JsonValue>> }
  | { readonly value: JsonValue }
  | { readonly index: number };

/** The path of a field from the root of its object. */
export type FieldPath = readonly PathStep[];

/** A path as Kubernetes writes it: `.spec.containers[name="app"].image`. */
export function printPath(path: FieldPath): string {
  return path.map(printStep).join('');
}

/** The name of the last field of a path; empty when it has none. */
export function lastField(path: FieldPath): string {
  const step = path.findLast((one) => 'field' in one);
  return step === undefined || !('field' in step) ? '' : step.field;
}

/** The names of the fields of a path, without the steps into lists. */
export function fieldNames(path: FieldPath): readonly string[] {
  return path.flatMap((step) => ('field' in step ? [step.field] : []));
}

function printStep(step: PathStep): string {
  if ('field' in step) return /^[\w-]+$/.test(step.field) ? `.${step.field}` : `.${JSON.stringify(step.field)}`;
  if ('index' in step) return `[${step.index}]`;
  if ('value' in step) return `[=${canonicalJson(step.value)}]`;
  const pairs = Object.entries(step.keys).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `[${pairs.map(([key, value]) => `${key}=${canonicalJson(value)}`).join(',')}]`;
}

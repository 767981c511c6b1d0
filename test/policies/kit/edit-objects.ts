import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { GivenResource } from '../../support/view-of';

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** One way in which a test bends the healthy objects. */
export type Edit = (objects: readonly GivenResource[]) => readonly GivenResource[];

/** Nothing is bent. */
export const asWritten: Edit = (objects) => objects;

/** Takes the objects of a kind away, or the one with this name. */
export function drop(kind: string, name?: string): Edit {
  return (objects) => {
    const left = objects.filter((one) => !isMeant(one, kind, name));
    if (left.length === objects.length) throw new Error(`no ${kind} ${name ?? ''} to drop`);
    return left;
  };
}

/** Puts a value into the objects of a kind, or the one with this name (`Kind` or `Kind/name`); undefined takes it away. */
export function change(target: string, path: Path, value: JsonValue | undefined): Edit {
  const [kind = '', name] = target.split('/');
  return (objects) => {
    if (!objects.some((one) => isMeant(one, kind, name))) throw new Error(`no ${target} to change`);
    return objects.map((one) => (isMeant(one, kind, name) ? { ...one, body: withValue(one.body, path, value) } : one));
  };
}

/** Several edits, one after the other. */
export function all(...edits: readonly Edit[]): Edit {
  return (objects) => edits.reduce((left, edit) => edit(left), objects);
}

/** Adds objects. */
export function add(...more: readonly GivenResource[]): Edit {
  return (objects) => [...objects, ...more];
}

/** A copy of an object with another value under a path; undefined takes what stands there away. */
export function withValue(body: JsonObject, path: Path, value: JsonValue | undefined): JsonObject {
  const bent = put(body, path, value);
  if (!isObject(bent)) throw new Error('the object itself can’t be replaced');
  return bent;
}

function put(at: JsonValue | undefined, [key, ...rest]: Path, value: JsonValue | undefined): JsonValue | undefined {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly JsonValue[] = Array.isArray(at) ? at : [];
    const next = put(list[key], rest, value);
    return next === undefined ? list.toSpliced(key, 1) : list.toSpliced(key, 1, next);
  }
  const object = isObject(at) ? at : {};
  const next = put(object[key], rest, value);
  const others = Object.entries(object).filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
}

function isMeant({ body, kind, name }: GivenResource, wanted: string, wantedName: string | undefined): boolean {
  const metadata = isObject(body['metadata']) ? body['metadata'] : {};
  const isKind = (kind ?? body['kind']) === wanted;
  return isKind && (wantedName === undefined || (name ?? metadata['name']) === wantedName);
}

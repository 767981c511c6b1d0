import type { ShapeSet } from './shape';
import { ANY_SHAPE, shapes } from './shape';

/** A step from what holds a value to the value. */
export type PlaceStep =
  | { readonly kind: 'root'; readonly of: 'object' | 'namespace' | 'derived' }
  /** The value of a map under this key. */
  | { readonly kind: 'member'; readonly key: string }
  /** An item of a list, the n-th that was spoken of. */
  | { readonly kind: 'item'; readonly index: number }
  /** A key of a map, the n-th that was spoken of; it is a text. */
  | { readonly kind: 'key'; readonly index: number }
  /** The value of a map under a key that was spoken of. */
  | { readonly kind: 'entry'; readonly of: Place };

/** A value of one object, before anybody knows which one. */
export interface Place {
  /** The same for the same place only. */
  readonly id: string;
  /** The list, map or object that holds it; undefined for roots. */
  readonly holder: Place | undefined;
  readonly step: PlaceStep;
  /** Of which shapes it may be before anything is said of it. */
  readonly may: ShapeSet;
}

/** What the rule is about. */
export const OBJECT: Place = rootOf('object', '$', ANY_SHAPE);

/** The labels of the namespace. */
export const NAMESPACE: Place = rootOf('namespace', '%', shapes.absent | shapes.unknown | shapes.map);

/** What isn't a value of the object but follows from some: a number of items, or that two values are the same. */
export function derivedPlace(id: string, may: ShapeSet): Place {
  return rootOf('derived', id, may);
}

function rootOf(of: 'object' | 'namespace' | 'derived', id: string, may: ShapeSet): Place {
  return { id, holder: undefined, step: { kind: 'root', of }, may };
}

/** The member of a place under a key. */
export function memberPlace(holder: Place, key: string): Place {
  return { id: `${holder.id}.${JSON.stringify(key)}`, holder, step: { kind: 'member', key }, may: ANY_SHAPE };
}

/** The n-th item of a list, or key of a map, that was spoken of. */
export function partPlace(holder: Place, over: 'items' | 'keys', index: number): Place {
  return over === 'items'
    ? { id: `${holder.id}[${index}]`, holder, step: { kind: 'item', index }, may: ANY_SHAPE }
    : { id: `${holder.id}{${index}}`, holder, step: { kind: 'key', index }, may: shapes.text };
}

/** The value of a map under a bound key; there, when the key is one of this map. */
export function entryPlace(holder: Place, key: Place): Place {
  const isOwn = key.step.kind === 'key' && key.holder?.id === holder.id;
  const may = isOwn ? ANY_SHAPE & ~shapes.absent : ANY_SHAPE;
  return { id: `${holder.id}{${key.id}}`, holder, step: { kind: 'entry', of: key }, may };
}

import { isObject, listAt, objectAt, textAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** A writer of an object. */
export interface FieldManager {
  readonly manager: string;
  /** `Apply` for server-side apply, `Update` for everything else. */
  readonly operation: 'Apply' | 'Update';
  /** Such as `status` or `scale`; empty for the object itself. */
  readonly subresource: string;
  /** When it last changed something, in RFC 3339; empty when the server doesn't say. */
  readonly time: string;
}

/** A writer and the fields that it owns, as the server keeps them (`FieldsV1`). */
export interface ManagedFields extends FieldManager {
  readonly fields: JsonObject;
}

/** The managed fields of an object; what is malformed is left out. */
export function managedFieldsOf(object: JsonValue): readonly ManagedFields[] {
  return listAt(object, 'metadata', 'managedFields').flatMap((entry) => {
    const fields = objectAt(entry, 'fieldsV1');
    if (fields === undefined) return [];
    return [
      {
        manager: textAt(entry, 'manager') ?? '',
        operation: textAt(entry, 'operation') === 'Apply' ? 'Apply' : 'Update',
        subresource: textAt(entry, 'subresource') ?? '',
        time: textAt(entry, 'time') ?? '',
        fields,
      },
    ];
  });
}

/** Whether a writer is one of ours, writing the object itself. */
export function isOurs({ manager, subresource }: FieldManager, ours: ReadonlySet<string>): boolean {
  return ours.has(manager) && subresource === '';
}

/** A manager without its fields. */
export function managerOf({ manager, operation, subresource, time }: FieldManager): FieldManager {
  return { manager, operation, subresource, time };
}

/** What an owner has at some path: nothing, all that is below (an atomic value), or a tree of fields. */
export type Holding = 'none' | 'whole' | JsonObject;

/** What an owner has one step below a holding; `key` is the step as `FieldsV1` writes it, such as `f:spec`. */
export function below(holding: Holding, key: string): Holding {
  if (typeof holding === 'string') return holding;
  if (isLeaf(holding)) return 'whole';
  const found = Object.hasOwn(holding, key) ? holding[key] : undefined;
  return isObject(found) ? found : 'none';
}

/** Whether an owner has the value at a path itself, and not only something below it. */
export function holdsItself(holding: Holding): boolean {
  if (typeof holding === 'string') return holding === 'whole';
  return isLeaf(holding) || Object.hasOwn(holding, '.');
}

function isLeaf(holding: JsonObject): boolean {
  for (const _ in holding) return false;
  return true;
}

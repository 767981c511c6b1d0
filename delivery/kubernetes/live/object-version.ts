import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';

/** Which object it is, and in which version. */
export interface ObjectVersion {
  readonly uid: string;
  readonly resourceVersion: string;
}

/** The uid and version of an object as the server gives it. */
export function versionOf(object: JsonObject): ObjectVersion {
  return {
    uid: textAt(object, 'metadata', 'uid') ?? '',
    resourceVersion: textAt(object, 'metadata', 'resourceVersion') ?? '',
  };
}

/** Whether an object is on its way out. */
export function isBeingDeleted(object: JsonObject): boolean {
  return textAt(object, 'metadata', 'deletionTimestamp') !== undefined;
}

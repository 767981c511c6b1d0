import type { Level } from '../../../model/level';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** What a plan does with one object. */
export type ChangeAction =
  | 'create'
  | 'update'
  /** Deleted and made anew. */
  | 'replace'
  | 'delete'
  /** Taken out of the state; the object stays. */
  | 'forget'
  | 'read'
  | 'no-op';

/** The object of a cluster that a change is about. */
export interface ChangedObject {
  /** Id as in the assembly: `<cluster>/<Kind>/<namespace or ->/<name>`. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
}

/** Whose object it is: as the manifest says, or as the labels of an object say that the assembly no longer holds. */
export interface ChangeOwner {
  readonly site: string;
  readonly cluster: string;
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - belongs to no zone */
  readonly zone?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
  /** Where the fact stands that caused it, `file:line`.
   * @default - the assembly doesn't hold the object
   */
  readonly source?: string | undefined;
}

/** One side of a changed field. */
export type FieldSide =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: JsonValue }
  /** Known only once it is applied. */
  | { readonly kind: 'unknown' }
  /** A secret; that it differs is told, what it is never. */
  | { readonly kind: 'redacted' };

/** One field that differs, by its path in the object as its API has it. */
export interface FieldChange {
  readonly path: readonly (string | number)[];
  readonly before: FieldSide;
  readonly after: FieldSide;
}

/** What both a planned change and a drifted object say. */
export interface ObjectDifference {
  /** Address in the shard. */
  readonly address: string;
  /** Terraform type, such as `kubernetes_namespace`. */
  readonly type: string;
  readonly object: ChangedObject;
  readonly owner: ChangeOwner;
  /** What differs between an object before and after; empty for one that comes or goes as a whole. */
  readonly fields: readonly FieldChange[];
  /** The object before, secrets taken out.
   * @default - there was none
   */
  readonly before?: JsonObject | undefined;
  /** The object after, secrets taken out, what isn't known yet as an unresolved expression.
   * @default - there will be none
   */
  readonly after?: JsonObject | undefined;
}

/** What a plan does with one object, and why. */
export interface PlannedChange extends ObjectDifference {
  readonly action: ChangeAction;
  /** Key of an object that an earlier replacement left behind; only such a one has it.
   * @default - the object itself
   */
  readonly deposed?: string | undefined;
  /** Why Terraform acts so, in its words, such as `delete_because_no_resource_config`.
   * @default - as one would expect
   */
  readonly reason?: string | undefined;
  /** Id in the cluster of the existing object that is taken over.
   * @default - nothing is taken over
   */
  readonly adopts?: string | undefined;
  /** True when the state knows the object but somebody deleted it, so that it is made again. */
  readonly isRecreated: boolean;
}

/** An object that is no longer as Terraform left it. */
export interface DriftedObject extends ObjectDifference {
  readonly drift: 'changed' | 'deleted';
}

import type { Resource } from '../../../resources/resource';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { ApiFailure, InvalidField, OwnedField, Refusal } from '../client/answer/api-failure';
import type { Concern } from '../compare/concern';

/** A field that a plan would change; secret values are replaced. */
export interface PlannedChange {
  /** As Kubernetes writes it: `.spec.replicas`. */
  readonly path: string;
  /** @default - not there before */
  readonly before?: JsonValue | undefined;
  /** @default - not there after */
  readonly after?: JsonValue | undefined;
  /** @default - nobody's concern but the object's */
  readonly concern?: Concern | undefined;
}

/** What applying an object would do, as the server says without keeping it. */
export type PlannedObject = { readonly resource: Resource; readonly warnings: readonly string[] } &
  /** `served` is what the server would make of it; never shown, since it may hold secrets. */
  (
    | { readonly kind: 'create'; readonly served: JsonObject }
    /**
     * It will be created, but the server can't try it before something else of the plan stands: its namespace, the
     * definition of its kind, or the admission policy that it binds.
     */
    | { readonly kind: 'create-untried'; readonly awaits: string }
    /** `served` is what the server has of it; never shown, since it may hold secrets. */
    | { readonly kind: 'unchanged'; readonly served: JsonObject }
    | {
        readonly kind: 'change';
        readonly changes: readonly PlannedChange[];
        /** The object as it stands, and as it would stand; never shown, since it may hold secrets. */
        readonly before: JsonObject;
        readonly after: JsonObject;
      }
    /** It can only be deleted and made again: these fields can't be changed. */
    | { readonly kind: 'replace'; readonly fields: readonly InvalidField[] }
    /** Others own fields that it sets; with force it would change these. */
    | {
        readonly kind: 'conflict';
        readonly owners: readonly OwnedField[];
        readonly changes: readonly PlannedChange[];
      }
    /** The server doesn't know its kind, and nothing in the plan defines it. */
    | { readonly kind: 'kind-missing' }
    | { readonly kind: 'refused'; readonly failure: Refusal }
    /** It couldn't be tried; nothing follows. */
    | { readonly kind: 'untold'; readonly failure: ApiFailure }
  );

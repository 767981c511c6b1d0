import type { JsonObject, JsonValue, Steps } from '../../../resources/resource';

/** Why a value can’t be told. */
export type UnknownCause =
  /** Terraform alone can tell: an expression, or known after apply. */
  | 'unresolved'
  /** It stands on an object that isn’t there to look at. */
  | 'missing-object'
  /** Something stands there that the API server would refuse. */
  | 'malformed';

/** Stands for a value that can’t be told; it never counts as a pass. */
export class Unknown {
  public constructor(
    public readonly cause: UnknownCause,
    /** What was found instead, in few words. */
    public readonly got: string,
  ) {}
}

/** Labels of the namespace that holds the object; undefined for objects in no namespace. */
export type NamespaceLabels = JsonObject | Unknown | undefined;

/** Where a value stands, seen from the root of a rule. */
export interface Place {
  /** As a person writes it: `spec.containers[main].image`. */
  readonly text: string;
  /** Empty for what doesn't stand in the object. */
  readonly steps: Steps;
}

/** The root of a rule itself. */
export const ROOT: Place = { text: '', steps: [] };

/** What a condition looks at while it is judged. */
export interface Frame {
  /** The object, or the part of it that the target lifts out. */
  readonly object: JsonValue;
  readonly namespace: NamespaceLabels;
  /** Items and keys that quantifiers bind, by their depth. */
  readonly slots: (JsonValue | undefined)[];
  /** Where the bound items stand, by their depth; filled when a finding is explained. */
  readonly places: Place[];
}

/** A frame around an object. */
export function frameOf(object: JsonValue, namespace: NamespaceLabels): Frame {
  return { object, namespace, slots: [], places: [] };
}

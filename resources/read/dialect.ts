import type { JsonObject } from '../resource';

/** One object as a dialect reads it from a file. */
export interface ReadObject {
  /** Address inside its file, as in the manifest. */
  readonly address: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** @default - cluster-scoped, or not of Kubernetes */
  readonly namespace?: string | undefined;
  readonly body: JsonObject;
  /** @default - none */
  readonly engineArguments?: JsonObject | undefined;
  /** Whether the dialect knows the kind or type; others are kept as written. */
  readonly known: boolean;
}

/** A part of a file that can't be read as an object. */
export interface ReadTrouble {
  readonly kind: 'unreadable-file' | 'unread-section';
  readonly address: string;
  readonly detail: string;
}

/** What a dialect finds in one file. */
export interface Reading {
  readonly objects: readonly ReadObject[];
  readonly troubles: readonly ReadTrouble[];
  /** What stands beside the objects.
   * @default - nothing
   */
  readonly config?: JsonObject | undefined;
}

/** A file of which nothing can be read. */
export function unreadable(detail: string): Reading {
  return { objects: [], troubles: [{ kind: 'unreadable-file', address: '', detail }] };
}

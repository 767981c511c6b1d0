import type { JsonObject, Steps } from '../resource';
import type { TextPosition } from '../text-position';

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
  /** The steps to it in its file: the document, then those inside.
   * @default - the address tells
   */
  readonly steps?: Steps | undefined;
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
  /** @default - not known */
  readonly position?: TextPosition | undefined;
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

/** The longest name, kind or version of an object; those of the API server are shorter. */
const NAME_LENGTH_MAX = 500;

/** Which name of an object is longer than any that a cluster takes, so that no report is made of it; undefined when none is. */
export function findOverlong(
  names: Pick<ReadObject, 'apiVersion' | 'kind' | 'namespace' | 'name'>,
): string | undefined {
  const long = Object.entries(names).find(([, one]) => one !== undefined && one.length > NAME_LENGTH_MAX);
  return long === undefined
    ? undefined
    : `${long[0]} of ${long[1]?.length ?? 0} characters, at most ${NAME_LENGTH_MAX}`;
}

/** A file of which nothing can be read. */
export function unreadable(detail: string, position?: TextPosition): Reading {
  return { objects: [], troubles: [{ kind: 'unreadable-file', address: '', detail, position }] };
}

import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { ApiFailure } from '../client/answer/api-failure';
import { compareObject } from '../compare/compare-object';
import { concernOf, type Concern } from '../compare/concern';
import type { Divergence, FieldDifference } from '../compare/field-difference';
import { printPath } from '../compare/field-path';
import type { FieldManager } from '../compare/managed-fields';
import { redact } from '../compare/secret-fields';
import { isServersOwn } from './servers-own';
import type { Standing } from './standing';

/** A field that isn't as the assembly says; secret values are replaced. */
export interface LiveDifference {
  /** As Kubernetes writes it. */
  readonly path: string;
  readonly divergence: Divergence;
  /** @default - not wanted */
  readonly want?: JsonValue | undefined;
  /** @default - not there */
  readonly got?: JsonValue | undefined;
  /** Who has it now, other than us; empty when the server doesn't say. */
  readonly owners: readonly FieldManager[];
  /** @default - nobody's concern but the object's */
  readonly concern?: Concern | undefined;
}

/** What an object has that its assembly doesn't ask for. */
export interface Beside {
  readonly live: Resource;
  /** What others put into something that is ours, such as a label or a rule; no difference of a field that we set. */
  readonly additions: readonly LiveDifference[];
}

/** One object of the assembly, and what the cluster has of it. */
export type LiveObject = { readonly resource: Resource } & (
  | (Beside & {
      readonly kind: 'equal';
      /**
       * Whether a value that is ours as a whole, such as a list of rules, holds more than the assembly says: defaults, or
       * remnants of an earlier assembly. By reading alone these can't be told apart.
       */
      readonly isFilled: boolean;
    })
  | (Beside & { readonly kind: 'different'; readonly differences: readonly LiveDifference[] })
  | { readonly kind: 'missing' }
  | { readonly kind: 'kind-missing' }
  /** Couldn't be read; nothing follows. */
  | { readonly kind: 'untold'; readonly failure: ApiFailure }
);

/** Compares one object with what stands; `ours` are the names of our field managers. */
export function compareLive(resource: Resource, standing: Standing, ours: ReadonlySet<string>): LiveObject {
  if (standing.kind === 'absent') return { resource, kind: 'missing' };
  if (standing.kind === 'kind-missing') return { resource, kind: 'kind-missing' };
  if (standing.kind === 'untold') return { resource, kind: 'untold', failure: standing.failure };
  const live = { ...resource, body: withoutBookkeeping(standing.object) };
  const found = compareObject(resource.body, standing.object, ours);
  const shown = found.differences
    .filter((one) => !isServersOwn(resource.kind, standing.object, one))
    .map((one) => show(resource.kind, one));
  const additions = shown.filter(({ divergence }) => divergence === 'added');
  const differences = shown.filter(({ divergence }) => divergence !== 'added');
  return differences.length === 0
    ? { resource, kind: 'equal', live, additions, isFilled: found.isFilled }
    : { resource, kind: 'different', live, additions, differences };
}

/** A difference as it may be shown. */
export function show(kind: string, { path, want, got, ...rest }: FieldDifference): LiveDifference {
  const [shownWant, shownGot] = [redact(kind, path, want), redact(kind, path, got)];
  return { ...rest, path: printPath(path), want: shownWant, got: shownGot, concern: concernOf(kind, path) };
}

/** The object as rules read it: managed fields are the server's notes on who wrote what. */
function withoutBookkeeping(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata)) return object;
  const { managedFields: _managedFields, ...rest } = metadata;
  return { ...object, metadata: rest };
}

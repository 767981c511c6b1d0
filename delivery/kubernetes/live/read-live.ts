import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import { isObject } from '../../../resources/json-path';
import { unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { refKey } from '../client/kinds/api-kind';
import { compareObject } from '../compare/compare-object';
import type { Divergence } from '../compare/field-difference';
import { printPath } from '../compare/field-path';
import type { FieldManager } from '../compare/managed-fields';
import { redact } from '../compare/secret-fields';
import { readStanding, type Standing } from './standing';

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
}

/** One object of the assembly, and what the cluster has of it. */
export type LiveObject = { readonly resource: Resource } & (
  | { readonly kind: 'equal'; readonly live: Resource }
  | { readonly kind: 'different'; readonly live: Resource; readonly differences: readonly LiveDifference[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'kind-missing' }
  /** Couldn't be read; nothing follows. */
  | { readonly kind: 'untold'; readonly failure: ApiFailure }
);

/** All objects of an assembly for one cluster, as they are live. */
export interface LiveReading {
  /** Sorted by `refKey`. */
  readonly objects: readonly LiveObject[];
  /** What was read, in the neutral form that rules are run on; its body is the live one, without the server's bookkeeping. */
  readonly resources: readonly Resource[];
}

/** What is read back. */
export interface LiveQuestion {
  readonly client: ClusterClient;
  /** Objects of the assembly, whatever engine brought them. */
  readonly objects: readonly Resource[];
  /** The names under which our engines own fields: `ndc`, and for Terraform what its provider calls itself. */
  readonly managers: readonly string[];
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads everything back and compares it with the assembly, object by object and field by field, by reading alone.
 * Quantities, defaults and numbers written as text count as equal when they mean the same.
 */
export async function readLive({ client, objects, managers, signal }: LiveQuestion): Promise<Reach<LiveReading>> {
  const read = await readStanding(client, { objects, signal });
  if (!read.reached) return unreached(read.failure);
  const ours = new Set(managers);
  const found = objects
    .toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1))
    .map((resource) => compareLive(resource, read.standing.get(refKey(resource)) ?? { kind: 'absent' }, ours));
  const resources = found.flatMap((one) => ('live' in one ? [one.live] : []));
  return { reached: true, objects: found, resources };
}

/** Compares one object with what stands. */
export function compareLive(resource: Resource, standing: Standing, ours: ReadonlySet<string>): LiveObject {
  if (standing.kind === 'absent') return { resource, kind: 'missing' };
  if (standing.kind === 'kind-missing') return { resource, kind: 'kind-missing' };
  if (standing.kind === 'untold') return { resource, kind: 'untold', failure: standing.failure };
  const live = { ...resource, body: withoutBookkeeping(standing.object) };
  const differences = compareObject(resource.body, standing.object, ours).map(({ path, want, got, ...rest }) => ({
    ...rest,
    path: printPath(path),
    want: redact(resource.kind, path, want),
    got: redact(resource.kind, path, got),
  }));
  return differences.length === 0
    ? { resource, kind: 'equal', live }
    : { resource, kind: 'different', live, differences };
}

/** The object as rules read it: managed fields are the server's notes on who wrote what. */
function withoutBookkeeping(object: JsonObject): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata)) return object;
  const { managedFields: _managedFields, ...rest } = metadata;
  return { ...object, metadata: rest };
}

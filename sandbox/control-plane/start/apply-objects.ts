import { createHash } from 'node:crypto';
import type { ApiClient } from '../api/api-client';
import { nodeObjects, type PlacedObject } from '../api/bootstrap-objects';
import type { ClusterSpec } from '../sandbox-spec';
import type { ClusterRun } from './cluster-run';
import { installDefinitions, unservedDefinitions } from './install-definitions';
import { nodeNames } from './readiness';
import type { UntilOptions } from './until';

/** What applying needs to know of the cluster. */
export interface ApplyOptions extends UntilOptions {
  readonly run: ClusterRun;
}

/**
 * Makes nodes and definitions be as the spec says, unless they are; nodes that it doesn't name are removed.
 * Tells which definitions aren't served in time.
 */
export async function applyObjects(
  client: ApiClient,
  spec: ClusterSpec,
  { run, ...options }: ApplyOptions,
): Promise<readonly string[]> {
  const objects = spec.nodes.flatMap((node) => nodeObjects(node, spec.release));
  const digest = digestOf([objects, spec.definitions]);
  if (run.applied === digest && (await isComplete(client, spec))) return [];
  const [, missing] = await Promise.all([
    applyNodes(client, spec, objects),
    installDefinitions(client, spec.definitions, options),
  ]);
  if (missing.length === 0) run.noteApplied(digest);
  return missing;
}

/** Whether nodes and definitions are there; somebody may have removed one. */
async function isComplete(client: ApiClient, spec: ClusterSpec): Promise<boolean> {
  const names = new Set(await nodeNames(client));
  const hasNodes = names.size === spec.nodes.length && spec.nodes.every(({ name }) => names.has(name));
  return hasNodes && (await unservedDefinitions(client, spec.definitions)).length === 0;
}

async function applyNodes(client: ApiClient, spec: ClusterSpec, objects: readonly PlacedObject[]): Promise<void> {
  const wanted = new Set(spec.nodes.map(({ name }) => name));
  const others = (await nodeNames(client)).filter((name) => !wanted.has(name));
  await Promise.all(others.map((name) => client.remove(`/api/v1/nodes/${name}`)));
  // In order: a node before its status.
  for (const { path, object } of objects) await client.apply(path, object);
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

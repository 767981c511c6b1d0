import type { JsonObject, Resource } from '../../../resources/resource';
import { isRefusal, unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import { refKey } from '../client/kinds/api-kind';
import { concernOf } from '../compare/concern';
import { diffServed } from '../compare/diff-served';
import { printPath } from '../compare/field-path';
import { redact } from '../compare/secret-fields';
import { readStanding, type Standing } from '../live/standing';
import { tryOn } from '../live/try-on';
import { comingObjects, tryAwaited, type ComingObjects } from './coming-objects';
import type { PlannedChange, PlannedObject } from './planned-object';

/** What is planned. */
export interface PlanQuestion {
  readonly client: ClusterClient;
  /** The objects of the waves that are planned together. */
  readonly objects: readonly Resource[];
  /** Objects that other engines or waves bring before them, such as Terraform's namespaces.
   * @default - none
   */
  readonly before?: readonly Resource[] | undefined;
  /** Objects that the server is asked about at a time.
   * @default - as many as are applied at a time
   */
  readonly atOnce?: number | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What applying would do, object by object, sorted by `refKey`. */
export interface Plan {
  readonly objects: readonly PlannedObject[];
}

/**
 * Asks the server what applying each object would do (server-side dry run: validation, defaults, admission, conflicts),
 * and compares that with what stands. Nothing is kept by the server.
 */
export async function planObjects(question: PlanQuestion): Promise<Reach<Plan>> {
  const { client, objects, signal } = question;
  const kinds = await client.kinds({ refresh: true, signal });
  if (!kinds.ok) return unreached(kinds.failure);
  const live = await readStanding(client, { objects, signal });
  if (!live.reached) return live;
  const comes = comingObjects([...(question.before ?? []), ...objects]);
  const sorted = objects.toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
  const planned = await inParallel(sorted, question.atOnce ?? PARALLEL_MAX, (resource) =>
    planOne({ client, comes, signal }, resource, live.standing.get(refKey(resource)) ?? { kind: 'absent' }),
  );
  return { reached: true, objects: planned };
}

interface Planning {
  readonly client: ClusterClient;
  readonly comes: ComingObjects;
  readonly signal: AbortSignal | undefined;
}

async function planOne(planning: Planning, resource: Resource, live: Standing): Promise<PlannedObject> {
  if (live.kind === 'untold') return { resource, warnings: [], kind: 'untold', failure: live.failure };
  const { client, signal } = planning;
  const tried = await tryOn(client, { resource, standing: live, signal });
  if (!tried.result.ok) return planFailure(planning, { resource, live, failure: tried.result.failure });
  const base = { resource, warnings: tried.result.warnings };
  const after = tried.result.value.object;
  if (tried.standing.kind !== 'there') return { ...base, kind: 'create', served: after };
  const before = tried.standing.object;
  const changes = plannedChanges(resource.kind, before, after);
  return changes.length === 0
    ? { ...base, kind: 'unchanged', served: after }
    : { ...base, kind: 'change', changes, before, after };
}

interface Failing {
  readonly resource: Resource;
  readonly live: Standing;
  readonly failure: ApiFailure;
}

async function planFailure(
  { client, comes, signal }: Planning,
  { resource, live, failure }: Failing,
): Promise<PlannedObject> {
  const base = { resource, warnings: [] };
  const awaits = tryAwaited(resource, failure, comes);
  if (awaits !== undefined) return { ...base, kind: 'create-untried', awaits };
  if (failure.kind === 'kind-missing') return { ...base, kind: 'kind-missing' };
  if (failure.kind === 'invalid' && failure.immutable) return { ...base, kind: 'replace', fields: failure.fields };
  if (failure.kind === 'conflict') {
    const forced = await client.apply(resource, resource.body, { dryRun: true, force: true, signal });
    const after =
      forced.ok && live.kind === 'there' ? plannedChanges(resource.kind, live.object, forced.value.object) : [];
    return { ...base, kind: 'conflict', owners: failure.owners, changes: after };
  }
  return isRefusal(failure) ? { ...base, kind: 'refused', failure } : { ...base, kind: 'untold', failure };
}

function plannedChanges(kind: string, before: JsonObject, after: JsonObject): readonly PlannedChange[] {
  return diffServed(before, after).map(({ path, ...change }) => ({
    path: printPath(path),
    before: redact(kind, path, change.before),
    after: redact(kind, path, change.after),
    concern: concernOf(kind, path),
  }));
}

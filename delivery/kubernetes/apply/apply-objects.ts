import type { Resource } from '../../../resources/resource';
import { unreached, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import { refKey } from '../client/kinds/api-kind';
import type { Extent } from '../client/verbs/get';
import { readStanding, type Standing } from '../live/standing';
import { applyOne } from './apply-one';
import { isApplied, type ApplyOutcome } from './apply-outcome';
import type { OnConflict } from './conflicts';
import { awaitDefinitions } from './await-definitions';
import { DEFINITIONS, stagesOf, type Stage } from './stages';

/** One run of applying objects to one cluster. */
export interface ApplyRun {
  readonly client: ClusterClient;
  readonly objects: readonly Resource[];
  /** What is done when others own fields that we want to set.
   * @default 'stop'
   */
  readonly onConflict?: OnConflict | undefined;
  /** Objects that may fail before the rest isn't tried any more.
   * @default 0
   */
  readonly failuresMax?: number | undefined;
  /** How long the server may take to serve a definition or to count a quota, in milliseconds.
   * @default 180000
   */
  readonly patienceMilliseconds?: number | undefined;
  /** Is told of each object at once.
   * @default - nobody is
   */
  readonly onOutcome?: ((outcome: ApplyOutcome) => void) | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What became of all objects, in the order of their going; each one stands in it once. */
export interface Applying {
  readonly outcomes: readonly ApplyOutcome[];
  /** Kinds of accepted definitions that the server still didn't offer when patience ended; they count as failures. */
  readonly notServed: readonly string[];
}

const PATIENCE_MILLISECONDS = 180_000;

/**
 * Applies objects with server-side apply as the field manager `ndc`, stage by stage: what others need goes first, and a
 * definition is waited for. It never deletes, and stops at the first failure unless more are allowed: a tenant must not
 * run without the policy that failed before it.
 */
export async function applyObjects(run: ApplyRun): Promise<Reach<Applying>> {
  const kinds = await run.client.kinds({ refresh: true, signal: run.signal });
  if (!kinds.ok) return unreached(kinds.failure);
  const state: RunState = { run, outcomes: [], notServed: [], failures: 0 };
  for (const stage of stagesOf(run.objects)) await applyStage(state, stage);
  return { reached: true, outcomes: state.outcomes, notServed: state.notServed };
}

interface RunState {
  readonly run: ApplyRun;
  readonly outcomes: ApplyOutcome[];
  readonly notServed: string[];
  failures: number;
}

async function applyStage(state: RunState, stage: Stage<Resource>): Promise<void> {
  const { client, onConflict = 'stop', patienceMilliseconds = PATIENCE_MILLISECONDS, signal } = state.run;
  if (isStopped(state)) return leaveOut(state, stage.objects);
  const before = await readStanding(client, { objects: stage.objects, extentOf, signal });
  const outcomes = await inParallel(stage.objects, PARALLEL_MAX, async (resource): Promise<ApplyOutcome> => {
    if (isStopped(state)) return record(state, { resource, kind: 'not-tried' });
    const standing: Standing = before.reached
      ? (before.standing.get(refKey(resource)) ?? { kind: 'absent' })
      : { kind: 'untold', failure: before.failure };
    const outcome = await applyOne({ client, onConflict, patienceMilliseconds, signal }, resource, standing);
    return record(state, outcome);
  });
  for (const one of outcomes) state.outcomes.push(one);
  if (stage.name === DEFINITIONS) await awaitStage(state, outcomes);
}

/** Secrets stay where they are: to tell whether one changed, its version is enough. */
function extentOf(kind: string): Extent {
  return kind === 'Secret' ? 'metadata' : 'whole';
}

/** A definition that isn't served in time counts as a failure: what needs it would be lost. */
async function awaitStage(state: RunState, outcomes: readonly ApplyOutcome[]): Promise<void> {
  const { client, patienceMilliseconds = PATIENCE_MILLISECONDS, signal } = state.run;
  const applied = outcomes.filter(isApplied).map(({ resource }) => resource);
  const missing = await awaitDefinitions(client, applied, { patienceMilliseconds, signal });
  state.failures += missing.length;
  state.notServed.push(...missing);
}

function record(state: RunState, outcome: ApplyOutcome): ApplyOutcome {
  if (!isApplied(outcome) && outcome.kind !== 'not-tried') state.failures += 1;
  state.run.onOutcome?.(outcome);
  return outcome;
}

function leaveOut(state: RunState, objects: readonly Resource[]): void {
  for (const resource of objects) state.outcomes.push(record(state, { resource, kind: 'not-tried' }));
}

function isStopped({ run, failures }: RunState): boolean {
  return run.signal?.aborted === true || failures > (run.failuresMax ?? 0);
}

import type { TerraformFailure } from '../terraform/failure/terraform-failure';
import { detectDrift } from '../terraform/drift/detect-drift';
import { readState, type ShardState } from '../terraform/state/read-state';
import type { Workspace } from '../terraform/workspace/workspace';
import type { DeliveryStep } from '../wave/delivery-step';
import type { DriftedState } from './cluster-drift';

/** A shard with what its objects live said. */
export interface ComparedShard {
  readonly workspace: Workspace;
  /** The step that brings the shard. */
  readonly step: DeliveryStep;
  /** Ids of objects that are no longer as the assembly says; each is told by its fields already. */
  readonly departed: ReadonlySet<string>;
}

/**
 * What a Terraform state says otherwise than the assembly or the cluster. Each object was compared live before, so a
 * state is read as it is; only where objects departed Terraform looks at the cluster as well, which takes long.
 */
export async function stateDrift({ workspace, step, departed }: ComparedShard): Promise<readonly DriftedState[]> {
  const shard = workspace.shard.id;
  const state = await readState(workspace);
  if (!state.ok) return unreadable(shard, state.failures);
  const known = knownDepartures(shard, step, state.value);
  if (!step.resources.some(({ id }) => departed.has(id))) return known;
  const found = await detectDrift(workspace);
  if (!found.ok) return [...known, ...unreadable(shard, found.failures)];
  const others = found.value.drifted.filter(({ object }) => !departed.has(object.id));
  return [...known, ...others.map(({ address, drift }) => ({ shard, address, what: `${drift} outside` }))];
}

function knownDepartures(shard: string, { resources }: DeliveryStep, state: ShardState | undefined): DriftedState[] {
  const objects = new Map((state?.objects ?? []).map((object) => [object.address, object]));
  const wanted = new Set(resources.map(({ artifact }) => artifact.address));
  const tell = (address: string, what: string): DriftedState => ({ shard, address, what });
  return [
    ...[...wanted].filter((address) => !objects.has(address)).map((address) => tell(address, 'not in the state')),
    ...[...objects.values()].flatMap(({ address, isTainted }) => {
      if (!wanted.has(address)) return [tell(address, 'in the state, and not in the assembly')];
      return isTainted ? [tell(address, 'its making failed half-way')] : [];
    }),
  ];
}

function unreadable(shard: string, failures: readonly TerraformFailure[]): readonly DriftedState[] {
  return failures.map(({ message }) => ({ shard, address: 'the state', what: message }));
}

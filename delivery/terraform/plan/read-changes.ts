import { resourceId } from '../../../resources/resource-id';
import { readTerraformValues } from '../../../resources/read/terraform/terraform-values';
import type { JsonObject } from '../../../resources/resource';
import type { Shard } from '../workspace/shard';
import { parseAction } from './change-action';
import { OwnerIndex } from './change-owner';
import { fieldChanges } from './field-changes';
import { markValues, withoutSecrets } from '../../../resources/read/plan/marked-values';
import type { WrittenChange, WrittenPlan } from '../../../resources/read/plan/plan-shape';
import type { ChangeAction, DriftedObject, ObjectDifference, PlannedChange } from './planned-change';

/** What a plan holds, or the address of a resource with which it does something unheard of. */
export interface ReadChanges {
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly DriftedObject[];
  readonly unknownActions: readonly string[];
}

/** Turns what Terraform wrote of a plan into changes of Kubernetes objects, sorted by address. */
export function readChanges(plan: WrittenPlan, shard: Shard): ReadChanges {
  const owners = new OwnerIndex(shard);
  const drift = plan.resource_drift.flatMap((one) => driftOf(one, differenceOf(one, owners)));
  const deleted = new Set(drift.filter((one) => one.drift === 'deleted').map(({ address }) => address));
  const managed = plan.resource_changes.map((one) => [one, parseAction(one.change.actions)] as const);
  const changes = managed.flatMap(([one, action]) =>
    action === undefined ? [] : [changeOf(one, action, { difference: differenceOf(one, owners), deleted })],
  );
  return {
    changes: changes.toSorted(byAddress),
    drift: drift.toSorted(byAddress),
    unknownActions: managed.filter(([, action]) => action === undefined).map(([one]) => one.address),
  };
}

interface ChangeContext {
  readonly difference: ObjectDifference;
  readonly deleted: ReadonlySet<string>;
}

function changeOf(written: WrittenChange, action: ChangeAction, { difference, deleted }: ChangeContext): PlannedChange {
  const { deposed, action_reason: reason, change } = written;
  const isRecreated = action === 'create' && deleted.has(written.address);
  return { ...difference, action, deposed, reason, adopts: change.importing?.id, isRecreated };
}

/** Drift without a field that differs is the server's own counting. */
function driftOf({ change }: WrittenChange, difference: ObjectDifference): readonly DriftedObject[] {
  if (parseAction(change.actions) === 'delete') return [{ ...difference, drift: 'deleted' }];
  return difference.fields.length === 0 ? [] : [{ ...difference, drift: 'changed' }];
}

function differenceOf({ address, type, change }: WrittenChange, owners: OwnerIndex): ObjectDifference {
  const before = bodyOf(change.before, (values) => markValues(values, { sensitive: change.before_sensitive }));
  const after = bodyOf(change.after, (values) =>
    markValues(values, { unknown: change.after_unknown, sensitive: change.after_sensitive }),
  );
  const read = (values: JsonObject) => readTerraformValues(address, type, values);
  const [from, to] = [before === undefined ? undefined : read(before), after === undefined ? undefined : read(after)];
  const shown = to ?? from ?? read({});
  const owner = owners.ownerOf(address, shown.body);
  const { apiVersion, kind, name, namespace } = shown;
  return {
    address,
    type,
    object: { id: resourceId(owner.cluster, { kind, namespace, name }), apiVersion, kind, name, namespace },
    owner,
    fields: from === undefined || to === undefined ? [] : fieldChanges(from.body, to.body),
    before: from === undefined ? undefined : (withoutSecrets(from.body) as JsonObject),
    after: to === undefined ? undefined : (withoutSecrets(to.body) as JsonObject),
  };
}

function bodyOf(values: JsonObject | null, marked: (values: JsonObject) => JsonObject): JsonObject | undefined {
  return values === null ? undefined : marked(values);
}

function byAddress(a: ObjectDifference, b: ObjectDifference): number {
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}

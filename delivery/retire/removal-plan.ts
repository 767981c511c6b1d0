import type { Removal } from '../../model/model';
import { problem, success, failure, type Result } from '../../model/problem';
import { nearestName } from '../../model/nearest-name';
import { leftOverOf, type DeliveryLedger } from '../ledger/delivery-ledger';
import type { DeliveredObject, DeliveredSystem } from '../ledger/delivery-record';

/** Kinds that hold what can't be made again from facts, and their containers. */
const statefulKinds: ReadonlySet<string> = new Set([
  'BackupStorageLocation',
  'Cluster',
  'Namespace',
  'ObjectBucketClaim',
  'PersistentVolumeClaim',
  'Schedule',
  'ScheduledBackup',
  'StorageClass',
]);

/** Kinds that bound what stands in their namespace; as long as data stays, they stay with it. */
const guardKinds: ReadonlySet<string> = new Set([
  'CiliumNetworkPolicy',
  'LimitRange',
  'NetworkPolicy',
  'ResourceQuota',
]);

/** What carrying out one removal would do, before any of it is done. */
export interface RemovalPlan {
  readonly removal: Removal;
  /** Deleted from the clusters, in the order of deletion: what uses comes before what is used. */
  readonly deleted: readonly DeliveredObject[];
  /** Left where they are, and no longer kept by us. */
  readonly keptInPlace: readonly DeliveredObject[];
  /** Systems that end with it. */
  readonly systems: readonly DeliveredSystem[];
  /** Systems that citizens use directly. */
  readonly citizenSystems: number;
  /** People whose data the systems hold. */
  readonly dataSubjects: number;
}

/**
 * Plans a removal that the facts declare: `retire` deletes what runs and gives access and keeps what holds data with its guards,
 * `orphan` deletes nothing and gives all up, `destroy` deletes all. Only objects that the assembly no longer has are
 * touched.
 */
export function planRemoval(
  target: string,
  removals: readonly Removal[],
  { ledger, wanted }: { readonly ledger: DeliveryLedger; readonly wanted: ReadonlySet<string> },
): Result<RemovalPlan> {
  const removal = removals.find((one) => one.target === target);
  if (removal === undefined) return failure([undeclared(target, removals)]);
  const systems = [...ledger.systems.values()].filter((system) => belongs(removal, system.declaration, system.owner));
  const ids = new Set(systems.map(({ id }) => id));
  const leftOver = leftOverOf(ledger, wanted).filter(
    ({ tenant, system }) =>
      (removal.kind === 'tenant' && tenant === target) || (system !== undefined && ids.has(system)),
  );
  const deletes = (object: DeliveredObject): boolean =>
    removal.mode === 'destroy' ||
    (removal.mode === 'retire' && !statefulKinds.has(object.kind) && !guardKinds.has(object.kind));
  return success({
    removal,
    deleted: leftOver.filter(deletes).toSorted(byDeletion),
    keptInPlace: leftOver.filter((object) => !deletes(object)),
    systems,
    citizenSystems: systems.filter((one) => one.citizenService).length,
    dataSubjects: systems.reduce((sum, one) => sum + one.dataSubjects, 0),
  });
}

/** Whether carrying it out needs the second approval: something that holds data would go. */
export function needsSecondApproval({ deleted }: RemovalPlan): boolean {
  return deleted.some(({ kind }) => statefulKinds.has(kind));
}

function belongs({ kind, target }: Removal, declaration: string, owner: string): boolean {
  return kind === 'tenant' ? owner === target : declaration === target;
}

/** Guards go last: until then nothing else may reach what is still there. Namespaces go after all in them. */
function byDeletion(a: DeliveredObject, b: DeliveredObject): number {
  const rank = deletionRank(a.kind) - deletionRank(b.kind);
  return rank === 0 ? (a.id < b.id ? -1 : 1) : rank;
}

const lastKinds = ['LimitRange', 'ResourceQuota', 'CiliumNetworkPolicy', 'NetworkPolicy', 'Namespace', 'StorageClass'];

function deletionRank(kind: string): number {
  return lastKinds.indexOf(kind) + 1;
}

function undeclared(target: string, removals: readonly Removal[]): ReturnType<typeof problem> {
  const known = removals.map((one) => one.target).toSorted();
  const near = nearestName(target, known);
  return problem({
    code: 'removal-undeclared',
    at: [],
    what: 'the facts of this assembly declare no removal of this name',
    got: target,
    want:
      near === undefined
        ? known.length === 0
          ? 'a declared removal; there is none'
          : `one of ${known.join(', ')}`
        : `did you mean ${near}?`,
    next: 'add a file to removals/ of the environment, then synth and gate',
  });
}

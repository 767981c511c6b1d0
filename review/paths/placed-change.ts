import type { PathWaiver } from '../../policies/path-waivers';
import type { FlowChange } from '../../resources/reachability/query/changes';
import { namespaceOf } from '../../resources/reachability/peers/workload';
import type { ModelView } from '../../resources/view/model-view';

/** A change with the places of its ends: whose they are, and in which zone. */
export interface PlacedChange extends FlowChange {
  /** Empty where there is one cluster alone. */
  readonly cluster: string;
  /** `tenant/zone` of each end; the name of its namespace where it is of no tenant, `outside` where it is of none. */
  readonly fromPlace: string;
  readonly toPlace: string;
  /** The exceptions of the later state that accept what rules find about it. */
  readonly waivers: readonly WrittenWaiver[];
}

/** A waiver with the line that declares it. */
export interface WrittenWaiver extends Omit<PathWaiver, 'origin'> {
  /** `file:line`. */
  readonly declaredAt: string;
}

/** Where changes are: their cluster, and the models that know namespaces, the older first. */
export interface ChangePlaces {
  readonly cluster: string;
  readonly models: readonly (ModelView | undefined)[];
  /** The waivers of a change. */
  readonly waiversOf: (change: FlowChange) => readonly WrittenWaiver[];
}

/** Says of changes where their ends are. */
export function placedChanges(changes: readonly FlowChange[], places: ChangePlaces): readonly PlacedChange[] {
  return changes.map((one) => ({
    cluster: places.cluster,
    ...one,
    fromPlace: placeOf(one.from, places),
    toPlace: placeOf(one.to, places),
    waivers: places.waiversOf(one),
  }));
}

function placeOf(end: string, { cluster, models }: Omit<ChangePlaces, 'waiversOf'>): string {
  const name = namespaceOf(end);
  if (name === undefined) return 'outside';
  const namespace = models.map((one) => one?.tryNamespace(cluster, name)).find((one) => one !== undefined);
  return namespace === undefined ? name : `${namespace.tenant}/${namespace.zone}`;
}

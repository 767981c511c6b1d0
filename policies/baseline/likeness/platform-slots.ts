import { groupBy } from '../../../model/group-by';
import { platformNamespaceName } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import type { Resource } from '../../../resources/resource';
import { resourceId } from '../../../resources/resource-id';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { findReference, type Reference } from './compare-fields';
import { neutralOf, type Neutral } from './neutral';
import { objectFields } from './object-fields';

/** An object that a place of the platform has, or should have as the other places of its kind do. */
export interface PlatformSlot {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined when it isn't there. */
  readonly resource: Resource | undefined;
  /** Places of this kind, and how many of them have the object. */
  readonly places: number;
  readonly having: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly reference: Reference;
}

/** The platform inside a cluster, or what its management cluster makes it of. */
interface Place {
  /** The cluster whose API server holds the objects. */
  readonly holder: string;
  /** The same for places that do the same job. */
  readonly kind: string;
  readonly neutral: Neutral;
  /** By kind, namespace and name in words that hold in each place. */
  readonly byName: ReadonlyMap<string, Resource>;
}

/** Kinds that follow from the hosts, stores or systems of a site; other rules compare them with the model. */
const ofDemand: ReadonlySet<string> = new Set([
  'BackupStorageLocation',
  'BareMetalHost',
  'KubeadmConfigTemplate',
  'MachineDeployment',
  'Metal3MachineTemplate',
  'Schedule',
  'StorageClass',
]);
const OF_SYSTEM = /^tenant-database-/;

/** Every object of the platform beside those that stand the way they do in each place of their kind by demand. */
export function platformSlots(view: AssemblyView): readonly PlatformSlot[] {
  const { clusters } = view.model;
  const byMachines = new Map(clusters.map((one) => [platformNamespaceName(`machines-${one.id}`), one]));
  const places = clusters.flatMap((cluster) => {
    const own = view.resources.inCluster(cluster.id).filter((one) => isOfPlatform(one, view, cluster));
    const parts = groupBy(own, (one) => byMachines.get(placeOf(one)));
    const made = [...parts].flatMap(([machines, members]) =>
      machines === undefined ? [] : [placeIn(cluster, machines, members)],
    );
    return [placeIn(cluster, undefined, parts.get(undefined) ?? []), ...made];
  });
  return [...groupBy(places, (one) => one.kind).values()].filter((alike) => alike.length > 1).flatMap(slotsOf);
}

function placeIn(holder: Cluster, machines: Cluster | undefined, members: readonly Resource[]): Place {
  const neutral = neutralOf(machines ?? holder);
  return {
    holder: holder.id,
    kind: machines === undefined ? holder.role : `machines of ${machines.role}`,
    neutral,
    byName: new Map(members.map((one) => [neutral.text([one.kind, one.namespace ?? '', one.name].join(' ')), one])),
  };
}

function slotsOf(places: readonly Place[]): readonly PlatformSlot[] {
  const names = new Set(places.flatMap(({ byName }) => [...byName.keys()]));
  return [...names].toSorted().flatMap((key) => slotsOfName(places, key));
}

function slotsOfName(places: readonly Place[], key: string): readonly PlatformSlot[] {
  const found = places.map((place) => ({ place, resource: place.byName.get(key) }));
  const isAlike = areAlike(found);
  const members = found.map((one) => ({ ...one, fields: isAlike ? NONE : fieldsOf(one) }));
  const there = members.filter(({ resource }) => resource !== undefined);
  const reference = findReference(there.map(({ fields }) => fields));
  const having = there.length;
  // Where fewer than half have it, it isn't missed elsewhere; it is what stands alone.
  const asked = having * 2 < places.length ? there : members;
  return asked.map(({ place, resource, fields }) => {
    const [kind = '', namespace = '', name = ''] = place.neutral.undo(key).split(' ');
    const missing = { kind, namespace: namespace === '' ? undefined : namespace, name };
    const id = resource?.id ?? resourceId(place.holder, missing);
    return { id, kind, name, resource, places: places.length, having, fields, reference };
  });
}

interface Found {
  readonly place: Place;
  readonly resource: Resource | undefined;
}

/** Whether every place has the object, letter by letter the same; that is nearly always so, and quick to see. */
function areAlike(found: readonly Found[]): boolean {
  const [first, ...others] = found.map(({ place, resource }) =>
    resource === undefined ? undefined : place.neutral.text(JSON.stringify(resource.body)),
  );
  return first !== undefined && others.every((one) => one === first);
}

function fieldsOf({ place, resource }: Found): ReadonlyMap<string, string> {
  return resource === undefined ? NONE : objectFields(resource.body, place.neutral);
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Neither of a system's namespace, nor of a system by its name, nor of what a site has by its hosts and stores. */
function isOfPlatform(resource: Resource, { model }: AssemblyView, { id }: Cluster): boolean {
  if (model.tryNamespace(id, placeOf(resource)) !== undefined) return false;
  return !ofDemand.has(resource.kind) && !OF_SYSTEM.test(resource.name);
}

function placeOf({ kind, name, namespace }: Resource): string {
  return kind === 'Namespace' ? name : (namespace ?? '');
}

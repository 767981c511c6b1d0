import { groupBy } from '../../../model/group-by';
import { listAt, textAt, valueAt } from '../../json-path';
import { groupOf } from '../duplicates';
import type { SpokenLabels } from './spoken-labels';
import { isOnePod, type Workload } from './workload';

/**
 * Merges what stands beside its owners where objects were read from a living cluster: pods are called by the topmost owner
 * whose controller made them (`ownerReferences`), and what makes pods that are there counts through them alone. Pods of one
 * owner that a selector tells apart, or that name other ports or have the addresses of their nodes, each stand alone.
 */
export function mergeOwnedPods(read: readonly Workload[], spoken: SpokenLabels): readonly Workload[] {
  if (read.every((one) => ownerOf(one) === undefined)) return read;
  const owners = new Owners(read);
  const makers = new Set(read.filter(isOnePod).flatMap((pod) => owners.chainOf(pod).slice(1)));
  const counted = read.filter((one) => isOnePod(one) || !makers.has(one));
  const groups = groupBy(counted, (one) => {
    const { group, kind, name } = owners.topOf(one);
    return JSON.stringify([one.namespace, group, kind, name]);
  });
  return [...groups.values()].flatMap((group) => mergeGroup(group, { owners, spoken }));
}

interface Merging {
  readonly owners: Owners;
  readonly spoken: SpokenLabels;
}

function mergeGroup(group: readonly Workload[], { owners, spoken }: Merging): readonly Workload[] {
  const pods = group.filter(isOnePod);
  // Where no pod is there yet, the template of the topmost owner counts before those that it made.
  const tops = group.filter((one) => owners.chainOf(one).length === 1);
  const base = pods.length > 0 ? pods : tops.length > 0 ? tops : group;
  const texts = new Set(base.map((one) => spoken.textOf(one)));
  const [first] = base;
  if (texts.size !== 1 || first === undefined) return group;
  const isAlike = (one: Workload): boolean => texts.has(spoken.textOf(one));
  const { kind, name } = owners.topOf(first);
  const resource = owners.chainOf(first).at(-1)?.resource ?? first.resource;
  const merged = { ...first, labels: labelsOf(group.filter(isAlike), spoken), kind, name, resource };
  return [merged, ...group.filter((one) => !isAlike(one))];
}

/** Labels that all have, and those of which a selector speaks. */
function labelsOf(alike: readonly Workload[], spoken: SpokenLabels): Workload['labels'] {
  const [first] = alike;
  const isKept = ([key, value]: readonly [string, string]): boolean =>
    spoken.has(key) || alike.every(({ labels }) => labels.get(key) === value);
  return new Map([...(first?.labels ?? [])].filter(isKept));
}

/** The object whose controller made another one, as that names it. */
interface Owner {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string | undefined;
}

/** Finds who made what, among what was read; an object of the same name that was made anew made nothing of before. */
class Owners {
  private readonly byName: ReadonlyMap<string, readonly Workload[]>;
  private readonly chains = new Map<Workload, readonly Workload[]>();

  public constructor(read: readonly Workload[]) {
    this.byName = groupBy(read, ({ namespace, resource, kind, name }) =>
      JSON.stringify([namespace, groupOfMaker(resource), kind, name]),
    );
  }

  /** What was read, from one to its topmost owner; what owns itself ends there. */
  public chainOf(workload: Workload): readonly Workload[] {
    const known = this.chains.get(workload);
    if (known !== undefined) return known;
    const chain = [workload];
    for (let next = this.parentOf(workload); next !== undefined && !chain.includes(next); next = this.parentOf(next))
      chain.push(next);
    this.chains.set(workload, chain);
    return chain;
  }

  /** What one is called by: the topmost owner that was read, or the one that it names though nobody read it. */
  public topOf(workload: Workload): Omit<Owner, 'uid'> {
    const top = this.chainOf(workload).at(-1) ?? workload;
    const owner = ownerOf(top);
    const isMissing = owner !== undefined && isNamer(owner, top) && this.tryFind(top.namespace, owner) === undefined;
    return isMissing ? owner : { group: groupOfMaker(top.resource), kind: top.kind, name: top.name };
  }

  private parentOf(workload: Workload): Workload | undefined {
    const owner = ownerOf(workload);
    const found = owner === undefined ? undefined : this.tryFind(workload.namespace, owner);
    const uid = textAt(found?.resource?.body, 'metadata', 'uid');
    return owner?.uid === undefined || uid === undefined || uid === owner.uid ? found : undefined;
  }

  private tryFind(namespace: string, { group, kind, name }: Owner): Workload | undefined {
    return this.byName.get(JSON.stringify([namespace, group, kind, name]))?.[0];
  }
}

/** Kinds whose objects Kubernetes itself lets another object make. */
const MADE_BY_OTHERS: Readonly<Record<string, string>> = { ReplicaSet: 'Deployment', Job: 'CronJob' };

/** Whether what was made is called by its owner. Nodes own pods that they start from files, which have nothing in common. */
function isNamer({ kind }: Owner, made: Workload): boolean {
  return isOnePod(made) ? kind !== 'Node' : MADE_BY_OTHERS[made.kind] === kind;
}

function ownerOf({ resource }: Workload): Owner | undefined {
  const written = listAt(resource?.body, 'metadata', 'ownerReferences').find(
    (one) => valueAt(one, 'controller') === true,
  );
  const [apiVersion, kind, name] = ['apiVersion', 'kind', 'name'].map((key) => textAt(written, key));
  // A pod makes no pods: one that is called an owner is none by any controller of Kubernetes.
  if (apiVersion === undefined || kind === undefined || name === undefined || kind === 'Pod') return undefined;
  return { group: groupOf({ apiVersion }), kind, name, uid: textAt(written, 'uid') };
}

function groupOfMaker(resource: Workload['resource']): string {
  return resource === undefined ? '' : groupOf(resource);
}

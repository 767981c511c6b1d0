import { groupBy } from '../../../model/group-by';
import { mayDo } from '../may-do';
import { Permissions, type PermissionGrant } from '../permissions';
import { MASTERS, subjectOf } from '../read/subject';
import { requestOf, type Rights } from '../rights/rights';
import { heldBy, ShapeComparison, type HeldGrants, type ShapesDifference } from './held-shapes';
import type { ChangedHolder, ChangeWitness, GivenBy, PermissionChange } from './permission-change';

/**
 * The exact difference of who may do what between two states of some clusters, matched by their names. Everybody whom a
 * binding of either state names is asked about, with the groups that Kubernetes puts it in: a request is among the gained
 * if and only if it is refused before and allowed after. What many gain alike is one change, unless `partOf` parts them.
 * Gained come first, then what most hold.
 */
export function changesInPermissions(
  base: readonly Permissions[],
  head: readonly Permissions[],
  partOf: (holder: ChangedHolder) => string = () => '',
): readonly PermissionChange[] {
  const comparison = new ShapeComparison();
  const changes = pairClusters(base, head).flatMap((pair) => changesOfCluster(pair, comparison));
  const groups = groupBy(changes, ({ key, holder }) => `${key}\n${partOf(holder)}`);
  return [...groups.values()].map(joinChanges).toSorted(inOrder);
}

/** The two states of a cluster. */
export interface ClusterPair {
  readonly base: Permissions;
  readonly head: Permissions;
}

/** Two states of each cluster that is in either, sorted by name; one that isn't there holds nothing. */
export function pairClusters(base: readonly Permissions[], head: readonly Permissions[]): readonly ClusterPair[] {
  const [before, after] = [base, head].map((some) => new Map(some.map((one) => [one.cluster, one])));
  const names = [...new Set([...base, ...head].map(({ cluster }) => cluster))].toSorted();
  return names.map((name) => ({ base: before?.get(name) ?? nothing(name), head: after?.get(name) ?? nothing(name) }));
}

function nothing(cluster: string): Permissions {
  const none: readonly never[] = [];
  const roles = { byName: new Map(), troubles: none };
  return new Permissions({
    cluster,
    grants: none,
    roles,
    namespaces: none,
    accounts: none,
    others: none,
    troubles: none,
  });
}

/** What one holder gains or loses in one place. */
interface OneChange {
  /** Changes of one key are told together. */
  readonly key: string;
  readonly direction: PermissionChange['direction'];
  readonly rights: readonly Rights[];
  readonly roles: readonly string[];
  readonly holder: ChangedHolder;
  readonly witness: () => ChangeWitness;
}

function changesOfCluster(pair: ClusterPair, comparison: ShapeComparison): readonly OneChange[] {
  const holders = [...new Set([...pair.base.holders, ...pair.head.holders])].toSorted();
  return holders
    .filter((holder) => holder !== `group:${MASTERS}`)
    .flatMap((holder) => {
      const [old, now] = [heldBy(pair.base, holder), heldBy(pair.head, holder)];
      return [
        ...new HolderChanges({ pair, holder, comparison, direction: 'gained' }).between(now, old),
        ...new HolderChanges({ pair, holder, comparison, direction: 'lost' }).between(old, now),
      ];
    });
}

interface HolderContext {
  readonly pair: ClusterPair;
  readonly holder: string;
  readonly comparison: ShapeComparison;
  readonly direction: PermissionChange['direction'];
}

class HolderChanges {
  public constructor(private readonly context: HolderContext) {}

  /** What the first holds beyond the second, in the whole cluster and in each namespace where it isn't the same. */
  public between(first: HeldGrants, second: HeldGrants): readonly OneChange[] {
    const { comparison } = this.context;
    const whole = comparison.beyond(first.everywhere, second.everywhere);
    const names = new Set([...first.inNamespace.keys(), ...second.inNamespace.keys()]);
    const apart = [...names].toSorted().flatMap((namespace) => {
      const grants = [...first.everywhere, ...(first.inNamespace.get(namespace) ?? [])];
      const others = [...second.everywhere, ...(second.inNamespace.get(namespace) ?? [])];
      const found = comparison.beyond(grants, others);
      return found.objectKey === whole.objectKey ? [] : [{ namespace, found, grants }];
    });
    const except = apart.map(({ namespace }) => namespace);
    return [
      ...this.changeOf(whole, { grants: first.everywhere, except }),
      ...apart.flatMap(({ namespace, found, grants }) => this.changeOf(found, { grants, namespace, except: [] })),
    ];
  }

  private changeOf(found: ShapesDifference, { grants, namespace, except }: Place): readonly OneChange[] {
    // Paths are of no namespace, so a namespace has nothing to say about them.
    const rights = namespace === undefined ? found.rights : found.rights.filter((one) => !('urls' in one));
    if (rights.length === 0) return [];
    const { pair, direction, holder } = this.context;
    const subject = subjectOf(holder);
    const by = grants.filter(({ shape }) => found.shapes.has(shape.key)).map(givenBy);
    const roles = [...new Set(by.map(({ roleName }) => roleName))].toSorted();
    const said = namespace === undefined ? found.key : found.objectKey;
    const key = [direction, subject.kind, namespace === undefined, roles.join(), said].join('\n');
    const { cluster } = pair.head;
    const changed = { cluster, subject, namespace, except, by };
    return [{ key, direction, rights, roles, holder: changed, witness: () => this.witnessOf(rights, changed) }];
  }

  private witnessOf(rights: readonly Rights[], { cluster, subject, namespace }: ChangedHolder): ChangeWitness {
    const { pair, direction } = this.context;
    const told = rights.find((one) => !('isVain' in one && one.isVain)) ?? rights[0];
    if (told === undefined) throw new RangeError('a change of no rights');
    const asked = requestOf(told);
    const request = 'url' in asked || namespace === undefined ? asked : { ...asked, namespace };
    const { because } = mayDo(direction === 'gained' ? pair.head : pair.base, subject, request);
    return { cluster, subject, request, because };
  }
}

interface Place {
  readonly grants: readonly PermissionGrant[];
  /** @default - the whole cluster */
  readonly namespace?: string;
  readonly except: readonly string[];
}

function givenBy({ binding, roleName, role }: PermissionGrant): GivenBy {
  return { binding, roleName, role };
}

function joinChanges(changes: readonly OneChange[]): PermissionChange {
  const [first] = changes;
  if (first === undefined) throw new RangeError('a group of no changes');
  const { direction, rights, roles } = first;
  const holders = changes.map(({ holder }) => holder);
  const count = (valueOf: (holder: ChangedHolder) => string | undefined): number =>
    new Set(holders.map(valueOf).filter((one) => one !== undefined)).size;
  return {
    direction,
    rights,
    scope: first.holder.namespace === undefined ? 'cluster' : 'namespace',
    subjectKind: first.holder.subject.kind,
    roles,
    holders,
    subjects: count(({ subject }) => `${subject.namespace ?? ''}/${subject.name}`),
    namespaces: count(({ cluster, namespace }) => (namespace === undefined ? undefined : `${cluster}/${namespace}`)),
    clusters: count(({ cluster }) => cluster),
    witness: first.witness(),
  };
}

function inOrder(a: PermissionChange, b: PermissionChange): number {
  if (a.direction !== b.direction) return a.direction === 'gained' ? -1 : 1;
  if (a.scope !== b.scope) return a.scope === 'cluster' ? -1 : 1;
  if (a.holders.length !== b.holders.length) return b.holders.length - a.holders.length;
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ subjectKind, roles, rights }: PermissionChange): string {
  return JSON.stringify([subjectKind, roles, rights]);
}

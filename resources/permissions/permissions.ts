import { groupBy } from '../../model/group-by';
import type { Resource } from '../resource';
import type { AccessSubject } from './read/access-rule';
import type { GatheredRole, GatheredRoles, RoleShape } from './read/gather-roles';
import { identitiesOf, type Caller } from './read/subject';
import type { PermissionTrouble } from './read/trouble';

/** What one binding gives one subject. */
export interface PermissionGrant {
  readonly binding: Resource;
  /** A service account has its namespace, whether the binding says it or not. */
  readonly subject: AccessSubject;
  /** The same as a key of `subjectKey`. */
  readonly holder: string;
  /** Where it holds.
   * @default - in the whole cluster
   */
  readonly namespace?: string | undefined;
  /** As bindings name it: `ClusterRole/view`. */
  readonly roleName: string;
  /** The same as a key of `roleKey`. */
  readonly roleKey: string;
  /** @default - Kubernetes makes it for itself */
  readonly role?: Resource | undefined;
  readonly shape: RoleShape;
}

/** What permissions are made of. */
export interface PermissionParts {
  readonly cluster: string;
  readonly grants: readonly PermissionGrant[];
  readonly roles: GatheredRoles;
  readonly namespaces: readonly Resource[];
  readonly accounts: readonly Resource[];
  /** Secrets, and workloads that run pods. */
  readonly others: readonly Resource[];
  readonly troubles: readonly PermissionTrouble[];
}

/** Who may do what in one cluster, by its roles and bindings alone; admission, which may refuse more, is not asked. */
export class Permissions {
  public readonly cluster: string;
  /** Sorted by binding; a binding's subjects in their order. */
  public readonly grants: readonly PermissionGrant[];
  /** By name. */
  public readonly namespaces: ReadonlyMap<string, Resource>;
  /** Service accounts that the objects hold, by namespace. */
  public readonly accounts: ReadonlyMap<string, readonly Resource[]>;
  public readonly others: readonly Resource[];
  /** What gives nothing though it seems to, and what can't be told. */
  public readonly troubles: readonly PermissionTrouble[];
  private readonly roles: GatheredRoles;
  private readonly byHolder: ReadonlyMap<string, readonly PermissionGrant[]>;

  public constructor({ cluster, grants, roles, namespaces, accounts, others, troubles }: PermissionParts) {
    this.cluster = cluster;
    this.grants = grants;
    this.roles = roles;
    this.namespaces = new Map(namespaces.map((one) => [one.name, one]));
    this.accounts = groupBy(accounts, (one) => one.namespace ?? '');
    this.others = others;
    this.troubles = troubles;
    this.byHolder = groupBy(grants, (one) => one.holder);
  }

  /** Everybody whom a binding names, as keys, sorted. */
  public get holders(): readonly string[] {
    return [...this.byHolder.keys()].toSorted();
  }

  /** What bindings give a subject by its own name. */
  public grantsNaming(holder: string): readonly PermissionGrant[] {
    return this.byHolder.get(holder) ?? NONE;
  }

  /** What bindings give a caller, by its own name and by the groups that it is in. */
  public grantsOf(caller: Caller): readonly PermissionGrant[] {
    return identitiesOf(caller).flatMap((one) => this.grantsNaming(one));
  }

  /** A role by what bindings name it. */
  public tryRole(key: string): GatheredRole | undefined {
    return this.roles.byName.get(key);
  }

  /** Every role, those of Kubernetes itself among them, by the key of `roleKey`. */
  public get everyRole(): ReadonlyMap<string, GatheredRole> {
    return this.roles.byName;
  }
}

const NONE: readonly PermissionGrant[] = Object.freeze([]);

import { textAt } from '../../json-path';
import type { AccessSubject } from '../read/access-rule';
import type { Permissions } from '../permissions';
import { accountSubject, subjectOf } from '../read/subject';

const SYSTEM = 'kube-system';
const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** A controller of Kubernetes that writes any role (Using RBAC Authorization, "Controller roles"). */
export const roleWriter: AccessSubject = accountSubject(SYSTEM, 'clusterrole-aggregation-controller');

/** The controller manager itself, which makes tokens of every controller. */
export const controllerManager: AccessSubject = { kind: 'User', name: 'system:kube-controller-manager' };

/** What of a cluster beside rights decides where they lead. */
export class ClusterPlaces {
  /** Accounts that rights are given to, by namespace; the others have none to take. */
  private readonly accounts = new Map<string, AccessSubject[]>();
  private readonly owners: ReadonlySet<string>;

  public constructor(private readonly permissions: Permissions) {
    for (const subject of this.accountsWithRights()) {
      const known = this.accounts.get(subject.namespace ?? '');
      if (known === undefined) this.accounts.set(subject.namespace ?? '', [subject]);
      else known.push(subject);
    }
    const namespaces = [...permissions.namespaces.values()];
    this.owners = new Set(namespaces.flatMap(({ tenant }) => tenant ?? []));
  }

  /** Service accounts with rights in a namespace, or in all of them. */
  public accountsIn(namespace: string): readonly AccessSubject[] {
    if (namespace === '*') return [...this.accounts.values()].flat();
    return this.accounts.get(namespace) ?? [];
  }

  /** Whether a namespace, or any of all, admits privileged pods; one that says nothing does, as Kubernetes has it. */
  public isPrivileged(namespace: string): boolean {
    if (namespace === '*') return true;
    const found = this.permissions.namespaces.get(namespace);
    const level = found === undefined ? undefined : textAt(found.body, 'metadata', 'labels', ENFORCE);
    return level === undefined || level === 'privileged';
  }

  /** Accounts of which a secret of the namespace, or of all, holds a token. */
  public tokensIn(namespace: string): readonly AccessSubject[] {
    return this.permissions.others.flatMap(({ kind, body, namespace: home = '' }) => {
      if (kind !== 'Secret' || (namespace !== '*' && namespace !== home)) return [];
      if (textAt(body, 'type') !== 'kubernetes.io/service-account-token') return [];
      const name = textAt(body, 'metadata', 'annotations', 'kubernetes.io/service-account.name');
      return name === undefined ? [] : [accountSubject(home, name)];
    });
  }

  /** Accounts of pods that run on every node. */
  public get accountsOnNodes(): readonly AccessSubject[] {
    return this.permissions.others.flatMap(({ kind, body, namespace = '' }) => {
      if (kind !== 'DaemonSet') return [];
      return [accountSubject(namespace, textAt(body, 'spec', 'template', 'spec', 'serviceAccountName') ?? 'default')];
    });
  }

  /** The tenant of a namespace; empty for those of the platform and of Kubernetes. */
  public ownerOf(namespace: string): string {
    return this.permissions.namespaces.get(namespace)?.tenant ?? '';
  }

  /** The tenant that somebody belongs to: of an account its namespace's, of a group the one before its colon; else none. */
  public homeOf({ kind, name, namespace }: AccessSubject): string {
    if (kind === 'ServiceAccount') return this.ownerOf(namespace ?? '');
    const [tenant = ''] = name.split(':', 1);
    return kind === 'Group' && this.owners.has(tenant) ? tenant : '';
  }

  private *accountsWithRights(): Generator<AccessSubject> {
    const { permissions } = this;
    const isGiven = (group: string): boolean =>
      permissions.grantsNaming(`group:system:serviceaccounts${group}`).length > 0;
    for (const holder of permissions.holders) {
      const subject = subjectOf(holder);
      if (subject.kind === 'ServiceAccount') yield subject;
    }
    const namespaces = new Set([...permissions.namespaces.keys(), ...permissions.accounts.keys()]);
    for (const namespace of [...namespaces].toSorted())
      if (isGiven('') || isGiven(`:${namespace}`)) yield accountSubject(namespace, 'default');
    yield roleWriter;
  }
}

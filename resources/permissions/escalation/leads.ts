import type { AccessSubject } from '../read/access-rule';
import type { Permissions } from '../permissions';
import { roleKey } from '../read/gather-roles';
import { MASTERS, subjectOf } from '../read/subject';
import { controllerManager, type ClusterPlaces } from './cluster-places';
import { escalationKind } from './escalation-kinds';
import type { Names, Power } from './powers';
import type { Reached } from './reached';

/** Who takes a step, and where its rights hold: in a namespace, or everywhere as `*`. */
export interface LeadContext {
  readonly from: Reached;
  readonly subject: AccessSubject;
  readonly namespace: string;
}

/** The cluster in which a step is taken. */
export interface LeadCluster {
  readonly permissions: Permissions;
  readonly places: ClusterPlaces;
}

/** What is had after a step that rights allow. */
export function leadsOf(power: Power, context: LeadContext, cluster: LeadCluster): readonly Reached[] {
  const { namespace } = context;
  const { leads } = escalationKind(power.id);
  switch (leads) {
    case 'everything':
      return [{ is: 'cluster' }];
    case 'node':
      return [{ is: 'node' }];
    case 'kubelet':
      return [{ is: 'node' }, { is: 'code', namespace: '*' }];
    case 'guards':
      return [{ is: 'guards' }];
    case 'volumes':
      return [{ is: 'volumes' }];
    case 'code':
      return [{ is: 'code', namespace }];
    case 'secrets':
      return [{ is: 'secrets', namespace }];
    case 'labels':
      return [{ is: 'labels', namespace }];
    case 'accounts':
      return accounts(power, namespace, cluster).map(asSubject);
    case 'users':
      return users(power, cluster).map(asSubject);
    case 'groups':
      return [...(power.names ?? [MASTERS])].map((name) => asSubject({ kind: 'Group', name }));
    case 'roles':
      return bound(power, context, cluster);
    case 'rewrite':
      return rewrites(power, namespace, cluster);
    default:
      return [];
  }
}

function asSubject(subject: AccessSubject): Reached {
  return { is: 'subject', subject };
}

function accounts({ names }: Power, namespace: string, { places }: LeadCluster): readonly AccessSubject[] {
  return places.accountsIn(namespace).filter(({ name }) => names === undefined || names.has(name));
}

function users({ names }: Power, { permissions }: LeadCluster): readonly AccessSubject[] {
  if (names !== undefined) return [...names].map((name) => subjectOf(`user:${name}`));
  return [controllerManager, ...permissions.holders.filter((one) => one.startsWith('user:')).map(subjectOf)];
}

function bound({ targets }: Power, { subject, namespace }: LeadContext, cluster: LeadCluster): readonly Reached[] {
  const all = [...targets].flatMap(([resource, names]) => roleKeys(resource, names, { namespace, cluster }));
  const admin = roleKey('ClusterRole', undefined, 'cluster-admin');
  const roles = all.includes(admin) ? [admin] : [...new Set(all)].toSorted();
  return roles.length === 0 ? [] : [{ is: 'bound', subject, roles, namespace }];
}

function rewrites({ targets, others }: Power, namespace: string, cluster: LeadCluster): readonly Reached[] {
  const keys = [...targets].flatMap(([resource, names]) => {
    // Cluster roles are of no namespace, so rights in one don't reach them.
    const isOutOfReach = resource === 'clusterroles' && namespace !== '*';
    if (isOutOfReach || !others.has(resource)) return [];
    const written = new Set(roleKeys(resource, others.get(resource), { namespace, cluster }));
    return roleKeys(resource, names, { namespace, cluster }).filter((key) => written.has(key));
  });
  return keys.length === 0 ? [] : [{ is: 'rewrite', roles: [...new Set(keys)].toSorted() }];
}

interface RolePlace {
  readonly namespace: string;
  readonly cluster: LeadCluster;
}

function roleKeys(resource: string, names: Names, { namespace, cluster }: RolePlace): readonly string[] {
  const kind = resource === 'clusterroles' ? 'ClusterRole' : 'Role';
  return [...cluster.permissions.everyRole.keys()].filter((key) => {
    const [itsKind = '', home = ''] = key.split('/', 2);
    const name = key.slice(itsKind.length + home.length + 2);
    const isThere = kind === 'ClusterRole' || namespace === '*' || home === namespace;
    return itsKind === kind && isThere && (names === undefined || names.has(name));
  });
}

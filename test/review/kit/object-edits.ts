import { valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { listOf, named, withSpec } from './bend-object';
import type { ObjectEdit } from './edited-sandbox';

const CLUSTER = 'ndc-1-shared-0';
const DATABASE = 'p01-procedures-database';

/** Edits of objects behind the facts, as somebody bends an assembly. */
export const objectEdits: readonly ObjectEdit[] = [
  policyEdit('a database accepts pods of every namespace', [{ from: [{ namespaceSelector: {} }] }]),
  policyEdit('a database accepts a ministry', [
    { from: [{ namespaceSelector: named('gov-office-reporting-server') }], ports: [{ port: 5432, protocol: 'TCP' }] },
  ]),
  policyEdit('a database accepts its own tenant’s edge', [
    { from: [{ namespaceSelector: named('p01-procedures-dmz') }], ports: [{ port: 5432, protocol: 'TCP' }] },
  ]),
  policyEdit('a database accepts the Internet', [{ from: [{ ipBlock: { cidr: '8.8.8.0/24' } }] }]),
  policyEdit('a database accepts everybody outside by IPv6', [{ from: [{ ipBlock: { cidr: '::/0' } }] }]),
  {
    name: 'every policy of a database goes',
    bend: (one) => (one.kind === 'NetworkPolicy' && one.namespace === DATABASE ? undefined : one),
  },
  {
    name: 'the default deny of every tenant goes, while their own policies stay',
    bend: (one) => (one.cluster === CLUSTER && one.name === 'tenant-default-deny' ? undefined : one),
  },
  roleEdit('the administrators of a tenant read secrets', {
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['get', 'list'],
  }),
  roleEdit('the administrators of a tenant bind roles', {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['roles', 'rolebindings', 'clusterroles'],
    verbs: ['bind', 'escalate', 'create', 'patch'],
  }),
  roleEdit('the administrators of a tenant impersonate accounts', {
    apiGroups: [''],
    resources: ['serviceaccounts', 'users', 'groups'],
    verbs: ['impersonate'],
  }),
  bindingEdit('everybody who is known gets a binding in a database', {
    kind: 'Group',
    name: 'system:authenticated',
    apiGroup: 'rbac.authorization.k8s.io',
  }),
  quotaEdit('a quota is raised by one pod', (pods) => pods + 1),
  quotaEdit('a quota is lowered by one pod', (pods) => pods - 1),
  {
    name: 'a database of level 5 has another size',
    bend: (one) =>
      one.kind === 'Cluster' && one.level === 5 && one.cluster === 'ndc-1-population'
        ? withSpec(one, { instances: 1 })
        : one,
  },
  {
    name: 'a database of a province goes',
    bend: (one) => (one.kind === 'Cluster' && one.namespace === DATABASE ? undefined : one),
  },
  {
    name: 'a schedule of backups goes',
    bend: (one) => (one.kind === 'ScheduledBackup' && one.namespace === DATABASE ? undefined : one),
  },
  {
    name: 'a disruption budget lets all pods go',
    bend: (one) =>
      one.kind === 'PodDisruptionBudget' && one.cluster === CLUSTER ? withSpec(one, { maxUnavailable: '100%' }) : one,
  },
];

/** A further policy stands beside the others of a database, where one of them was. */
function policyEdit(name: string, ingress: JsonValue): ObjectEdit {
  return {
    name,
    bend: (one) =>
      one.kind === 'NetworkPolicy' && one.namespace === DATABASE && one.name === 'flows-ingress'
        ? withSpec(one, { ingress: [...listOf(valueAt(one.body, 'spec', 'ingress')), ...listOf(ingress)] })
        : one,
  };
}

function roleEdit(name: string, rule: JsonObject): ObjectEdit {
  return {
    name,
    bend: (one) =>
      one.kind === 'ClusterRole' && one.cluster === CLUSTER && one.name === 'tenant-administrator'
        ? { ...one, body: { ...one.body, rules: [...listOf(one.body['rules']), rule] } }
        : one,
  };
}

function bindingEdit(name: string, subject: JsonObject): ObjectEdit {
  return {
    name,
    bend: (one) =>
      one.kind === 'RoleBinding' && one.namespace === DATABASE && one.name === 'administrators'
        ? { ...one, body: { ...one.body, subjects: [...listOf(one.body['subjects']), subject] } }
        : one,
  };
}

function quotaEdit(name: string, change: (pods: number) => number): ObjectEdit {
  return {
    name,
    bend: (one) => {
      if (one.kind !== 'ResourceQuota' || one.namespace !== DATABASE) return one;
      const hard = valueAt(one.body, 'spec', 'hard') as JsonObject;
      return withSpec(one, { hard: { ...hard, pods: String(change(Number(hard['pods']))) } });
    },
  };
}

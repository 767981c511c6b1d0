import fc from 'fast-check';
import type { Caller } from '../../../../resources/permissions/read/subject';
import type { AccessRequest } from '../../../../resources/permissions/rights/access-request';
import type { JsonObject } from '../../../../resources/resource';
import type { Asked } from './authorizer';

const RBAC = 'rbac.authorization.k8s.io/v1';
const some = (values: readonly string[], maxLength = 2): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.array(fc.constantFrom(...values), { minLength: 1, maxLength }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );

const resourceRule: fc.Arbitrary<JsonObject> = fc.record(
  {
    apiGroups: some(['', 'apps', '*']),
    resources: some(['pods', 'pods/exec', 'deployments', 'deployments/scale', '*/scale', '*', '*/exec'], 3),
    verbs: some(['get', 'create', 'deletecollection', '*'], 3),
    resourceNames: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: some(['a', 'b', '*', '']) },
    ),
  },
  { requiredKeys: ['verbs'] },
);

const urlRule: fc.Arbitrary<JsonObject> = fc.record({
  nonResourceURLs: some(['/healthz', '/healthz/*', '/h*', '*', '/metrics', '/healthz/**']),
  verbs: some(['get', '*']),
});

const rules = fc.array(fc.oneof({ weight: 3, arbitrary: resourceRule }, { weight: 1, arbitrary: urlRule }), {
  minLength: 1,
  maxLength: 4,
});
const labelled = fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2'), { maxKeys: 2 });
/** An empty selector gathers the roles of Kubernetes itself too, which the oracle doesn't have. */
const wanted = fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2'), { minKeys: 1, maxKeys: 2 });
const ROLES = ['r1', 'r2', 'r3', 'r4'];
const NAMESPACES = ['n1', 'n2'];

/** Roles that gather carry labels that only the first looks for, so that none gather each other. */
const clusterRole = (name: string): fc.Arbitrary<JsonObject> =>
  fc
    .record({ labels: labelled, rules, selectors: fc.option(fc.array(wanted, { maxLength: 2 }), { freq: 3 }) })
    .map(({ labels, rules: own, selectors }): JsonObject => ({
      apiVersion: RBAC,
      kind: 'ClusterRole',
      metadata: { name, labels: selectors === null ? labels : name === ROLES[0] ? {} : { z: '1' } },
      rules: own,
      ...(selectors === null ? {} : { aggregationRule: { clusterRoleSelectors: selectorsOf(name, selectors) } }),
    }));

function selectorsOf(name: string, wantedLabels: readonly Readonly<Record<string, string>>[]): readonly JsonObject[] {
  const own = wantedLabels.map((matchLabels) => ({ matchLabels }));
  return name === ROLES[0] ? [...own, { matchLabels: { z: '1' } }] : own;
}

const subject: fc.Arbitrary<JsonObject> = fc.constantFrom<JsonObject>(
  { kind: 'User', name: 'u1' },
  { kind: 'User', name: 'u2' },
  { kind: 'User', name: 'system:serviceaccount:n1:a' },
  { kind: 'Group', name: 'g1' },
  { kind: 'Group', name: 'system:authenticated' },
  { kind: 'Group', name: 'system:unauthenticated' },
  { kind: 'Group', name: 'system:serviceaccounts' },
  { kind: 'Group', name: 'system:serviceaccounts:n1' },
  { kind: 'ServiceAccount', name: 'a', namespace: 'n1' },
  { kind: 'ServiceAccount', name: 'a' },
  { kind: 'Robot', name: 'u1' },
);

const binding = fc
  .record({
    namespace: fc.constantFrom('', ...NAMESPACES),
    roleKind: fc.constantFrom('ClusterRole', 'ClusterRole', 'ClusterRole', 'Role'),
    role: fc.constantFrom(...ROLES),
    subjects: fc.array(subject, { minLength: 1, maxLength: 3 }),
  })
  .map(({ namespace, roleKind, role, subjects }) => ({ namespace, roleRef: { kind: roleKind, name: role }, subjects }));

/** The RBAC objects of a small cluster. */
export const randomAccess: fc.Arbitrary<readonly JsonObject[]> = fc
  .record({
    clusterRoles: fc.tuple(...ROLES.map((name) => fc.option(clusterRole(name), { freq: 9 }))),
    roles: fc.array(fc.record({ name: fc.constantFrom(...ROLES), namespace: fc.constantFrom(...NAMESPACES), rules }), {
      maxLength: 3,
    }),
    bindings: fc.array(binding, { minLength: 2, maxLength: 7 }),
  })
  .map(({ clusterRoles, roles, bindings }) => [
    ...clusterRoles.filter((one) => one !== null),
    ...[...new Map(roles.map((one) => [`${one.namespace}/${one.name}`, one])).values()].map(
      ({ name, namespace, rules: own }) => ({
        apiVersion: RBAC,
        kind: 'Role',
        metadata: { name, namespace },
        rules: own,
      }),
    ),
    ...bindings.map(({ namespace, roleRef, subjects }, index) => ({
      apiVersion: RBAC,
      kind: namespace === '' ? 'ClusterRoleBinding' : 'RoleBinding',
      metadata: { name: `b${index}`, ...(namespace === '' ? {} : { namespace }) },
      roleRef,
      subjects,
    })),
  ]);

/** Two states of a small cluster of which the later has much of the earlier. */
export const randomChange: fc.Arbitrary<readonly [readonly JsonObject[], readonly JsonObject[]]> = fc
  .record({ old: randomAccess, other: randomAccess, taken: fc.infiniteStream(fc.integer({ min: 0, max: 2 })) })
  .map(({ old, other, taken }) => {
    const keyOf = (one: JsonObject): string =>
      JSON.stringify([one['kind'], one['metadata']].map((part) => nameOnly(part)));
    const known = new Map(other.map((one) => [keyOf(one), one]));
    const kept = old.flatMap((one) => {
      const { value } = taken.next() as { readonly value: number };
      if (value === 0) return [one];
      const replaced = known.get(keyOf(one));
      return value === 1 && replaced !== undefined ? [replaced] : [];
    });
    return [old, kept];
  });

function nameOnly(part: JsonObject[string] | undefined): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const { labels: _, ...place } = part as JsonObject;
  return place;
}

/** Everybody who asks, with what an API server makes of them. */
export const callers: readonly (readonly [Caller, Pick<Asked, 'user' | 'groups'>])[] = [
  [
    { kind: 'User', name: 'u1' },
    { user: 'u1', groups: ['system:authenticated'] },
  ],
  [
    { kind: 'User', name: 'u2', groups: ['g1'] },
    { user: 'u2', groups: ['g1', 'system:authenticated'] },
  ],
  [
    { kind: 'User', name: 'system:anonymous' },
    { user: 'system:anonymous', groups: ['system:unauthenticated'] },
  ],
  [
    { kind: 'Group', name: 'g1' },
    { user: 'somebody', groups: ['g1', 'system:authenticated'] },
  ],
  [
    { kind: 'Group', name: 'system:authenticated' },
    { user: 'somebody', groups: ['system:authenticated'] },
  ],
  [
    { kind: 'Group', name: 'system:unauthenticated' },
    { user: 'nobody', groups: ['system:unauthenticated'] },
  ],
  [
    { kind: 'Group', name: 'system:serviceaccounts:n1' },
    { user: 'somebody', groups: ['system:serviceaccounts:n1', 'system:serviceaccounts', 'system:authenticated'] },
  ],
  [account('n1', 'a'), accountAsked('n1', 'a')],
  [account('n2', 'a'), accountAsked('n2', 'a')],
];

function account(namespace: string, name: string): Caller {
  return { kind: 'ServiceAccount', namespace, name };
}

function accountAsked(namespace: string, name: string): Pick<Asked, 'user' | 'groups'> {
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return { user: `system:serviceaccount:${namespace}:${name}`, groups };
}

/** Every request that the rules could tell apart, and some beside them. */
export const requests: readonly AccessRequest[] = [...resourceRequests(), ...urlRequests()];

function* resourceRequests(): Generator<AccessRequest> {
  const resources = ['pods', 'pods/exec', 'deployments', 'deployments/scale', 'jobs/scale', 'jobs', 'jobs/log'];
  for (const verb of ['get', 'create', 'deletecollection', 'watch'])
    for (const group of ['', 'apps', 'other'])
      for (const full of resources)
        for (const name of ['', 'a', 'c', '*'])
          for (const namespace of ['', 'n1', 'n3']) {
            const [resource = '', subresource = ''] = full.split('/');
            yield { verb, group, resource, subresource, name, namespace };
          }
}

function* urlRequests(): Generator<AccessRequest> {
  for (const verb of ['get', 'post'])
    for (const url of ['/healthz', '/healthz/etcd', '/healthz/', '/hello', '/metrics', '/']) yield { verb, url };
}

/** A request as the oracle takes it. */
export function asked(who: Pick<Asked, 'user' | 'groups'>, request: AccessRequest): Asked {
  if ('url' in request) return { ...who, verb: request.verb, path: request.url };
  const { verb, group, resource, subresource = '', name = '', namespace = '' } = request;
  return { ...who, verb, group, resource, subresource, name, namespace };
}

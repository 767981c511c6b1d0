import fc from 'fast-check';
import { changesInPermissions } from '../../../resources/permissions/change/changes-in-permissions';
import { escalationsOf } from '../../../resources/permissions/escalation/escalations-of';
import { mayDo } from '../../../resources/permissions/may-do';
import { readPermissions, readPermissionsOfClusters } from '../../../resources/permissions/read-permissions';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import { resourceOf } from '../reachability/agreement/resource-of';
import { bind, permissionsOf, role } from './kit/access-objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const reading = { verb: 'get', group: '', resource: 'secrets', namespace: 'n' };

function troubles(...objects: readonly Resource[]): readonly string[] {
  return permissionsOf(...objects).troubles.map(
    ({ kind, resource, where, got }) => `${kind} ${resource.name} ${where}: ${got}`,
  );
}

describe('readPermissions()', () => {
  it('an aggregated role has what it gathers at any depth, and none of its own rules beside that', () => {
    const gathering = (name: string, from: string, to: string): Resource =>
      resourceOf({
        apiVersion: RBAC,
        kind: 'ClusterRole',
        metadata: { name, labels: { [to]: 'true' } },
        aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [from]: 'true' } }] },
        rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['delete'] }],
      });
    const leaf = { ...role('leaf', ['get secrets']).body, metadata: { name: 'leaf', labels: { low: 'true' } } };
    const permissions = permissionsOf(
      gathering('top', 'middle', 'x'),
      gathering('between', 'low', 'middle'),
      resourceOf(leaf),
      bind('User u', 'ClusterRole/top'),
    );
    const user = { kind: 'User', name: 'u' };
    expect(mayDo(permissions, user, reading).isAllowed).toBe(true);
    expect(mayDo(permissions, user, { verb: 'delete', group: '', resource: 'nodes' }).isAllowed).toBe(false);
  });

  it('an aggregated role that gathers nothing keeps the rules that somebody wrote into it', () => {
    const gathering = { ...role('gathers', ['get secrets']).body };
    const selectors = { clusterRoleSelectors: [{ matchLabels: { nobody: 'has-it' } }] };
    const permissions = permissionsOf(
      resourceOf({ ...gathering, aggregationRule: selectors }),
      bind('User u', 'ClusterRole/gathers'),
    );
    expect(mayDo(permissions, { kind: 'User', name: 'u' }, reading).isAllowed).toBe(true);
  });

  it('what roles that gather each other once had counts for all of them', () => {
    const gathering = (name: string, other: string, verb: string): Resource =>
      resourceOf({
        ...role(name, [`${verb} secrets`]).body,
        metadata: { name, labels: { [name]: 'true' } },
        aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [other]: 'true' } }] },
      });
    const permissions = permissionsOf(
      gathering('a', 'b', 'get'),
      gathering('b', 'a', 'list'),
      bind('User u', 'ClusterRole/a'),
    );
    const user = { kind: 'User', name: 'u' };
    expect(['get', 'list', 'watch'].map((verb) => mayDo(permissions, user, { ...reading, verb }).isAllowed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a selector that asks for nothing gathers cluster-admin too', () => {
    const all = { ...role('all', []).body, aggregationRule: { clusterRoleSelectors: [{}] } };
    const permissions = permissionsOf(resourceOf(all), bind('User u', 'ClusterRole/all'));
    expect(mayDo(permissions, { kind: 'User', name: 'u' }, { verb: 'get', url: '/metrics' }).isAllowed).toBe(true);
  });

  it('a label on a role adds to the roles of Kubernetes that gather by it', () => {
    const extra = { ...role('extra', ['get widgets.example.vn']).body };
    const labelled = {
      ...extra,
      metadata: { name: 'extra', labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } },
    };
    const permissions = permissionsOf(resourceOf(labelled), bind('User u', 'ClusterRole/admin', 'n'));
    const asked = { verb: 'get', group: 'example.vn', resource: 'widgets', namespace: 'n' };
    expect(
      mayDo(permissions, { kind: 'User', name: 'u' }, asked).because.map(({ roleName, role: is }) => [roleName, is]),
    ).toEqual([['ClusterRole/admin', undefined]]);
  });

  it('system:masters may do everything, and nothing has to say so', () => {
    expect(mayDo(permissionsOf(), { kind: 'User', name: 'u', groups: ['system:masters'] }, reading)).toEqual({
      isAllowed: true,
      because: [],
    });
  });

  it('what gives nothing is told by name', () => {
    const robots = { ...bind('Robot r', 'ClusterRole/edit').body, metadata: { name: 'robots' } };
    const homeless = { ...bind('User u', 'ClusterRole/edit').body, subjects: [{ kind: 'ServiceAccount', name: 'a' }] };
    expect(
      troubles(
        bind('User u', 'ClusterRole/missing'),
        bind('User u', 'Role/view'),
        bind('User u', 'ClusterRole/system:node'),
        resourceOf(robots),
        resourceOf({ ...homeless, metadata: { name: 'homeless' } }),
      ),
    ).toMatchInlineSnapshot(`
[
  "missing-role ClusterRole-missing-u roleRef: ClusterRole/missing",
  "unknown-role ClusterRole-system-node-u roleRef: ClusterRole/system:node",
  "missing-role Role-view-u roleRef: Role/view",
  "vain-subject homeless subjects[0]: the account a of no namespace",
  "vain-subject robots subjects[0]: a subject of the kind "Robot"",
]
`);
  });

  it('a rule that only Terraform can tell is told, and what can be read of it counts', () => {
    const open = { apiGroups: [''], resources: ['secrets'], verbs: ['get', { 'terraform:unresolved': 'var.verb' }] };
    const unclear = resourceOf({ ...role('held', []).body, rules: [open] });
    expect(troubles(unclear)).toEqual(['unclear-rule held rules[0]: a rule that only Terraform can tell']);
    const permissions = permissionsOf(unclear, bind('User u', 'ClusterRole/held'));
    expect(mayDo(permissions, { kind: 'User', name: 'u' }, reading).isAllowed).toBe(true);
  });

  it('roles of another API group are something else', () => {
    const other = { ...role('held', ['get secrets']), apiVersion: 'example.vn/v1' };
    expect(troubles(other, bind('User u', 'ClusterRole/held'))).toEqual([
      'missing-role ClusterRole-held-u roleRef: ClusterRole/held',
    ]);
  });

  it('clusters are read apart, by name', () => {
    const [a, b] = ['b', 'a'].map((cluster) => ({ ...bind('User u', 'ClusterRole/view'), cluster }));
    const outside = { ...bind('User u', 'ClusterRole/view'), cluster: undefined };
    const found = readPermissionsOfClusters([a, b, outside].filter((one) => one !== undefined));
    expect(found.map(({ cluster, grants }) => [cluster, grants.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('takes objects of any shape without failing', () => {
    const value = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;
    const kinds = [
      'ClusterRole',
      'Role',
      'ClusterRoleBinding',
      'RoleBinding',
      'Namespace',
      'Secret',
      'DaemonSet',
      'ServiceAccount',
    ];
    const rule = fc.oneof(
      value,
      fc.dictionary(fc.constantFrom('verbs', 'apiGroups', 'resources', 'resourceNames', 'nonResourceURLs'), value),
    );
    const body = fc.record(
      {
        rules: fc.oneof(value, fc.array(rule)),
        subjects: fc.oneof(
          value,
          fc.array(fc.oneof(value, fc.record({ kind: fc.constant('ServiceAccount'), name: value }))),
        ),
        roleRef: fc.oneof(value, fc.constant({ kind: 'ClusterRole', name: 'r' })),
        aggregationRule: value,
        metadata: value,
        spec: value,
        type: value,
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<JsonObject>;
    const object = fc.record({ kind: fc.constantFrom(...kinds), body }).map(({ kind, body: said }): Resource => ({
      ...role('r', []),
      kind,
      body: said,
      apiVersion: kind.includes('Role') ? RBAC : 'v1',
    }));
    fc.assert(
      fc.property(fc.array(object, { maxLength: 6 }), (objects) => {
        const permissions = readPermissions(objects);
        changesInPermissions([], [permissions]);
        escalationsOf([permissions]);
        expect(permissions.grants.every(({ subject }) => subject.name !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

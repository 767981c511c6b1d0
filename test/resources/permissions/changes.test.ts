import { changesInPermissions } from '../../../resources/permissions/change/changes-in-permissions';
import type { PermissionChange } from '../../../resources/permissions/change/permission-change';
import { printRights } from '../../../resources/permissions/rights/rights';
import type { Resource } from '../../../resources/resource';
import { bind, permissionsOf, role } from './kit/access-objects';

function told(change: PermissionChange): string {
  const { direction, rights, scope, subjectKind, roles, subjects, namespaces } = change;
  const who = `${subjects} ${subjectKind} in ${scope === 'cluster' ? 'the cluster' : namespaces}`;
  return `${who} ${direction} ${rights.map((one) => printRights(one)).join('; ')} by ${roles.join()}`;
}

function changes(before: readonly Resource[], after: readonly Resource[]): readonly string[] {
  return changesInPermissions([permissionsOf(...before)], [permissionsOf(...after)]).map(told);
}

const held = (...rules: readonly string[]): readonly Resource[] => [
  role('held', rules),
  bind('Group g', 'ClusterRole/held'),
];

describe('changes in permissions', () => {
  it('one rule of a role that 3,000 namespaces bind is one change with a witness', () => {
    const tenants = Array.from({ length: 3_000 }, (_, index) => `t${String(index).padStart(4, '0')}`);
    const bound = tenants.map((one) => bind(`Group ${one}:administrators`, 'ClusterRole/operates', `${one}-web`));
    const of = (...rules: readonly string[]) => permissionsOf(role('operates', rules), ...bound);
    const found = changesInPermissions([of('get pods')], [of('get pods', 'create pods/exec')]);
    expect(found.map(told)).toEqual(['3000 Group in 3000 gained create pods/exec by ClusterRole/operates']);
    expect(found[0]?.witness).toMatchObject({
      cluster: 'cluster',
      subject: { kind: 'Group', name: 't0000:administrators' },
      request: { verb: 'create', group: '', resource: 'pods', subresource: 'exec', namespace: 't0000-web' },
      because: [{ binding: { name: 'ClusterRole-operates-t0000-administrators' }, role: { name: 'operates' } }],
    });
  });

  it('a right that moves from the cluster to a namespace is lost in all others', () => {
    const own = role('held', ['get pods']);
    const found = changesInPermissions(
      [permissionsOf(own, bind('Group g', 'ClusterRole/held'))],
      [permissionsOf(own, bind('Group g', 'ClusterRole/held', 'here'))],
    );
    expect(found.map(told)).toEqual(['1 Group in the cluster lost get pods by ClusterRole/held']);
    expect(found[0]?.holders[0]?.except).toEqual(['here']);
  });

  it('a role of another name with the same rules changes nothing', () => {
    const base = held('get,list pods');
    const head = [role('other', ['list pods', 'get pods']), bind('Group g', 'ClusterRole/other')];
    expect(changes(base, head)).toEqual([]);
  });

  it('a wildcard is told with what was held already', () => {
    expect(changes(held('get pods'), held('* pods'))).toEqual([
      '1 Group in the cluster gained * but get pods by ClusterRole/held',
    ]);
    expect(changes(held('update deployments/scale.apps'), held('update */scale.apps'))).toEqual([
      '1 Group in the cluster gained update */scale but deployments/scale of apps by ClusterRole/held',
    ]);
  });

  it('names that fall away are told as all names but those', () => {
    expect(changes(held('get secrets=a,b'), held('get secrets'))).toEqual([
      '1 Group in the cluster gained get secrets named * but a, b by ClusterRole/held',
    ]);
  });

  it('what nobody can ask for is marked: whole objects are created, and collections deleted, without a name', () => {
    const [base, head] = [
      permissionsOf(),
      permissionsOf(...held('create,deletecollection,get pods=web', 'create pods/exec=web')),
    ];
    const [change] = changesInPermissions([base], [head]);
    expect(change?.rights.map((one) => [printRights(one), 'isVain' in one && one.isVain])).toEqual([
      ['get pods named web', false],
      ['create pods/exec named web', false],
      ['create, deletecollection pods named web', true],
    ]);
  });

  it('what nobody can ask for is marked apart where one rule lists it with more', () => {
    const [change] = changesInPermissions([permissionsOf()], [permissionsOf(...held('create pods,pods/exec=web'))]);
    expect(change?.rights.map((one) => [printRights(one), 'isVain' in one && one.isVain])).toEqual([
      ['create pods/exec named web', false],
      ['create pods named web', true],
    ]);
  });

  it('a group that every account is in gains for each account that a binding names, too', () => {
    const base = [
      role('held', ['get pods']),
      role('reads', ['get secrets']),
      bind('ServiceAccount n/a', 'ClusterRole/held'),
    ];
    const head = [...base, bind('Group system:serviceaccounts', 'ClusterRole/reads')];
    expect(changes(base, head)).toEqual([
      '1 Group in the cluster gained get secrets by ClusterRole/reads',
      '1 ServiceAccount in the cluster gained get secrets by ClusterRole/reads',
    ]);
  });

  it('a cluster that is gone takes what it gave with it', () => {
    expect(changesInPermissions([permissionsOf(...held('get pods'))], []).map(told)).toEqual([
      '1 Group in the cluster lost get pods by ClusterRole/held',
    ]);
  });
});

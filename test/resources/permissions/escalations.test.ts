import fc from 'fast-check';
import type { Escalation } from '../../../resources/permissions/escalation/escalation';
import { escalationIds, escalationKind } from '../../../resources/permissions/escalation/escalation-kinds';
import { changesInEscalations, escalationsOf } from '../../../resources/permissions/escalation/escalations-of';
import { reachedKey } from '../../../resources/permissions/escalation/reached';
import type { Resource } from '../../../resources/resource';
import { bind, namespace, permissionsOf, role } from './kit/access-objects';
import { escalationCases, given, places, strong, tokenSecret } from './kit/escalation-cases';

const RBAC = 'rbac.authorization.k8s.io';
const CSR = 'certificates.k8s.io';

function waysOf(objects: readonly Resource[]): readonly string[] {
  const found = escalationsOf([permissionsOf(...objects)]);
  return found.flatMap(({ goal, paths }) =>
    paths
      .filter(({ subject }) => subject.name === 'somebody')
      .map(
        (path) =>
          `${goal}${path.namespace === '' ? '' : ` ${path.namespace}`}: ${path.steps.map(({ kind }) => kind).join(' > ')}`,
      ),
  );
}

describe('escalation paths', () => {
  it.each(escalationIds)('%s is a step that is found', (id) => {
    const [objects, way] = escalationCases[id];
    expect(way).toContain(id);
    expect(waysOf(objects)).toContain(way);
  });

  it.each(escalationIds)('%s cites where it is described, and says in both languages what it is', (id) => {
    const { source, text } = escalationKind(id);
    expect(source).toMatch(/^[A-Z].{12,}/u);
    expect([text.vi, text.en].every((one) => one.length > 10 && !one.endsWith('.'))).toBe(true);
  });

  it.each([
    ['binding without the verb bind', [`create clusterrolebindings.${RBAC}`], undefined],
    ['bind without writing bindings', [`bind clusterroles.${RBAC}`], undefined],
    ['escalate without writing roles', [`escalate clusterroles.${RBAC}`], undefined],
    [
      'escalate of one role and writing of another',
      [`escalate clusterroles.${RBAC}=held`, `patch clusterroles.${RBAC}=edit`],
      undefined,
    ],
    ['escalate and writing of a role that is bound to nobody', [`escalate,patch clusterroles.${RBAC}=edit`], undefined],
    ['cluster roles written from within a namespace', [`escalate,patch clusterroles.${RBAC}`], 'closed'],
    ['constrained impersonation for no request', ['impersonate:user-info users.authentication.k8s.io'], undefined],
    ['groups without a user to be', ['impersonate groups'], undefined],
    ['impersonation of users from within a namespace', ['impersonate users,groups'], 'closed'],
    ['pods created by name, which nobody can', ['create pods=web'], 'open'],
    ['secrets made but not read', ['create secrets'], 'closed'],
    [
      'approval of the certificates of kubelets alone',
      [
        `create certificatesigningrequests.${CSR}`,
        `update certificatesigningrequests/approval.${CSR}`,
        `approve signers.${CSR}=kubernetes.io/kubelet-serving`,
      ],
      undefined,
    ],
    ['volumes without a pod to use them', ['create persistentvolumes'], undefined],
    ['the same resource of another group', ['create pods.apps,secrets.apps'], 'open'],
    ['reading and deleting of pods', ['get,list,watch,delete pods', 'create pods/eviction'], 'open'],
    ['tokens of an account without rights', ['create serviceaccounts/token=weak'], 'closed'],
  ] as const)('none is found for %s', (_, rules, where) => {
    expect(waysOf(given(rules, where))).toEqual([]);
  });

  it('a token in a secret of another namespace is not read', () => {
    const open = [...given(['get secrets'], 'open'), ...strong, tokenSecret];
    expect(waysOf(open)).toEqual(['tenant open: read-secrets']);
  });

  it('labels of one namespace and code in another don’t add up', () => {
    const objects = [
      ...places,
      namespace('third', 'three'),
      role('labels', ['patch namespaces']),
      role('runs', ['create pods']),
      bind('Group somebody', 'ClusterRole/labels', 'third'),
      bind('Group somebody', 'ClusterRole/runs', 'closed'),
    ];
    expect(waysOf(objects)).toEqual(['tenant closed: create-workloads', 'guards third: label-namespaces']);
  });

  it('rights of all accounts of a namespace are taken by whoever runs code in it', () => {
    const all = bind('Group system:serviceaccounts:closed', 'ClusterRole/cluster-admin');
    expect(waysOf([...given(['create pods'], 'closed'), all])).toContain(
      'cluster: create-workloads > accounts-of-namespace > hold-everything',
    );
  });

  it('a role that one rewrites and another is bound to counts for who can be both, in either order', () => {
    const rewriting = [`escalate,patch roles.${RBAC}=x`];
    const bound = (one: string, other: string): readonly Resource[] => [
      ...places,
      role('x', ['get pods'], 'open'),
      role('rewrites', rewriting, 'open'),
      role('runs', ['create pods']),
      bind('Group somebody', 'ClusterRole/runs', 'closed'),
      bind(one, 'Role/x', 'open'),
      bind(other, 'Role/rewrites', 'open'),
    ];
    const [somebody, account] = ['Group somebody', 'ServiceAccount closed/weak'];
    expect(waysOf(bound(account, somebody))).toContain(
      'tenant open: create-workloads > escalate-roles > accounts-of-namespace > rewritten-role > create-workloads',
    );
    expect(waysOf(bound(somebody, account))).toContain(
      'tenant open: create-workloads > accounts-of-namespace > escalate-roles > rewritten-role > create-workloads',
    );
  });

  it('constrained impersonation of users is told where the requests are of one namespace alone', () => {
    const objects = [
      ...given(['impersonate:user-info users.authentication.k8s.io=root']),
      bind('User root', 'ClusterRole/cluster-admin'),
      role('so', ['impersonate-on:user-info:get pods']),
      bind('Group somebody', 'ClusterRole/so', 'closed'),
    ];
    expect(waysOf(objects)).toContain('cluster: impersonate-users-in-part > hold-everything');
    const local = [...places, bind('Group somebody', 'ClusterRole/cluster-admin', 'closed')];
    expect(waysOf(local).some((one) => one.includes('-in-part'))).toBe(false);
  });

  it('a role that one rewrites counts for an account that is had long after', () => {
    const objects = [
      ...given(['create pods'], 'closed'),
      role('x', ['get pods'], 'closed'),
      role('rewrites', [`escalate,patch roles.${RBAC}=x`], 'closed'),
      bind('Group somebody', 'Role/rewrites', 'closed'),
      role('tokens', ['create serviceaccounts/token']),
      bind('ServiceAccount closed/near', 'ClusterRole/tokens', 'open'),
      bind('ServiceAccount open/far', 'Role/x', 'closed'),
    ];
    const way = escalationsOf([permissionsOf(...objects)]).find(
      ({ goal, witness }) => goal === 'guards' && witness.subject.name === 'somebody',
    );
    expect(way?.witness.steps.map(({ kind, to }) => `${kind}: ${reachedKey(to)}`)).toEqual([
      'escalate-roles: rewrite Role/closed/x',
      'create-workloads: code closed',
      'accounts-of-namespace: subject ServiceAccount closed/near',
      'create-tokens: subject ServiceAccount open/far',
      'rewritten-role: bound ServiceAccount open/far closed ClusterRole/-/cluster-admin',
      'label-namespaces: labels closed',
    ]);
  });

  it('a tenant that works in its own namespace doesn’t escape, and one in another’s does', () => {
    const objects = (who: string): readonly Resource[] => [
      ...places,
      bind(`Group ${who}:administrators`, 'ClusterRole/edit', 'closed'),
    ];
    expect(escalationsOf([permissionsOf(...objects('one'))])).toEqual([]);
    expect(escalationsOf([permissionsOf(...objects('two'))]).map(({ goal }) => goal)).toEqual(['tenant']);
  });

  it('who reaches every namespace is not told each', () => {
    expect(waysOf(given(['create pods', 'get secrets']))).toEqual([
      'cluster: create-workloads > accounts-of-namespace > system-namespace',
      'node: create-workloads > privileged-namespace',
      'tenant *: create-workloads',
    ]);
  });

  it('each step names the bindings that it takes and what is had after it', () => {
    const [first] = escalationsOf([permissionsOf(...given(['create pods'], 'closed'), ...strong)]);
    const steps = first?.witness.steps ?? [];
    expect(
      steps.map(({ kind, to, by }) => `${kind}: ${reachedKey(to)} by ${by.map(({ binding }) => binding.id).join()}`),
    ).toEqual([
      'create-workloads: code closed by cluster/RoleBinding/closed/ClusterRole-held-somebody',
      'accounts-of-namespace: subject ServiceAccount closed/strong by ',
      'hold-everything: cluster by cluster/ClusterRoleBinding/-/ClusterRole-cluster-admin-closed-strong',
    ]);
  });
});

/** Everything that any step takes, one rule each. */
const everyRight = [...new Set(escalationIds.flatMap((id) => escalationKind(id).needs))].flatMap(
  ({ verbs, on, names = [] }) =>
    verbs.map((verb) => `${verb} ${on.join()}${names.length === 0 ? '' : `=${names.join()}`}`),
);

/** Somebody who holds some rights in some places. */
const randomGrants = fc
  .array(
    fc.record({
      rules: fc.subarray(everyRight, { minLength: 1, maxLength: 3 }),
      who: fc.constantFrom('Group one:a', 'Group two:b', 'ServiceAccount closed/strong', 'ServiceAccount open/weak'),
      where: fc.constantFrom(undefined, 'closed', 'open'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((grants) =>
    grants.flatMap(({ rules, who, where }, index) => [
      role(`r${index}`, rules),
      bind(who, `ClusterRole/r${index}`, where),
    ]),
  );

describe('changes in escalation paths', () => {
  it('more rights close no way, and fewer open none', () => {
    fc.assert(
      fc.property(randomGrants, fc.nat(), (objects, at) => {
        const kept = objects.filter((_, index) => Math.floor(index / 2) !== at % (objects.length / 2));
        const [less, more] = [kept, objects].map((some) => permissionsOf(...places, ...some));
        if (less === undefined || more === undefined) throw new Error('two states make two');
        expect(changesInEscalations([less], [more]).filter(({ direction }) => direction === 'closed')).toEqual([]);
        expect(changesInEscalations([more], [less]).filter(({ direction }) => direction === 'opened')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('each step takes only what was had before it, and bindings of whoever takes it', () => {
    fc.assert(
      fc.property(randomGrants, (objects) => {
        for (const { paths } of escalationsOf([permissionsOf(...places, ...objects)]))
          for (const { subject, steps } of paths) {
            const had = new Set([reachedKey({ is: 'subject', subject })]);
            for (const { from, to, by, kind } of steps) {
              expect(from.filter((one) => !had.has(reachedKey(one)))).toEqual([]);
              expect([kind, by.length > 0 || from.some(({ is }) => is === 'bound')]).toEqual([
                kind,
                escalationKind(kind).needs.length > 0 ||
                  kind === 'rewritten-role' ||
                  from.some(({ is }) => is === 'bound'),
              ]);
              had.add(reachedKey(to));
            }
          }
      }),
      { numRuns: 300 },
    );
  });

  const sum = ({ goal, kinds, subjects }: Escalation): string => `${goal} by ${kinds.join(' > ')} for ${subjects}`;
  const many = (rules: readonly string[]): readonly Resource[] => [
    role('operates', rules),
    ...['one', 'two', 'three'].flatMap((tenant) => [
      namespace(`${tenant}-web`, tenant, 'privileged'),
      bind(`Group ${tenant}:administrators`, 'ClusterRole/operates', `${tenant}-web`),
    ]),
  ];

  it('what many gain alike is one that opens, and closes when it is taken back', () => {
    const [base, head] = [permissionsOf(...many(['get pods'])), permissionsOf(...many(['create pods']))];
    const want = 'node by create-workloads > privileged-namespace for 3';
    expect(changesInEscalations([base], [head]).map((one) => `${one.direction}: ${sum(one)}`)).toEqual([
      `opened: ${want}`,
    ]);
    expect(changesInEscalations([head], [base]).map((one) => `${one.direction}: ${sum(one)}`)).toEqual([
      `closed: ${want}`,
    ]);
    expect(changesInEscalations([head], [head])).toEqual([]);
  });
});

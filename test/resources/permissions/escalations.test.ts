import fc from 'fast-check';
import type { Escalation } from '../../../resources/permissions/escalation/escalation';
import {
  escalationIds,
  escalationKind,
  type EscalationId,
} from '../../../resources/permissions/escalation/escalation-kinds';
import { changesInEscalations, escalationsOf } from '../../../resources/permissions/escalation/escalations-of';
import { reachedKey } from '../../../resources/permissions/escalation/reached';
import type { Resource } from '../../../resources/resource';
import { resourceOf } from '../reachability/agreement/resource-of';
import { bind, namespace, permissionsOf, role } from './kit/access-objects';

const places = [namespace('closed', 'one'), namespace('open', 'two', 'privileged')];
/** An account of the closed namespace to which everything is given. */
const strong = [bind('ServiceAccount closed/strong', 'ClusterRole/cluster-admin')];
const RBAC = 'rbac.authorization.k8s.io';
const CSR = 'certificates.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';

/** A group that holds these rights, in a namespace or the whole cluster. */
function given(rules: readonly string[], where?: string): readonly Resource[] {
  return [...places, role('held', rules), bind('Group somebody', 'ClusterRole/held', where)];
}

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

const tokenSecret = resourceOf({
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/service-account-token',
  metadata: { name: 'old', namespace: 'closed', annotations: { 'kubernetes.io/service-account.name': 'strong' } },
});

const onEveryNode = resourceOf({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent', namespace: 'closed' },
  spec: { template: { spec: { serviceAccountName: 'strong' } } },
});

/** For each kind of step, objects with a way that takes it, and the way. */
const cases: Readonly<Record<EscalationId, readonly [objects: readonly Resource[], way: string]>> = {
  'hold-everything': [given(['* *.*']), 'cluster: hold-everything'],
  'bind-cluster-roles': [
    given([`bind clusterroles.${RBAC}`, `create clusterrolebindings.${RBAC}`]),
    'cluster: bind-cluster-roles > hold-everything',
  ],
  'bind-roles': [
    given([`bind clusterroles.${RBAC}=edit`, `create rolebindings.${RBAC}`], 'closed'),
    'tenant closed: bind-roles > create-workloads',
  ],
  'escalate-roles': [given([`escalate,update clusterroles.${RBAC}=held`]), 'cluster: escalate-roles > rewritten-role'],
  'rewritten-role': [
    [...places, role('own', [`escalate,patch roles.${RBAC}`], 'open'), bind('Group somebody', 'Role/own', 'open')],
    'tenant open: escalate-roles > rewritten-role > create-workloads',
  ],
  'impersonate-users': [given(['impersonate users']), 'cluster: impersonate-users > system-namespace'],
  'impersonate-groups': [
    given(['impersonate users=nobody', 'impersonate groups']),
    'cluster: impersonate-groups > member-of-masters',
  ],
  'impersonate-accounts': [
    [...given(['impersonate serviceaccounts'], 'closed'), ...strong],
    'cluster: impersonate-accounts > hold-everything',
  ],
  'create-tokens': [
    [...given(['create serviceaccounts/token=strong'], 'closed'), ...strong],
    'cluster: create-tokens > hold-everything',
  ],
  'create-token-secrets': [
    [...given(['create,get secrets'], 'closed'), ...strong],
    'cluster: create-token-secrets > hold-everything',
  ],
  'create-workloads': [given(['create jobs.batch'], 'open'), 'node: create-workloads > privileged-namespace'],
  'change-workloads': [given(['patch deployments.apps=web'], 'closed'), 'tenant closed: change-workloads'],
  'enter-pods': [given(['create pods/exec=web'], 'closed'), 'tenant closed: enter-pods'],
  'add-containers': [given(['patch pods/ephemeralcontainers'], 'closed'), 'tenant closed: add-containers'],
  'read-secrets': [given(['watch secrets'], 'closed'), 'tenant closed: read-secrets'],
  'approve-certificates': [
    given([
      `create certificatesigningrequests.${CSR}`,
      `update certificatesigningrequests/approval.${CSR}`,
      `approve signers.${CSR}=kubernetes.io/kube-apiserver-client`,
    ]),
    'cluster: approve-certificates',
  ],
  'sign-certificates': [
    given([`update certificatesigningrequests/status.${CSR}`, `sign signers.${CSR}`]),
    'cluster: sign-certificates',
  ],
  'call-kubelets': [given(['get nodes/proxy']), 'node: call-kubelets'],
  'write-mutation': [given([`patch mutatingwebhookconfigurations.${ADMISSION}`]), 'cluster: write-mutation'],
  'write-validation': [given([`create validatingwebhookconfigurations.${ADMISSION}`]), 'tenant *: write-validation'],
  'write-guards': [given([`delete validatingadmissionpolicybindings.${ADMISSION}`]), 'guards: write-guards'],
  'change-nodes': [given(['patch nodes']), 'guards: change-nodes'],
  'label-namespaces': [given(['patch namespaces'], 'closed'), 'guards closed: label-namespaces'],
  'write-volumes': [
    [
      ...given(['create persistentvolumes']),
      role('runs', ['create pods']),
      bind('Group somebody', 'ClusterRole/runs', 'closed'),
    ],
    'node: write-volumes > create-workloads > host-volumes',
  ],
  'write-machines': [
    given(['patch kubeadmconfigtemplates.bootstrap.cluster.x-k8s.io'], 'closed'),
    'node: write-machines',
  ],
  'write-deliveries': [
    given(['create kustomizations.kustomize.toolkit.fluxcd.io'], 'closed'),
    'cluster: write-deliveries',
  ],
  'accounts-of-namespace': [
    [...given(['create pods'], 'closed'), ...strong],
    'cluster: create-workloads > accounts-of-namespace > hold-everything',
  ],
  'system-namespace': [
    given(['create pods'], 'kube-system'),
    'cluster: create-workloads > accounts-of-namespace > system-namespace',
  ],
  'privileged-namespace': [given(['create pods'], 'open'), 'node: create-workloads > privileged-namespace'],
  'relabelled-namespace': [
    given(['create pods', 'update namespaces'], 'closed'),
    'node: create-workloads > label-namespaces > relabelled-namespace',
  ],
  'host-volumes': [
    [
      ...given(['create persistentvolumes']),
      role('runs', ['create pods']),
      bind('Group somebody', 'ClusterRole/runs', 'closed'),
    ],
    'node: write-volumes > create-workloads > host-volumes',
  ],
  'tokens-in-secrets': [
    [...given(['get secrets'], 'closed'), ...strong, tokenSecret],
    'cluster: read-secrets > tokens-in-secrets > hold-everything',
  ],
  'accounts-on-node': [
    [...given(['patch kubeadmconfigs.bootstrap.cluster.x-k8s.io']), ...strong, onEveryNode],
    'cluster: write-machines > accounts-on-node > hold-everything',
  ],
  'member-of-masters': [
    given(['impersonate users,groups=system:masters']),
    'cluster: impersonate-groups > member-of-masters',
  ],
};

describe('escalation paths', () => {
  it.each(escalationIds)('%s is a step that is found', (id) => {
    const [objects, way] = cases[id];
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
      [`escalate clusterroles.${RBAC}=a`, `patch clusterroles.${RBAC}=held`],
      undefined,
    ],
    ['escalate and writing of a role that is bound to nobody', [`escalate,patch clusterroles.${RBAC}=edit`], undefined],
    ['cluster roles written from within a namespace', [`escalate,patch clusterroles.${RBAC}`], 'closed'],
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

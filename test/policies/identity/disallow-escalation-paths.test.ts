import policy from '../../../policies/identity/disallow-escalation-paths';
import type { EscalationNeed } from '../../../resources/permissions/escalation/escalation-kind';
import { escalationIds, escalationKind } from '../../../resources/permissions/escalation/escalation-kinds';
import { UNRESOLVED_KEY } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, TODAY, type PolicyCase } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { clusterRole, clusterRoleBinding, group, roleBinding, rule } from './kit/access';
import { bentNodeGuards, nodeGuard, servedNodeGuard } from './kit/node-guard';

const GROUP = 'ndc:platform-operators';
const RBAC = 'rbac.authorization.k8s.io';
const patchWorkloads = rule(['deployments'], ['patch'], ['apps']);
const cordon = rule(['nodes'], ['patch']);
const own = group(GROUP);
const subject = idOf('ClusterRoleBinding', 'ops');

/** The group has these rights in the whole cluster. */
const everywhere = (rules: readonly JsonObject[], more: readonly JsonObject[] = []): PolicyCase => ({
  subject,
  view: viewOf({ resources: [clusterRole('ops', ...rules), clusterRoleBinding('ops', 'ops', own), ...more] }),
});

/** The group has these rights in one namespace. */
const within = (namespace: string, rules: readonly JsonObject[], more: readonly JsonObject[] = []): PolicyCase => ({
  subject: idOf('RoleBinding', 'ops', namespace),
  view: viewOf({
    resources: [clusterRole('ops', ...rules), roleBinding('ops', namespace, { role: 'ops', subjects: [own] }), ...more],
  }),
});

const namespace = (name: string, level = 'restricted'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': level } },
});

/** A role that gathers all with a label, and has the label of the next. */
const gathering = (name: string, label: string, from: string): JsonObject => ({
  ...clusterRole(name),
  metadata: { name, labels: { [label]: 'yes' } },
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [from]: 'yes' } }] },
});

const admin: JsonObject = { apiGroup: RBAC, kind: 'ServiceAccount', name: 'applier', namespace: 'platform-gitops' };

describePolicy('identity/disallow-escalation-paths', policy, {
  passes: {
    'seeing everything but secrets, and moving pods': () =>
      everywhere([rule(['nodes', 'pods'], ['get', 'list']), rule(['pods/eviction'], ['create'])]),
    'starting pods again and scaling in a namespace of the platform': () =>
      within('platform-logging', [rule(['pods'], ['delete']), rule(['deployments/scale'], ['get', 'patch'], ['apps'])]),
    'marking nodes where the API server keeps people to the mark': () => everywhere([cordon], nodeGuard()),
    'marking nodes where it gives the policy back with what it fills in': () => everywhere([cordon], servedNodeGuard()),
    'the administrators of a tenant, in its own namespace': () => {
      const [first] = viewOf().model.namespaces;
      const place = first?.name ?? '';
      const subjects = [group(`${first?.tenant ?? ''}:administrators`)];
      const binding = roleBinding('ops', place, { role: 'ops', subjects });
      const resources = [namespace(place), clusterRole('ops', patchWorkloads), binding];
      return { subject: idOf('RoleBinding', 'ops', place), view: viewOf({ resources }) };
    },
    'a subject that nobody can be': () => ({
      subject,
      view: viewOf({
        resources: [
          clusterRole('ops', patchWorkloads),
          clusterRoleBinding('ops', 'ops', { kind: 'ServiceAccount', name: 'lost' }),
        ],
      }),
    }),
  },
  fails: {
    'changing workloads everywhere, which kube-system is part of': () => ({
      ...everywhere([patchWorkloads]),
      where: 'roleRef',
      got: `Group ${GROUP} gets every right of the cluster: change-workloads > accounts-of-namespace > system-namespace`,
    }),
    'changing workloads in kube-system alone': () => ({
      ...within('kube-system', [patchWorkloads]),
      where: 'roleRef',
      got: `Group ${GROUP} gets every right of the cluster: change-workloads > accounts-of-namespace > system-namespace`,
    }),
    'changing workloads where privileged pods may run': () => ({
      ...within('platform-logging', [patchWorkloads], [namespace('platform-logging', 'privileged')]),
      where: 'roleRef',
      got: `Group ${GROUP} gets root on nodes: change-workloads > privileged-namespace`,
    }),
    'changing workloads beside an account that has every right': () => ({
      ...within(
        'platform-gitops',
        [patchWorkloads],
        [namespace('platform-gitops'), clusterRoleBinding('applier', 'cluster-admin', admin)],
      ),
      where: 'roleRef',
      got: `Group ${GROUP} gets every right of the cluster: change-workloads > accounts-of-namespace > hold-everything`,
    }),
    'the right to do so two roles deep': () => ({
      subject,
      view: viewOf({
        resources: [
          gathering('ops', 'a', 'b'),
          gathering('middle', 'b', 'c'),
          { ...clusterRole('deep', patchWorkloads), metadata: { name: 'deep', labels: { c: 'yes' } } },
          clusterRoleBinding('ops', 'ops', own),
        ],
      }),
      where: 'roleRef',
      got: `Group ${GROUP} gets every right of the cluster: change-workloads > accounts-of-namespace > system-namespace`,
    }),
    'labels of namespaces': () => ({
      ...everywhere([rule(['namespaces'], ['patch'])]),
      where: 'roleRef',
      got: `Group ${GROUP} gets what keeps others apart in every namespace: label-namespaces`,
    }),
    'marking nodes where nothing keeps people to it': () => ({
      ...everywhere([cordon]),
      where: 'roleRef',
      got: `Group ${GROUP} gets what keeps others apart: change-nodes`,
    }),
    ...Object.fromEntries(
      Object.entries(bentNodeGuards).map(([name, bend]) => [
        `marking nodes under a policy that ${name}`,
        () => ({
          ...everywhere([cordon], bend()),
          where: 'roleRef',
          got: `Group ${GROUP} gets what keeps others apart: change-nodes`,
        }),
      ]),
    ),
    'an account that changes nodes, of which the policy asks nothing': () => ({
      subject: idOf('ClusterRoleBinding', 'ops'),
      view: viewOf({
        resources: [
          clusterRole('ops', cordon),
          clusterRoleBinding('ops', 'ops', { kind: 'ServiceAccount', name: 'x', namespace: 'platform-backup' }),
          ...nodeGuard(),
        ],
      }),
      where: 'roleRef',
      got: 'ServiceAccount platform-backup/x gets what keeps others apart: change-nodes',
    }),
    'a role that the assembly doesn’t hold, as unknown': () => ({
      subject,
      view: viewOf({ resources: [clusterRoleBinding('ops', 'ops', own)] }),
      verdict: 'unknown',
      where: 'roleRef',
      got: 'ClusterRole/ops',
    }),
    'a rule that Terraform alone can tell, as unknown': () => ({
      ...everywhere([{ apiGroups: [''], resources: [{ [UNRESOLVED_KEY]: 'var.kinds' }], verbs: ['get'] }]),
      verdict: 'unknown',
      where: 'rules[0]',
      got: 'a rule that only Terraform can tell',
    }),
  },
  ignores: {
    'a role that nobody has': () => ({ view: viewOf({ resources: [clusterRole('ops', patchWorkloads)] }) }),
  },
});

/** Alone it makes volumes of folders of nodes; only who runs code as well mounts them. */
const notAlone: ReadonlySet<string> = new Set(['write-volumes']);

describe('policy identity/disallow-escalation-paths, given each kind of step', () => {
  const kinds = escalationIds.filter((id) => escalationKind(id).needs.length > 0 && !notAlone.has(id));

  it.each(kinds)('finds %s in the hands of a group', (id) => {
    const rules = escalationKind(id).needs.flatMap(rulesOf);
    const { view } = everywhere(rules);
    const [binding] = view.resources.ofKind('ClusterRoleBinding');
    if (binding === undefined) throw new Error('no binding');
    const judgement = policy.check({ id: binding.id, of: binding }, { view, today: TODAY });
    expect([id, judgement.verdict]).toEqual([id, 'fail']);
  });

  it('finds volumes of folders of nodes together with code that mounts them, in two bindings', () => {
    const { view } = everywhere(
      [rule(['persistentvolumes'], ['create'])],
      [
        namespace('platform-backup'),
        clusterRole('code', patchWorkloads),
        roleBinding('code', 'platform-backup', { role: 'code', subjects: [own] }),
      ],
    );
    const verdicts = [...policy.subjects({ view, today: TODAY })].map((one) =>
      policy.check(one, { view, today: TODAY }),
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['fail', 'fail']);
  });
});

/** The rules that give what a step needs, one for each place. */
function rulesOf({ verbs, on }: EscalationNeed): readonly JsonObject[] {
  if (on.length === 0) return verbs.map((verb) => rule(['pods'], [`${verb}get`]));
  return on.map((place) => {
    const dot = place.includes('.') ? place.indexOf('.') : place.length;
    return rule([place.slice(0, dot)], verbs, [place.slice(dot + 1)]);
  });
}

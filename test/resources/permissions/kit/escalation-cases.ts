import type { EscalationId } from '../../../../resources/permissions/escalation/escalation-kinds';
import type { Resource } from '../../../../resources/resource';
import { resourceOf } from '../../reachability/agreement/resource-of';
import { bind, namespace, role } from './access-objects';

/** A namespace of a tenant that refuses privileged pods, and one of another that takes them. */
export const places = [namespace('closed', 'one'), namespace('open', 'two', 'privileged')];
/** An account of the closed namespace to which everything is given. */
export const strong = [bind('ServiceAccount closed/strong', 'ClusterRole/cluster-admin')];
const RBAC = 'rbac.authorization.k8s.io';
const CSR = 'certificates.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';

/** A group that holds these rights, in a namespace or the whole cluster. */
export function given(rules: readonly string[], where?: string): readonly Resource[] {
  return [...places, role('held', rules), bind('Group somebody', 'ClusterRole/held', where)];
}

/** A secret that holds a token of that account. */
export const tokenSecret = resourceOf({
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
export const escalationCases: Readonly<Record<EscalationId, readonly [objects: readonly Resource[], way: string]>> = {
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
  'impersonate-users-in-part': [
    given(['impersonate:user-info users.authentication.k8s.io', 'impersonate-on:user-info:get secrets']),
    'cluster: impersonate-users-in-part > system-namespace',
  ],
  'impersonate-groups-in-part': [
    given([
      'impersonate:user-info users.authentication.k8s.io=a',
      'impersonate:user-info groups.authentication.k8s.io',
      'impersonate-on:user-info:get secrets',
    ]),
    'cluster: impersonate-groups-in-part > member-of-masters',
  ],
  'impersonate-accounts-in-part': [
    [
      ...given(
        [
          'impersonate:serviceaccount serviceaccounts.authentication.k8s.io=strong',
          'impersonate-on:serviceaccount:get pods',
        ],
        'closed',
      ),
      ...strong,
    ],
    'cluster: impersonate-accounts-in-part > hold-everything',
  ],
  'impersonate-nodes-in-part': [
    given(['impersonate:arbitrary-node nodes.authentication.k8s.io', 'impersonate-on:arbitrary-node:get pods']),
    'node: impersonate-nodes-in-part',
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

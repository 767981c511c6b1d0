import { Agent } from 'node:https';
import { join } from 'node:path';
import { mayDo } from '../../../resources/permissions/may-do';
import { readPermissions } from '../../../resources/permissions/read-permissions';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { Resource } from '../../../resources/resource';
import { nodeGuard } from '../../policies/identity/kit/node-guard';
import { clusterSpec } from '../../support/sandbox/cluster-spec';
import { expectStarted } from '../../support/sandbox/expect-started';
import { callAs, type KubeAnswer, type KubeCall } from '../../support/sandbox/kubeconfig-client';
import { describeWithSandbox } from '../../support/sandbox/real-sandbox';
import { until } from '../kubernetes/by-hand';

const CLUSTER = 'ndc-3-shared-0';
const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = '/apis/admissionregistration.k8s.io/v1';
const NODE = '/api/v1/nodes/n1';
const DRY = '?dryRun=All';
const groups = ['ndc:platform-operators', 'ndc:break-glass'] as const;
const rbac = [{ name: 'authorization-mode', value: 'Node,RBAC' }];
const nodes = [{ name: 'n1', labels: { tenant: 'a' }, taints: [], capacity: { cpu: '4', memory: '8Gi', pods: '20' } }];

/** A right as `verb resource/subresource.group namespace`. */
const denied = [
  ...['daemonsets', 'deployments', 'statefulsets', 'replicasets'].flatMap((kind) =>
    ['kube-system', 'platform-gateway', 'platform-logging', 'tenant'].flatMap((place) =>
      ['create', 'patch', 'update'].map((verb) => `${verb} ${kind}.apps ${place}`),
    ),
  ),
  'create pods kube-system',
  'patch pods kube-system',
  'patch pods platform-gateway',
  'patch pods/ephemeralcontainers kube-system',
  'create pods/exec kube-system',
  'create pods/exec platform-gateway',
  'create jobs.batch kube-system',
  'patch cronjobs.batch platform-logging',
  'delete pods kube-system',
  'delete pods tenant',
  'patch deployments/scale.apps kube-system',
  'patch deployments/scale.apps tenant',
  'create serviceaccounts/token kube-system',
  'get secrets kube-system',
  'get secrets platform-gateway',
  'patch configmaps platform-identity',
  'create namespaces',
  'patch namespaces',
  'update namespaces',
  'update nodes',
  'patch nodes/status',
  'create nodes/proxy',
  'create persistentvolumes',
  'impersonate users',
  'impersonate groups',
  `patch clusterroles.${RBAC}`,
  `bind clusterroles.${RBAC}`,
  `escalate clusterroles.${RBAC}`,
  `create clusterrolebindings.${RBAC}`,
  `create rolebindings.${RBAC} platform-gateway`,
  'patch validatingadmissionpolicies.admissionregistration.k8s.io',
  'delete validatingadmissionpolicybindings.admissionregistration.k8s.io',
];
const allowed = [
  'patch nodes',
  'create pods/eviction kube-system',
  'create pods/eviction tenant',
  'delete pods platform-gateway',
  'patch deployments/scale.apps platform-gateway',
  'get pods kube-system',
];

describeWithSandbox('people of the platform on a real API server', (sandbox) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let call: ReturnType<typeof callAs>;
  let objects: readonly Resource[];

  beforeAll(async () => {
    const spec = {
      name: 'platform-access',
      folder: join(sandbox().folder, 'platform-access'),
      clusters: [clusterSpec({ apiServer: rbac, nodes })],
    };
    const { kubeconfig } = expectStarted(await sandbox().start(spec));
    call = callAs(kubeconfig, 'one-break-glass', agent);
    objects = platformObjects(sandbox().assembly);
    await create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'tenant' } });
    for (const { body, ...one } of objects) await create(pathOf(one), body);
    const [policy = {}, binding = {}] = nodeGuard();
    await create(`${ADMISSION}/validatingadmissionpolicies`, policy);
    await create(`${ADMISSION}/validatingadmissionpolicybindings`, binding);
  });
  afterAll(() => agent.destroy());

  it.each(groups)('%s may take no step of an escalation, and what it needs it may', async (group) => {
    const wanted = [...denied.map((text) => [text, false] as const), ...allowed.map((text) => [text, true] as const)];
    await until(async () => review(group, allowed[3] ?? ''));
    const answers = await Promise.all(wanted.map(async ([text]) => [text, await review(group, text)] as const));
    expect(answers).toEqual(wanted);
  });

  it.each(groups)('%s may do by our reading of the assembly what the server says that it may', async (group) => {
    const permissions = readPermissions(objects);
    const texts = [...denied, ...allowed];
    const said = await Promise.all(texts.map(async (text) => [text, await review(group, text)] as const));
    const read = texts.map((text) => [
      text,
      mayDo(permissions, { kind: 'Group', name: group }, requestOf(text)).isAllowed,
    ]);
    expect(read).toEqual(said);
  });

  it.each(groups)('%s marks a node and changes nothing else of it', async (group) => {
    const somebody = { user: 'ndc:somebody', groups: [group, 'system:authenticated'] };
    const isAsked = async (): Promise<boolean> => isRefused(await patch(bendsOfNode[0] ?? {}, somebody, DRY));
    await until(isAsked);
    const answers = await Promise.all(bendsOfNode.map((body) => patch(body, somebody)));
    expect(answers.map((answer, at) => [bendsOfNode[at], isRefused(answer)])).toEqual(
      bendsOfNode.map((body) => [body, true]),
    );
    for (const unschedulable of [true, false]) {
      const answer = await patch({ spec: { unschedulable } }, somebody);
      expect([answer.status, (answer.body['spec'] as Record<string, unknown>)['unschedulable'] ?? false]).toEqual([
        200,
        unschedulable,
      ]);
    }
  });

  it('controllers and whoever repairs the cluster change labels and taints of nodes', async () => {
    const controller = 'system:serviceaccount:kube-system:node-controller';
    const own = { user: controller, groups: ['system:serviceaccounts', 'system:authenticated'] };
    for (const as of [own, undefined])
      expect(await patch({ metadata: { labels: { seen: 'yes' } } }, as)).toMatchObject({ status: 200 });
  });

  async function create(path: string, body: object): Promise<void> {
    const { status, body: answer } = await call(path, { method: 'POST', body });
    if (status !== 201) throw new Error(`${path}: ${String(answer['message'])}`);
  }

  function patch(body: object, as?: KubeCall['as'], query = ''): Promise<KubeAnswer> {
    const type = 'application/strategic-merge-patch+json';
    return call(`${NODE}${query}`, { method: 'PATCH', type, body, ...(as === undefined ? {} : { as }) });
  }

  async function review(group: string, text: string): Promise<boolean> {
    const spec = { user: 'ndc:somebody', groups: [group, 'system:authenticated'], resourceAttributes: requestOf(text) };
    const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec };
    const answer = await call('/apis/authorization.k8s.io/v1/subjectaccessreviews', { method: 'POST', body });
    expect(answer.status).toBe(201);
    return (answer.body['status'] as { readonly allowed: boolean }).allowed;
  }
});

/** Refused by the policy, and not for want of rights. */
function isRefused({ status, body }: KubeAnswer): boolean {
  return status === 403 && String(body['message']).includes('nodes-are-marked-alone');
}

/** One change of each field that decides which pods a node takes, and whose it is. */
const bendsOfNode: readonly object[] = [
  { metadata: { labels: { tenant: 'b' } } },
  { metadata: { labels: { tenant: null } } },
  { metadata: { annotations: { a: 'b' } } },
  { metadata: { finalizers: ['ndc.gov.vn/kept'] } },
  { spec: { taints: [{ key: 'a', value: 'b', effect: 'NoExecute' }] } },
  { spec: { unschedulable: true, providerID: 'other://n1' } },
];

function requestOf(text: string) {
  const [verb = '', place = '', namespace = ''] = text.split(' ');
  const dot = place.includes('.') ? place.indexOf('.') : place.length;
  const [resource = '', subresource = ''] = place.slice(0, dot).split('/');
  return { verb, group: place.slice(dot + 1), resource, subresource, namespace };
}

/** The roles of the platform as they are written, their bindings, and the namespaces these stand in. */
function platformObjects(folder: string): readonly Resource[] {
  const read = readAssembly(folder);
  if (!read.ok) throw new Error('the assembly of the sandbox cannot be read');
  const own = read.value.resources.filter(({ cluster, tenant }) => cluster === CLUSTER && tenant === undefined);
  return kinds.flatMap((kind) => own.filter((one) => one.kind === kind));
}

const kinds = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'RoleBinding'];

function pathOf({ kind, namespace }: Pick<Resource, 'kind' | 'namespace'>): string {
  const plural = `${kind.toLowerCase()}s`;
  if (kind === 'Namespace') return `/api/v1/${plural}`;
  const group = `/apis/${RBAC}/v1`;
  return namespace === undefined ? `${group}/${plural}` : `${group}/namespaces/${namespace}/${plural}`;
}

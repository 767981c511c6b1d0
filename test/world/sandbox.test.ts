import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { once } from 'node:events';
import type { ProcessStatus, SandboxStatus } from '../../sandbox/control-plane/sandbox-status';
import { sandboxStatus } from '../../sandbox/control-plane/sandbox-status';
import { processesOf } from '../../sandbox/control-plane/processes/process-table';
import { stopSandbox } from '../../sandbox/control-plane/stop-sandbox';
import { callAs } from '../support/sandbox/kubeconfig-client';
import { expectStarted } from '../support/sandbox/expect-started';
import { describeWithSandbox } from '../support/sandbox/real-sandbox';

const CLUSTER = 'ndc-3-shared-0';

const restrictedPod = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'main',
        image: 'registry.example/main',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
});

describeWithSandbox('a control plane on this machine', (sandbox) => {
  let status: SandboxStatus;
  const spec = () => sandbox().spec('main', CLUSTER);
  const as = (context: Parameters<typeof callAs>[1]) => callAs(status.kubeconfig, context);
  const admin = () => as(`${CLUSTER}-break-glass`);
  const processes = (): readonly ProcessStatus[] => status.clusters.flatMap((one) => one.processes);

  beforeAll(async () => {
    status = expectStarted(await sandbox().start(spec()));
  });

  it('is ready: five processes, every node of the assembly, the release that the machines would run', () => {
    expect(status.clusters).toMatchObject([
      { name: CLUSTER, isReady: true, version: 'v1.36.3', nodes: { ready: 9, total: 9 } },
    ]);
    expect(processes().map(({ program, isRunning }) => [program, isRunning])).toEqual(
      ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'].map((one) => [one, true]),
    );
  });

  it('simulates nodes as large as their hosts, with the labels and taints of their machine pool', async () => {
    const { body } = await admin()('/api/v1/nodes/ndc-3-hall-a-r1-storage-30t-001');
    expect(body).toMatchObject({
      metadata: { labels: { 'topology.kubernetes.io/zone': 'ndc-3-hall-a-r1', 'ndc.gov.vn/host-role': 'storage' } },
      spec: { taints: [{ key: 'ndc.gov.vn/host-role', value: 'storage', effect: 'NoSchedule' }] },
      status: { capacity: { cpu: '16', memory: '64Gi', pods: '110' } },
    });
  });

  it('places a pod on a worker by the real scheduler, and it runs', async () => {
    const pods = '/api/v1/namespaces/default/pods';
    expect(await admin()(pods, { method: 'POST', body: restrictedPod('placed') })).toMatchObject({ status: 201 });
    let pod = await admin()(`${pods}/placed`);
    while ((pod.body['status'] as { phase?: string }).phase !== 'Running') pod = await admin()(`${pods}/placed`);
    expect((pod.body['spec'] as { nodeName: string }).nodeName).toMatch(/-worker-64-/);
  });

  it('admits no pod with privileges, as the admission configuration of its construct says', async () => {
    const body = {
      ...restrictedPod('privileged'),
      spec: { containers: [{ name: 'main', image: 'a', securityContext: { privileged: true } }] },
    };
    const answer = await admin()('/api/v1/namespaces/default/pods', { method: 'POST', body });
    expect(answer.status).toBe(403);
    expect(answer.body['message']).toContain('violates PodSecurity "restricted:v1.36"');
  });

  it('lets the deployer write what assemblies hold, and neither read secrets nor start processes in pods', async () => {
    const deployer = as(CLUSTER);
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'by-deployer' } };
    expect(await deployer('/api/v1/namespaces', { method: 'POST', body })).toMatchObject({ status: 201 });
    expect(await deployer('/api/v1/secrets')).toMatchObject({ status: 403 });
    expect(await deployer('/api/v1/namespaces/default/pods/placed/exec', { method: 'POST' })).toMatchObject({
      status: 403,
    });
    expect(await deployer('/apis/rbac.authorization.k8s.io/v1/clusterroles')).toMatchObject({ status: 200 });
  });

  it('answers nobody without a name, but for the paths that its construct opens', async () => {
    const nobody = as({ none: CLUSTER });
    expect(await nobody('/livez')).toMatchObject({ status: 200 });
    expect(await nobody('/api/v1/namespaces')).toMatchObject({ status: 401 });
    expect(await nobody('/version')).toMatchObject({ status: 401 });
  });

  it('speaks no older TLS than its construct says, and only to those that trust its authority', async () => {
    const port = Number(new URL(status.clusters[0]?.endpoint ?? '').port);
    const socket = connect({ port, host: '127.0.0.1', maxVersion: 'TLSv1.1', rejectUnauthorized: false });
    const [error] = (await once(socket, 'error').catch((caught: unknown) => [caught])) as [unknown];
    expect(String(error)).toMatch(/protocol version|unsupported protocol|no protocols available|handshake/i);
    socket.destroy();
  });

  it('serves the custom resources of its assembly, and refuses a field that they don’t have', async () => {
    const path = '/apis/cilium.io/v2/namespaces/default/ciliumnetworkpolicies?fieldValidation=Strict';
    const body = {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'strict' },
      spec: { endpointSelector: {}, ingres: [] },
    };
    const answer = await admin()(path, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(answer.body['message']).toContain('unknown field "spec.ingres"');
  });

  it('stores secrets so that nobody reads them off the disk, and other objects as they are', async () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'kept' },
      stringData: { key: 'nobody-may-read-this' },
    };
    expect(await admin()('/api/v1/namespaces/default/secrets', { method: 'POST', body: secret })).toMatchObject({
      status: 201,
    });
    const stored = everyFile(join(status.clusters[0]?.folder ?? '', 'etcd')).map((path) => readFileSync(path));
    const holds = (text: string): boolean => stored.some((content) => content.includes(text));
    expect(holds('nobody-may-read-this')).toBe(false);
    expect(holds('k8s:enc:secretbox:v1:local')).toBe(true);
    expect(holds('by-deployer')).toBe(true);
  });

  it('writes down who did what, and never the content of a secret', () => {
    const log = readFileSync(join(status.clusters[0]?.folder ?? '', 'host/var/log/kubernetes/audit/audit.log'), 'utf8');
    const entries = log
      .split('\n')
      .filter((line) => line.includes('"resource":"secrets"') && line.includes('"name":"kept"'));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]).toContain('"username":"ndc:break-glass"');
    expect(log).not.toContain('nobody-may-read-this');
  });

  it('keeps keys, data and the kubeconfig for its owner alone', () => {
    expect(statSync(status.kubeconfig).mode & 0o777).toBe(0o600);
    expect(statSync(status.folder).mode & 0o777).toBe(0o700);
    const open = everyFile(status.folder).filter(
      (path) => path.endsWith('.key') && (statSync(path).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
  });

  it('stays as it is when it is started again', async () => {
    const before = processes().map(({ pid }) => pid);
    status = expectStarted(await sandbox().start(spec()));
    expect(processes().map(({ pid }) => pid)).toEqual(before);
  });

  it('starts a process anew, and that one alone, when what it is started from has changed', async () => {
    const before = new Map(processes().map((one) => [one.program, one.pid]));
    const clusters = spec().clusters.map((one) => ({
      ...one,
      scheduler: [...one.scheduler, { name: 'v', value: '1' }],
    }));
    status = expectStarted(await sandbox().start({ ...spec(), clusters }));
    const changed = processes().filter((one) => one.pid !== before.get(one.program));
    expect(changed.map((one) => one.program)).toEqual(['kube-scheduler']);
  });

  it('runs beside another sandbox, which ends without it', async () => {
    const other = sandbox().spec('other', 'ndc-1-management');
    expectStarted(await sandbox().start(other));
    expect((await sandboxStatus(status.folder))?.clusters[0]?.isReady).toBe(true);
    expect(await stopSandbox(other.folder)).toEqual({ processes: 5, isRemoved: true });
    expect(existsSync(other.folder)).toBe(false);
    expect((await sandboxStatus(status.folder))?.clusters[0]?.isReady).toBe(true);
  });

  it('keeps its data when it is asked to, and otherwise leaves nothing', async () => {
    expect(await stopSandbox(status.folder, { keepData: true })).toEqual({ processes: 5, isRemoved: false });
    expect(processesOf(status.folder)).toEqual([]);
    status = expectStarted(await sandbox().start(spec()));
    expect(await admin()('/api/v1/namespaces/by-deployer')).toMatchObject({ status: 200 });
    expect(await stopSandbox(status.folder)).toEqual({ processes: 5, isRemoved: true });
    expect(processesOf(status.folder)).toEqual([]);
    expect(existsSync(status.folder)).toBe(false);
  });
});

function everyFile(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

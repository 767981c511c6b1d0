import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterPlace } from '../../sandbox/control-plane/cluster-place';
import { freePorts } from '../../sandbox/control-plane/free-ports';
import { processesOf } from '../../sandbox/control-plane/processes/process-table';
import { sandboxStatus, type ProcessStatus, type SandboxStatus } from '../../sandbox/control-plane/sandbox-status';
import { stopSandbox } from '../../sandbox/control-plane/stop-sandbox';
import { expectStarted } from '../support/sandbox/expect-started';
import { callAs } from '../support/sandbox/kubeconfig-client';
import { describeWithSandbox } from '../support/sandbox/real-sandbox';

const CLUSTER = 'ndc-3-shared-0';

describeWithSandbox('a sandbox to which something happens', (sandbox) => {
  let status: SandboxStatus;
  const spec = () => sandbox().spec('main', CLUSTER);
  const admin = () => callAs(status.kubeconfig, `${CLUSTER}-break-glass`);
  const processes = (): readonly ProcessStatus[] => status.clusters.flatMap((one) => one.processes);
  const pids = (): ReadonlyMap<string, number> => new Map(processes().map(({ program, pid }) => [program, pid]));
  /** Programs whose process is another one than before. */
  const changedSince = (before: ReadonlyMap<string, number>): readonly string[] =>
    processes().flatMap(({ program, pid }) => (before.get(program) === pid ? [] : [program]));

  beforeAll(async () => {
    status = expectStarted(await sandbox().start(spec()));
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kept' } };
    expect(await admin()('/api/v1/namespaces', { method: 'POST', body })).toMatchObject({ status: 201 });
  });
  afterEach(async () => expect(await admin()('/api/v1/namespaces/kept')).toMatchObject({ status: 200 }));

  it.each(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kwok'])(
    'tells that %s was killed, with its last words, and starts that one alone',
    async (program) => {
      const before = pids();
      const pid = before.get(program) ?? 0;
      expect(pid).toBeGreaterThan(1);
      process.kill(pid, 'SIGKILL');
      let seen = await sandboxStatus(status.folder);
      while (seen?.clusters[0]?.processes.every((one) => one.isRunning) === true)
        seen = await sandboxStatus(status.folder);
      const ended = seen?.clusters[0]?.processes.filter((one) => !one.isRunning) ?? [];
      expect(ended.map((one) => one.program)).toEqual([program]);
      expect(ended[0]?.lastLines.length).toBeGreaterThan(0);
      expect(seen?.clusters[0]?.isReady).toBe(false);
      status = expectStarted(await sandbox().start(spec()));
      expect(changedSince(before)).toEqual([program]);
    },
  );

  it('gets back a node and a definition that somebody removed, without starting anything anew', async () => {
    const before = pids();
    const definition = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/schedules.velero.io';
    const node = '/api/v1/nodes/ndc-3-hall-a-r1-worker-64-002';
    expect(await admin()(node, { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await admin()(definition, { method: 'DELETE' })).toMatchObject({ status: 200 });
    let gone = await admin()(definition);
    while (gone.status !== 404) gone = await admin()(definition);
    status = expectStarted(await sandbox().start(spec()));
    expect(await admin()(definition)).toMatchObject({ status: 200 });
    expect(await admin()(node)).toMatchObject({ status: 200 });
    expect(changedSince(before)).toEqual([]);
  });

  it('ends processes that nobody knows of any more, and goes on with the stored data', async () => {
    const before = processesOf(status.folder).map(({ pid }) => pid);
    const { state } = clusterPlace(status.folder, CLUSTER);
    writeFileSync(state, readFileSync(state, 'utf8').slice(0, 30));
    status = expectStarted(await sandbox().start(spec()));
    const after = processesOf(status.folder).map(({ pid }) => pid);
    expect(after).toHaveLength(5);
    expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  });

  it('moves to another port when a stranger has taken its own, and the kubeconfig follows', async () => {
    const port = Number(new URL(status.clusters[0]?.endpoint ?? '').port);
    await stopSandbox(status.folder, { keepData: true });
    const stranger = createServer().listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    status = expectStarted(await sandbox().start(spec()));
    expect(status.clusters[0]?.endpoint).not.toBe(`https://127.0.0.1:${port}`);
    stranger.close();
  });

  it('tries other ports when somebody binds one between choosing and binding', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const taken = (stranger.address() as AddressInfo).port;
    const told: string[] = [];
    let choices = 0;
    const chooseFirstTaken = async (count: number): Promise<readonly number[]> => {
      const ports = await freePorts(count);
      return choices++ === 0 ? [taken, ...ports.slice(1)] : ports;
    };
    const other = sandbox().spec('race', CLUSTER);
    const started = await sandbox().start(other, {
      freePorts: chooseFirstTaken,
      progress: (text) => void told.push(text),
    });
    expect(expectStarted(started).clusters[0]?.endpoint).not.toBe(`https://127.0.0.1:${taken}`);
    expect(told).toContain(`${CLUSTER}: a port was taken, trying others`);
    stranger.close();
    expect(await stopSandbox(other.folder)).toEqual({ processes: 5, isRemoved: true });
  });

  it('says that a program refuses its flags, in its own words, and leaves it to be looked at', async () => {
    const [cluster] = spec().clusters;
    if (cluster === undefined) throw new Error('no cluster');
    const wrong = { ...cluster, apiServer: [...cluster.apiServer, { name: 'no-such-flag', value: 'true' }] };
    const other = { ...sandbox().spec('wrong', CLUSTER), clusters: [wrong] };
    const started = await sandbox().start(other);
    expect(started.ok ? [] : started.problems).toMatchObject([
      {
        code: 'sandbox-process-ended',
        at: ['wrong', CLUSTER, 'kube-apiserver'],
        got: expect.stringContaining('unknown flag: --no-such-flag') as string,
      },
    ]);
    expect(await stopSandbox(other.folder)).toMatchObject({ isRemoved: true });
    expect(processesOf(other.folder)).toEqual([]);
  });

  it('starts nothing on a disk that has too little room, and says how much it needs', async () => {
    const other = sandbox().spec('full', CLUSTER);
    const started = await sandbox().start(other, { freeBytes: () => 50_000_000 });
    expect(started.ok ? [] : started.problems).toMatchObject([
      { code: 'sandbox-disk-full', got: '48 MB free', want: 'at least 256 MB free' },
    ]);
    expect(processesOf(other.folder)).toEqual([]);
  });

  it('says so when its folder cannot be one', async () => {
    const path = join(sandbox().folder, 'a-file');
    writeFileSync(path, 'not a folder');
    const started = await sandbox().start({ ...spec(), folder: join(path, 'below') });
    expect(started.ok ? [] : started.problems).toMatchObject([{ code: 'sandbox-folder-unusable', at: ['main'] }]);
  });

  const mountable = canMount();
  (mountable ? it : it.skip)('says that the disk is full when it fills up while the sandbox starts', async () => {
    const folder = join(sandbox().folder, 'small-disk');
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'none', folder]);
    try {
      const other = { ...sandbox().spec('small', CLUSTER), folder: join(folder, 'small') };
      const started = await sandbox().start(other, { freeBytes: () => Number.MAX_SAFE_INTEGER });
      expect(started.ok ? [] : started.problems.map(({ code }) => code)).toEqual(['sandbox-disk-full']);
      await stopSandbox(other.folder);
      expect(processesOf(other.folder)).toEqual([]);
    } finally {
      await unmount(folder);
    }
  });
});

/** A program that fails by itself may still be on its way out; the kernel refuses until it has closed its files. */
async function unmount(folder: string): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const { status, stderr } = spawnSync('umount', [folder], { encoding: 'utf8' });
    if (status === 0) return;
    if (Date.now() > until) throw new Error(stderr);
    await pause(100);
  }
}

/** Whether this machine lets us mount a small disk; only then can one fill up. */
function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

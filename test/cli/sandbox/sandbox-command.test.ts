import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../cli/main';
import { cacheFolder, sandboxFolder } from '../../../cli/sandbox/sandbox-place';
import { sandboxText } from '../../../cli/sandbox/sandbox-text';
import { addToSandbox } from '../../../sandbox/control-plane/sandbox-record';
import type { SandboxStatus } from '../../../sandbox/control-plane/sandbox-status';
import { captureIo } from '../../support/capture-io';

const work = mkdtempSync(join(tmpdir(), 'ndc-sandbox-command-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const captured = captureIo({ cwd: work, environment: { HOME: work } });
  const code = await main(['sandbox', ...argv], captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

const status: SandboxStatus = {
  name: 'mine',
  folder: '/state/mine',
  kubeconfig: '/state/mine/kubeconfig',
  clusters: [
    {
      name: 'one',
      endpoint: 'https://127.0.0.1:1',
      version: 'v1.36.3',
      isReady: false,
      nodes: { ready: 1, total: 2 },
      folder: '/state/mine/clusters/one',
      deviations: ['nodes are simulated'],
      processes: [
        { program: 'etcd', pid: 0, isRunning: false, memory: undefined, log: '/log/etcd.log', lastLines: ['panic'] },
        {
          program: 'kwok',
          pid: 12,
          isRunning: true,
          memory: { resident: 3_145_728, proportional: 2_097_152 },
          log: '/log/kwok.log',
          lastLines: [],
        },
      ],
    },
  ],
};

describe('ndc sandbox', () => {
  it.each([
    [['sideways'], 'sandbox-action-unknown'],
    [['status'], 'sandbox-not-found'],
    [['logs'], 'sandbox-not-found'],
    [['up', '--assembly', 'nowhere'], 'nowhere'],
    [['status', '--name', '../etc'], 'sandbox-name-malformed'],
    [['status', '--name', 'Mine'], 'sandbox-name-malformed'],
  ])('refuses %j and says why', async (argv, reason) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });

  it('has nothing to end where there is no sandbox, and touches no folder that is none', async () => {
    expect(await run('down', '--state', work, '--format', 'json')).toMatchObject({
      code: 0,
      out: '{"name":"default","processes":0,"isRemoved":false}\n',
    });
  });

  it('tells of a sandbox whose processes are all gone, as findings', async () => {
    const folder = join(work, 'gone');
    addToSandbox(folder, 'gone', ['one']);
    const { code, out } = await run('status', '--name', 'gone', '--state', folder, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ name: 'gone', clusters: [{ name: 'one', isReady: false }] });
    expect(await run('down', '--state', folder)).toMatchObject({ code: 0 });
  });
});

describe('sandboxText()', () => {
  it('tells each cluster’s address, context, nodes and processes, and what has ended with its last words', () => {
    expect(sandboxText(status, ['two'])).toMatchInlineSnapshot(`
"sandbox mine: 0 of 1 cluster ready, 2 MB of memory
  kubeconfig  /state/mine/kubeconfig
  state       /state/mine

✘ one
  endpoint    https://127.0.0.1:1  (Kubernetes v1.36.3)
  context     one, one-auditor that reads alone, one-break-glass with every right
  nodes       1 of 2 ready
  etcd                    does not run; its log /log/etcd.log ends with
    panic
  kwok                    pid 12      2 MB

not as in a data center:
  · nodes are simulated

not running of the assembly: two
"
`);
  });
});

describe('the folders of a sandbox', () => {
  const io = (environment: Readonly<Record<string, string>>) => ({ environment, cwd: '/here' });

  it('are where the person’s settings say, and otherwise where the system’s custom is', () => {
    expect(cacheFolder(io({ NDC_CACHE: '/own' }))).toBe('/own');
    expect(cacheFolder(io({ XDG_CACHE_HOME: '/cache', HOME: '/home' }))).toBe('/cache/ndc');
    expect(cacheFolder(io({ HOME: '/home' }))).toBe('/home/.cache/ndc');
    expect(sandboxFolder('mine', undefined, io({ HOME: '/home' }))).toBe('/home/.local/state/ndc/sandboxes/mine');
    expect(sandboxFolder('mine', undefined, io({ XDG_STATE_HOME: '/state' }))).toBe('/state/ndc/sandboxes/mine');
    expect(sandboxFolder('mine', 'there', io({}))).toBe('/here/there');
  });
});

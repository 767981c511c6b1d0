import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../cli/main';
import { captureIo } from '../support/capture-io';

const folder = mkdtempSync(join(tmpdir(), 'ndc-prove-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const web = { name: 'http', containerPort: 8080 };
const workload = (namespace: string, name: string, ports: readonly object[] = []): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'main:1', ports }] } },
  },
});
const policy = (name: string, spec: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: 'a' },
  spec,
});
const isolated = policy('isolated', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const opened = policy('opened', {
  podSelector: { matchLabels: { app: 'web' } },
  ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 'http' }] }],
});
const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'a' } };

function write(...objects: readonly object[]): void {
  writeFileSync(join(folder, 'objects.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
}

async function prove(...argv: readonly string[]) {
  const { io, out, err } = captureIo({ cwd: folder });
  const code = await main(['prove', ...argv, '--manifests', '.'], io);
  return { code, out: out(), err: err() };
}

describe('ndc prove', () => {
  beforeEach(() => write(workload('a', 'web', [web]), workload('b', 'client'), isolated, opened, other));

  it('lists every flow, and which kinds it knows nothing of', async () => {
    const { code, out, err } = await prove('reachability');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.includes('a/web'))).toEqual([
      'b/client[Deployment] → a/web[Deployment]  8080/TCP',
    ]);
    expect(err).toContain('not about who reaches whom, or not known: v1 ConfigMap (1)');
    expect(err).toMatch(/2 workloads, \d+ lines; what is not listed is denied/);
  });

  it('writes a line of JSON for each flow and protocol, with what decides at both ends', async () => {
    const { out } = await prove('reachability', '--format', 'json');
    const lines = out.split('\n').filter((line) => line.includes('"to":"a/web[Deployment]"'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        from: 'b/client[Deployment]',
        to: 'a/web[Deployment]',
        protocol: 'TCP',
        ports: [[8080, 8080]],
        verdict: 'allowed',
        because: [
          'egress: no policy says anything, so it is open',
          'ingress: NetworkPolicy a/opened: spec.ingress[0] accepts it',
        ],
      },
    ]);
  });

  it.each([
    ['8080/TCP', 'allowed'],
    ['8080/UDP', 'denied'],
    ['8081/TCP', 'denied'],
  ])('answers about %s: %s', async (port, verdict) => {
    const { code, out } = await prove('query', '--from', 'b/client', '--to', 'a/web', '--port', port);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(verdict);
  });

  it('says of a policy that a cluster would refuse what is wrong and where, and is not content', async () => {
    write(
      workload('a', 'web', [web]),
      policy('wrong', { podSelector: {}, ingress: [{ ports: [{ port: 9, endPort: 8 }] }] }),
    );
    const { code, err } = await prove('reachability');
    expect(code).toBe(1);
    expect(err).toContain('spec.ingress[0].ports[0].endPort: got 8, want a port from 9 to 65535');
  });

  it.each([
    [['query', '--from', 'b/none', '--to', 'a/web'], 'flow-not-understood'],
    [['query', '--from', 'b/client', '--to', 'a/web', '--port', '0/TCP'], 'flow-not-understood'],
    [['everything'], 'proof-unknown'],
    [['reachability', '--assembly', '.'], 'proof-of-several'],
  ])('refuses %j', async (argv, code) => {
    const refused = await prove(...argv);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(code);
  });
});

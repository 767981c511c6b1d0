import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { readKubeconfig } from '../../../delivery/kubernetes/connect/read-kubeconfig';
import { makeAuthority } from './kit/certificates';

const authority = makeAuthority();
const deployer = authority.issue({ name: 'deployer', organization: 'platform' });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Edits {
  readonly cluster?: object;
  readonly user?: object;
  readonly current?: string;
}

function kubeconfig({ cluster, user, current = 'one' }: Edits = {}): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    preferences: {},
    'current-context': current,
    clusters: [
      {
        name: 'dc',
        cluster: cluster ?? {
          server: 'https://10.0.0.1:6443',
          'certificate-authority-data': base64(authority.certificate),
        },
      },
    ],
    contexts: [{ name: 'one', context: { cluster: 'dc', user: 'me' } }],
    users: [
      {
        name: 'me',
        user: user ?? {
          'client-certificate-data': base64(deployer.certificate),
          'client-key-data': base64(deployer.key),
        },
      },
    ],
  });
}

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ndc-kubeconfig-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string, context?: string): ReturnType<typeof readKubeconfig> {
  writeFileSync(join(folder, 'config'), text);
  return readKubeconfig(join(folder, 'config'), context);
}

function refusal(edits: Edits): { readonly what: string; readonly got: string } {
  const result = read(kubeconfig(edits));
  if (result.ok) throw new Error('it was taken');
  const [{ what, got } = { what: '', got: '' }] = result.problems;
  return { what, got };
}

describe('readKubeconfig()', () => {
  it('reads the current context with inline certificates', () => {
    expect(read(kubeconfig())).toMatchObject({
      ok: true,
      value: {
        context: 'one',
        origin: 'https://10.0.0.1:6443',
        basePath: '',
        authority: authority.certificate,
        credentials: { kind: 'certificate', certificate: deployer.certificate },
      },
    });
  });

  it('reads YAML, files beside the kubeconfig, links to them, and a path and name of the server', () => {
    writeFileSync(join(folder, 'ca-1.pem'), authority.certificate);
    symlinkSync('ca-1.pem', join(folder, 'ca.pem'));
    writeFileSync(join(folder, 'token'), 'abc.def\n');
    const result = read(
      `
apiVersion: v1
kind: Config
clusters:
  - name: dc
    cluster:
      server: https://rancher.example/k8s/one/
      certificate-authority: ca.pem
      tls-server-name: api.one
      insecure-skip-tls-verify: false
users: [{ name: me, user: { tokenFile: token } }]
contexts: [{ name: two, context: { cluster: dc, user: me, namespace: x } }]
`,
      'two',
    );
    expect(result).toMatchObject({
      ok: true,
      value: { origin: 'https://rancher.example', basePath: '/k8s/one', serverName: 'api.one' },
    });
    expect(result.ok && result.value.credentials.kind === 'token' && result.value.credentials.token.reveal()).toBe(
      'abc.def',
    );
  });

  it.each<[string, Edits, string]>([
    ['a program to log in', { user: { exec: { command: 'login' } } }, 'the user logs in by starting a program'],
    ['a plug-in', { user: { 'auth-provider': { name: 'oidc' } } }, 'the user logs in through a plug-in of kubectl'],
    ['an identity to take on', { user: { as: 'root' } }, 'a setting of the kubeconfig is unknown'],
    [
      'a server that is not verified',
      { cluster: { server: 'https://a', 'insecure-skip-tls-verify': true } },
      'the certificate of the server would not be verified',
    ],
    [
      'a proxy',
      { cluster: { server: 'https://a', 'proxy-url': 'http://p' } },
      'the cluster is reached through a proxy',
    ],
    ['no TLS', { cluster: { server: 'http://a' } }, 'the address of the API server is unusable'],
    [
      'no authority',
      { cluster: { server: 'https://a' } },
      'a certificate or key of the kubeconfig is missing or broken',
    ],
    ['a context that is absent', { current: 'three' }, 'the kubeconfig has no such context'],
  ])('refuses %s', (_name, edits, what) => {
    expect(refusal(edits).what).toBe(what);
  });

  it('refuses the key of another certificate, and never shows it', () => {
    const other = authority.issue({ name: 'other' });
    const user = {
      'client-certificate-data': base64(deployer.certificate),
      'client-key-data': base64(other.key),
    };
    expect(refusal({ user })).toEqual({
      what: 'a certificate or key of the kubeconfig is missing or broken',
      got: 'an unusable client-key',
    });
  });

  it('does not show a password that stands in the address', () => {
    expect(refusal({ cluster: { server: 'https://me:hunter2@a' } }).got).toBe('https://…@a');
  });

  it.each([
    ['nothing', '', '0 documents'],
    ['another document', '{"apiVersion":"v1","kind":"Pod"}', 'kind: Invalid input: expected "Config"'],
    [
      'a token that YAML versions read differently',
      'users: [{user: {token: 0123_4}}]',
      'a value without quotes is read differently by YAML 1.1 and 1.2',
    ],
    ['no text', '\u0000', 'null byte is not allowed in input in line 1'],
  ])('refuses %s', (_name, text, got) => {
    const result = read(text);
    expect(result.ok ? '' : result.problems[0]?.got).toBe(got);
  });

  it('refuses a file that is no file', () => {
    const result = readKubeconfig(folder);
    expect(result.ok ? '' : result.problems[0]?.got).toBe('no plain file');
    const absent = readKubeconfig(join(folder, 'absent'));
    expect(absent.ok ? '' : absent.problems[0]?.got).toBe("can't be opened: ENOENT");
  });

  it('keeps what is secret out of everything that is printed', () => {
    const result = read(kubeconfig({ user: { token: 'hunter2' } }));
    expect(`${inspect(result, { depth: 9 })}${JSON.stringify(result)}`).not.toContain('hunter2');
    expect(JSON.stringify(result)).toContain('(secret)');
  });
});

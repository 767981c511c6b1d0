import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContexts } from '../../../../delivery/terraform/workspace/kubeconfig';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-kubeconfig-'));
  path = join(folder, 'kubeconfig');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const whole = `
clusters: [{name: c, cluster: {server: "https://10.0.0.1:6443"}}, {name: open, cluster: {server: "http://10.0.0.1"}}]
users: [{name: u, user: {token: x}}]
contexts:
- {name: north, context: {cluster: c, user: u}}
- {name: open, context: {cluster: open, user: u}}
- {name: no-user, context: {cluster: c, user: nobody}}
- {name: no-cluster, context: {cluster: none, user: u}}
- {name: empty}
`;

function gotOf(text: string, ...clusters: readonly string[]): readonly string[] {
  writeFileSync(path, text);
  const result = checkContexts(path, clusters);
  return result.ok ? [] : result.problems.map(({ code, got }) => `${code}: ${got}`);
}

describe('checkContexts()', () => {
  it('takes a context that leads to a server over TLS', () => {
    expect(gotOf(whole, 'north')).toEqual([]);
  });

  it('refuses all contexts that lead nowhere, together', () => {
    expect(gotOf(whole, 'south', 'open', 'no-user', 'no-cluster', 'empty')).toEqual([
      'kubeconfig-context-missing: no context south',
      'kubeconfig-context-missing: a server without TLS for the cluster open',
      'kubeconfig-context-missing: no user nobody',
      'kubeconfig-context-missing: no server for the cluster none',
      'kubeconfig-context-missing: a context empty without cluster or user',
    ]);
  });

  it.each(['- a list', 'a: [', '\0'])('refuses %j, which is no kubeconfig', (text) => {
    expect(gotOf(text, 'north')[0]).toMatch(/^kubeconfig-unreadable: /);
  });

  it('refuses a kubeconfig that is not there, or only a link', () => {
    expect(checkContexts(join(folder, 'none'), ['north']).ok).toBe(false);
    writeFileSync(path, whole);
    symlinkSync(path, join(folder, 'link'));
    expect(checkContexts(join(folder, 'link'), ['north']).ok).toBe(false);
  });
});

import { execFileSync, spawnSync } from 'node:child_process';

/** Tests that need kubectl; skipped by name where there is none. */
export function describeWithKubectl(name: string, body: () => void): void {
  const found = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
  if (found.status === 0) describe(name, body);
  else describe.skip(`${name} (kubectl: none on PATH)`, () => it('needs kubectl', () => undefined));
}

/** What `kubectl kustomize` builds of a folder. */
export function kustomize(folder: string): string {
  return execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}

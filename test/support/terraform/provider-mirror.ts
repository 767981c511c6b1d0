import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { tryFindTerraform } from './find-terraform';

/** What tests with the real provider need. */
export interface ProviderParts {
  /** Path of Terraform or OpenTofu. */
  readonly program: string;
  /** Folder of the mirror that holds the provider. */
  readonly providerMirror: string;
}

/** Tests that need a real Terraform and the real provider for Kubernetes; skipped by name where one is missing. */
export function describeWithProvider(name: string, body: (parts: ProviderParts) => void): void {
  const program = tryFindTerraform();
  const providerMirror = tryFindMirror();
  const missing = [
    ...(program === undefined ? ['no terraform or tofu on PATH'] : []),
    ...(providerMirror === undefined ? ['no provider for Kubernetes in the cache'] : []),
  ];
  if (program !== undefined && providerMirror !== undefined) describe(name, () => body({ program, providerMirror }));
  else describe.skip(`${name} (${missing.join(', ')})`, () => it('works with the real provider', () => undefined));
}

/** The folder in which the sandbox keeps the provider that it built. */
function tryFindMirror(): string | undefined {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ndc', 'providers');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .toSorted()
    .map((name) => join(cache, name))
    .find((folder) => existsSync(join(folder, 'registry.terraform.io', 'hashicorp', 'kubernetes')));
}

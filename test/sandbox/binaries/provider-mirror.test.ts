import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirrorConfig, provideMirror, writeMirrorConfig } from '../../../sandbox/binaries/provider-mirror';

const platform = { os: 'linux', arch: 'amd64' };

describe('provideMirror()', () => {
  let cacheFolder = '';
  beforeEach(() => {
    cacheFolder = mkdtempSync(join(tmpdir(), 'ndc-mirror-'));
    mkdirSync(join(cacheFolder, 'bin'));
    writeFileSync(join(cacheFolder, 'bin', 'provider'), 'a provider');
  });
  afterEach(() => rmSync(cacheFolder, { recursive: true, force: true }));

  const provide = () =>
    provideMirror(
      {
        name: 'terraform-provider-kubernetes',
        version: '1.13.4',
        path: join(cacheFolder, 'bin', 'provider'),
        origin: 'cache',
      },
      { cacheFolder, platform },
    );

  it('lays the provider out under the names of both registries, as init looks for it', () => {
    const { folder, version } = provide();
    expect(version).toBe('1.13.4');
    const below = 'hashicorp/kubernetes/1.13.4/linux_amd64/terraform-provider-kubernetes_v1.13.4';
    expect(readdirSync(folder).toSorted()).toEqual(['registry.opentofu.org', 'registry.terraform.io']);
    for (const registry of readdirSync(folder))
      expect(readFileSync(join(folder, registry, below), 'utf8')).toBe('a provider');
  });

  it('does nothing the second time, and leaves nothing else behind', () => {
    const before = provide();
    expect(provide()).toEqual(before);
    expect(readdirSync(join(cacheFolder, 'providers'))).toEqual(['terraform-provider-kubernetes-1.13.4-linux-amd64']);
  });

  it('writes a CLI configuration for its owner alone', () => {
    const path = join(cacheFolder, 'cli.tfrc');
    writeMirrorConfig(provide(), path);
    expect(readFileSync(path, 'utf8')).toContain('provider_installation {');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('mirrorConfig()', () => {
  it('takes this provider from the folder alone and every other as ever', () => {
    expect(mirrorConfig('/cache/a "b" ${c}')).toMatchInlineSnapshot(`
"provider_installation {
  filesystem_mirror {
    path    = "/cache/a \\"b\\" $\${c}"
    include = ["registry.terraform.io/hashicorp/kubernetes", "registry.opentofu.org/hashicorp/kubernetes"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/kubernetes", "registry.opentofu.org/hashicorp/kubernetes"]
  }
}
"
`);
  });
});

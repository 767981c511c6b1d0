import { existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binary } from './acquire-binaries';
import { cachedName, type Platform } from './binary-source';
import { binaryTable } from './binary-table';

/** The registries under whose names Terraform and OpenTofu look for the provider. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'] as const;
const PROVIDER = 'hashicorp/kubernetes';

/** A folder from which Terraform and OpenTofu install the provider instead of a registry. */
export interface ProviderMirror {
  readonly folder: string;
  /** The release of hashicorp/kubernetes in it, such as `1.13.4`. */
  readonly version: string;
  /** Text of a CLI configuration file (`TF_CLI_CONFIG_FILE`) that takes this provider from here, and all others as ever. */
  readonly cliConfig: string;
}

/** Lays a built provider out as a filesystem mirror in the cache; does nothing when it is there. */
export function provideMirror(
  provider: Binary,
  { cacheFolder, platform }: { readonly cacheFolder: string; readonly platform: Platform },
): ProviderMirror {
  const source = binaryTable['terraform-provider-kubernetes'];
  const folder = join(cacheFolder, 'providers', cachedName(source, platform));
  if (!existsSync(folder)) layOut(provider, folder, platform);
  return { folder, version: provider.version, cliConfig: mirrorConfig(folder) };
}

/** The CLI configuration (developer.hashicorp.com, "provider installation") for a mirror in a folder. */
export function mirrorConfig(folder: string): string {
  const addresses = REGISTRIES.map((registry) => quote(`${registry}/${PROVIDER}`)).join(', ');
  return `provider_installation {
  filesystem_mirror {
    path    = ${quote(folder)}
    include = [${addresses}]
  }
  direct {
    exclude = [${addresses}]
  }
}
`;
}

/** Writes the CLI configuration of a mirror to a file. */
export function writeMirrorConfig({ cliConfig }: ProviderMirror, path: string): void {
  const draft = `${path}.new`;
  writeFileSync(draft, cliConfig, { mode: 0o600 });
  renameSync(draft, path);
}

function layOut({ path, version, name }: Binary, folder: string, { os, arch }: Platform): void {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), 'new-'));
  try {
    for (const registry of REGISTRIES) {
      const place = join(draft, registry, PROVIDER, version, `${os}_${arch}`);
      mkdirSync(place, { recursive: true });
      linkSync(path, join(place, `${name}_v${version}`));
    }
    // Two may do this at once: the second finds a folder that isn't empty, with the same in it.
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A string of HCL: that of JSON, where `${` and `%{` would begin a template. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, (sign) => `${sign}${sign}`);
}

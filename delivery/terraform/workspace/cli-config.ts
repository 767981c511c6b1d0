import { join } from 'node:path';
import type { TerraformSettings } from '../settings';

/** Path of the configuration that all commands of an environment run with. */
export function cliConfigPath(stateFolder: string): string {
  return join(stateFolder, 'terraform.rc');
}

/** Folder in which providers from a registry are kept once for all shards. */
export function pluginCacheFolder(stateFolder: string): string {
  return join(stateFolder, 'plugins');
}

/**
 * The text of the configuration: no word to anybody about versions, and providers from the mirror alone, where they
 * are linked from, or from their registry, then kept once for all shards.
 */
export function cliConfigText({ stateFolder, providerMirror }: TerraformSettings): string {
  if (providerMirror === undefined) {
    return `disable_checkpoint = true\nplugin_cache_dir = ${quote(pluginCacheFolder(stateFolder))}\n`;
  }
  return `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path = ${quote(providerMirror)}
  }
}
`;
}

/** A text of the configuration language, which would look for variables behind a dollar sign. */
function quote(path: string): string {
  if (/[\p{Cc}$%]/u.test(path)) throw new RangeError(`${JSON.stringify(path)} can't be written as a path`);
  return JSON.stringify(path);
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of what tests fetch and build once, outside the repository; the same as the command line's. */
export function cacheFolder(): string {
  const { NDC_CACHE: own, XDG_CACHE_HOME: base } = process.env;
  return own ?? join(base ?? join(homedir(), '.cache'), 'ndc');
}

/** Where extracted schemas are kept between runs. */
export function schemaCacheFolder(): string {
  return join(cacheFolder(), 'schemas');
}

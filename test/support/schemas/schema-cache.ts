import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where extracted schemas are kept between runs, outside the repository. */
export function schemaCacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ndc', 'schemas');
}

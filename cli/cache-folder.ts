import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Io } from './io';

/** Where what was fetched or built is kept for the next time: `NDC_CACHE`, else `ndc` in the cache of the person. */
export function cacheFolder({ environment }: Pick<Io, 'environment'>): string {
  const given = environment['NDC_CACHE'];
  if (given !== undefined && isAbsolute(given)) return given;
  const base = environment['XDG_CACHE_HOME'];
  return join(base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache'), 'ndc');
}

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Io } from '../io';

/** The folder of a sandbox: what the caller says, or `ndc/sandboxes/<name>` in the state folder of the person. */
export function sandboxFolder(name: string, given: string | undefined, io: Pick<Io, 'environment' | 'cwd'>): string {
  if (given !== undefined) return resolve(io.cwd, given);
  const base = io.environment['XDG_STATE_HOME'];
  const state = base !== undefined && isAbsolute(base) ? base : join(homedir(), '.local', 'state');
  return join(state, 'ndc', 'sandboxes', name);
}

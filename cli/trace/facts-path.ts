import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Io } from '../io';
import { projectRoot } from '../project';

/** A place in a fact file as the manifest writes it, when it names a file as seen from where the person is; else the text itself. */
export function factsPath(text: string, { cwd }: Pick<Io, 'cwd'>): string {
  const [, path = '', rest = ''] = /^(.+\.ts)((?::\d+){0,2})$/.exec(text) ?? [];
  if (path === '' || text.includes('\u0000') || !existsSync(resolve(cwd, path))) return text;
  const seen = relative(projectRoot(), resolve(cwd, path));
  return seen.startsWith('..') ? text : `${seen.split(sep).join('/')}${rest}`;
}

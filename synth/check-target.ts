import { existsSync, readdirSync, statSync } from 'node:fs';
import { printCount } from '../model/print-count';
import { problem, ProblemError } from '../model/problem';

/** The files by which a folder is known as an assembly. */
const MARKS = ['manifest.json', 'model.json'] as const;

/**
 * Lets an assembly replace only an older one: the place must be free, an empty folder, or an assembly.
 * @throws ProblemError when something else stands there
 */
export function checkTarget(folder: string): void {
  const got = otherContent(folder);
  if (got === undefined) return;
  throw new ProblemError([
    problem({
      code: 'target-not-an-assembly',
      at: [folder],
      what: 'the assembly would take the place of something else, which would be lost',
      got,
      want: 'a free place, an empty folder, or an assembly of before',
      next: 'name another folder with --out, or move away what stands there',
    }),
  ]);
}

function otherContent(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'a file';
  const names = readdirSync(folder);
  const missing = MARKS.filter((mark) => !names.includes(mark));
  if (names.length === 0 || missing.length === 0) return undefined;
  return `a folder of ${printCount(names.length, 'entry', 'entries')} without ${missing.join(' and ')}`;
}

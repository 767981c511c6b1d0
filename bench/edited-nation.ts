import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An edit of the facts of the nation, as somebody would make it in one file. */
export interface NationEdit {
  readonly name: string;
  /** Path below the facts. */
  readonly file: string;
  /** Text that stands once in the file, and what takes its place. */
  readonly from: string;
  readonly to: string;
}

/** The smallest change there is, and one that opens a path for every commune. */
export const nationEdits: readonly NationEdit[] = [
  {
    name: 'diff, one quota raised',
    file: 'profiles/commune.ts',
    from: 'footprint: { cpu: 4,',
    to: 'footprint: { cpu: 5,',
  },
  {
    name: 'diff, one flow more for 3,321 communes',
    file: 'systems/services/commune-service.ts',
    from: '  flows: [\n',
    to: `  flows: [
    {
      name: 'work-files',
      from: 'server',
      to: { system: 'province-work-files', zone: 'dmz' },
      ports: [{ port: 443, protocol: 'TCP' }],
      reason: { vi: 'Văn bản', en: 'Documents' },
    },
`,
  },
];

/**
 * Copies the facts of the nation below a folder and edits them; returns the folder of the facts.
 * @throws RangeError when the file doesn't hold the text exactly once
 */
export function writeEditedNation(facts: string, folder: string, { file, from, to }: NationEdit): string {
  const copy = join(folder, 'national');
  mkdirSync(folder, { recursive: true });
  cpSync(facts, copy, { recursive: true });
  const path = join(copy, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new RangeError(`${file} holds ${JSON.stringify(from)} ${parts.length - 1} times`);
  writeFileSync(path, parts.join(to));
  return copy;
}

import { fail, pass, type Judgement } from '../../define-policy';

/** What objects that do the same job have in common. */
export interface Reference {
  /** Fields that at least half of them have, with the value that most have; undefined where no value prevails. */
  readonly fields: ReadonlyMap<string, string | undefined>;
  /** How many there are. */
  readonly members: number;
}

/** Whether a field may have a value of its own in each object. */
export type MayDiffer = (path: string) => boolean;

/** Finds what objects that do the same job have in common. */
export function findReference(members: readonly ReadonlyMap<string, string>[]): Reference {
  const values = new Map<string, Map<string, number>>();
  for (const fields of members) {
    for (const [path, text] of fields) {
      const counts = values.get(path) ?? new Map<string, number>();
      values.set(path, counts.set(text, (counts.get(text) ?? 0) + 1));
    }
  }
  const fields = [...values]
    .filter(([, counts]) => sum(counts) * 2 >= members.length)
    .map(([path, counts]) => [path, prevailing(counts, members.length)] as const);
  return { fields: new Map(fields), members: members.length };
}

/** Whether an object has every field that the others have, none that they don't, and the value that prevails. */
export function compareFields(
  own: ReadonlyMap<string, string>,
  { fields, members }: Reference,
  mayDiffer: MayDiffer,
): Judgement {
  const others = `as in most of ${members} of its kind`;
  for (const [path, common] of fields) {
    const text = own.get(path);
    if (text === undefined) return fail(path, 'missing', `${shortened(common ?? 'a value')}, ${others}`);
    if (text === common || mayDiffer(path)) continue;
    return fail(
      path,
      shortened(text),
      common === undefined ? 'one value in all of them' : `${shortened(common)}, ${others}`,
    );
  }
  const stray = [...own].find(([path]) => !fields.has(path) && !mayDiffer(path));
  return stray === undefined ? pass : fail(stray[0], shortened(stray[1]), `nothing there, ${others}`);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}

function prevailing(counts: ReadonlyMap<string, number>, members: number): string | undefined {
  return [...counts].find(([, count]) => count * 2 > members)?.[0];
}

const TEXT_MAX = 120;

function shortened(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1).toWellFormed()}…`;
}

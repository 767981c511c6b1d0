import { groupBy } from '../group-by';
import type { FactKindName, Facts } from './fact-kinds';

/** A fact file that is there and can't be used: it can't be read, its shape is wrong, or its name is taken. */
export interface UnsoundFile {
  /** `unknown` when it stands where no kind of fact does. */
  readonly kind: FactKindName | 'unknown';
  /** The fact's name; undefined when not even that can be told.
   * @default - could be any fact of its kind
   */
  readonly name?: string | undefined;
  /** The file as problems name it, without extension: `systems/land-database`. */
  readonly file: string;
}

/** What is known of an environment: its sound facts, and which files are there beside them. */
export interface KnownFacts {
  readonly facts: Facts;
  /** @default - every file is sound */
  readonly unsound?: readonly UnsoundFile[];
}

/** A judgement about sound facts that rests on others too: what it is about, and the kinds it can't do without. */
interface JudgementRow {
  readonly about: string;
  readonly restsOn: readonly FactKindName[];
}

/** Every judgement that can't be made while a file of some kind can't be used; the one table for checks and notes. */
const judgementTable = {
  addresses: { about: 'the address plan', restsOn: ['nation'] },
  approvals: { about: 'what people may approve as, and who must', restsOn: ['requirements'] },
  capacity: {
    about: 'hosts, capacity and limits of clusters',
    restsOn: ['nation', 'divisions', 'hostClasses', 'provinceProfile', 'communeProfile', 'sites', 'tenants', 'systems'],
  },
  centers: { about: 'the number of data centers', restsOn: ['sites'] },
  coverage: { about: 'which provinces are served', restsOn: ['sites', 'divisions'] },
  distances: { about: 'the way to such a standby', restsOn: ['sites'] },
  flows: { about: 'flows to and over such systems', restsOn: ['systems'] },
  hostClasses: { about: 'host classes in racks', restsOn: ['hostClasses'] },
  overrides: { about: 'codes of overrides', restsOn: ['divisions'] },
  records: { about: 'whose records of manual controls hold', restsOn: ['nation', 'signers'] },
  removals: { about: 'what disappears without a removal', restsOn: ['removals', 'divisions'] },
  twins: {
    about: 'names, codes and slots that must differ from theirs',
    restsOn: ['sites', 'tenants', 'systems', 'tslcd'],
  },
} as const satisfies Record<string, JudgementRow>;

/** Name of a judgement that rests on more than the fact it is about. */
export type Judgement = keyof typeof judgementTable;

/** Whether every file that a judgement rests on can be used. */
export function canJudge(known: Pick<KnownFacts, 'unsound'>, judgement: Judgement): boolean {
  return judgementTable[judgement].restsOn.every((kind) => isSound(known, kind));
}

/** Whether every file of a kind can be used. */
export function isSound({ unsound = [] }: Pick<KnownFacts, 'unsound'>, kind: FactKindName): boolean {
  return !unsound.some((one) => one.kind === kind);
}

/** A kind of fact that others refer to by name. */
export type NamedKind = 'sites' | 'tenants' | 'systems';

/** Whether a name leads to a fact: a sound one, or one in a file that can't be used and so counts as right. */
export function mayExist({ facts, unsound = [] }: KnownFacts, kind: NamedKind, name: string): boolean {
  return facts[kind].has(name) || unsound.some((one) => isOf(one, kind) && (one.name ?? name) === name);
}

/** Names of a kind in files that can't be used. */
export function unsoundNames({ unsound = [] }: Pick<KnownFacts, 'unsound'>, kind: NamedKind): readonly string[] {
  return unsound.flatMap((one) => (one.kind === kind && one.name !== undefined ? [one.name] : []));
}

function isOf({ kind, name }: UnsoundFile, wanted: NamedKind): boolean {
  return kind === wanted || (kind === 'unknown' && name !== undefined);
}

/** Files of one kind that a note names; the rest is counted. */
const NAMED_MAX = 5;

/** One line about what could not be judged and because of which files; undefined when nothing was left out. */
export function describeUnjudged(unsound: readonly UnsoundFile[]): string | undefined {
  const reasons = Object.values<JudgementRow>(judgementTable).flatMap(({ about, restsOn }) => {
    const files = unsound.filter(({ kind }) => kind !== 'unknown' && restsOn.includes(kind)).map(({ file }) => file);
    return files.length === 0 ? [] : [{ about, files: listFiles(files) }];
  });
  const parts = [...groupBy(reasons, ({ files }) => files)].map(
    ([files, rows]) => `${rows.map(({ about }) => about).join(', ')} (because of ${files})`,
  );
  return parts.length === 0 ? undefined : `not judged: ${parts.join('; ')}`;
}

function listFiles(files: readonly string[]): string {
  const all = [...new Set(files)].toSorted();
  const shown = all.slice(0, NAMED_MAX).join(', ');
  return all.length > NAMED_MAX ? `${shown} and ${all.length - NAMED_MAX} more` : shown;
}

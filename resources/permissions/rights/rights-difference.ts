import type { AccessRule } from '../read/access-rule';
import { choiceOf, normalEntry, type Choice } from './choice';
import { classifyEntries, nameEntries, type EntryClasses } from './entry-classes';
import type { Rights } from './rights';

/** What some rules give beyond others. */
export interface RightsDifference {
  /** Sets that never overlap; the same for the same difference, however rules are written. */
  readonly rights: readonly Rights[];
  /** Numbers of those among the first rules that give some of it. */
  readonly rules: ReadonlySet<number>;
}

/** Every request that some rule of the first allows and none of the second. */
export function rightsBeyond(first: readonly AccessRule[], second: readonly AccessRule[]): RightsDifference {
  const objects = new ObjectCells(first, second).beyond();
  const urls = urlsBeyond(first, second);
  return { rights: [...objects.rights, ...urls.rights], rules: new Set([...objects.rules, ...urls.rules]) };
}

/** Verbs of requests that name no object. */
const NAMELESS: ReadonlySet<string> = new Set(['create', 'deletecollection']);

/** Group, resource and name of requests that rules don't tell apart, with the verbs that are given beyond. */
interface Cell {
  readonly group: number;
  readonly resource: number;
  readonly name: number;
  readonly verbs: ReadonlySet<number>;
}

class ObjectCells {
  private readonly verbs: EntryClasses;
  private readonly groups: EntryClasses;
  private readonly resources: EntryClasses;
  private readonly names: EntryClasses;
  private readonly count: number;
  private readonly used = new Set<number>();

  public constructor(first: readonly AccessRule[], second: readonly AccessRule[]) {
    const rules = [...first, ...second];
    this.count = first.length;
    this.verbs = classifyEntries(
      'verb',
      rules.map((one) => one.verbs),
      (verb) => String(NAMELESS.has(verb)),
    );
    this.groups = classifyEntries(
      'group',
      rules.map((one) => one.apiGroups),
    );
    this.resources = classifyEntries(
      'resource',
      rules.map((one) => one.resources),
      (one) => String(isWhole(one)),
    );
    this.names = classifyEntries(
      'name',
      rules.map((one) => nameEntries(one.resourceNames)),
      (one) => String(isName(one)),
    );
  }

  public beyond(): RightsDifference {
    const cells = this.cells();
    const rights = [false, true].flatMap((isVain) => this.gather(cells, isVain));
    return { rights, rules: this.used };
  }

  private cells(): readonly Cell[] {
    const found = new Map<string, Cell>();
    for (let rule = 0; rule < this.count; rule++) {
      for (const group of this.groups.ofRule[rule] ?? []) {
        for (const resource of this.resources.ofRule[rule] ?? []) {
          for (const name of this.names.ofRule[rule] ?? []) {
            const key = `${group} ${resource} ${name}`;
            if (!found.has(key))
              found.set(key, { group, resource, name, verbs: this.verbsBeyond(group, resource, name) });
          }
        }
      }
    }
    return [...found.values()].filter(({ verbs }) => verbs.size > 0);
  }

  private verbsBeyond(group: number, resource: number, name: number): ReadonlySet<number> {
    const inGroup = this.groups.classes[group]?.rules ?? new Set();
    const onResource = this.resources.classes[resource]?.rules ?? new Set();
    const ofName = this.names.classes[name]?.rules ?? new Set();
    const rules = [...onResource].filter((one) => inGroup.has(one) && ofName.has(one));
    const verbsOf = (some: readonly number[]): ReadonlySet<number> =>
      new Set(some.flatMap((one) => this.verbs.ofRule[one] ?? []));
    const held = verbsOf(rules.filter((one) => one >= this.count));
    const given = rules.filter((one) => one < this.count);
    for (const rule of given) if ((this.verbs.ofRule[rule] ?? []).some((verb) => !held.has(verb))) this.used.add(rule);
    return new Set([...verbsOf(given)].filter((verb) => !held.has(verb)));
  }

  /** Cells joined, first over names, then over resources, then over groups. */
  private gather(cells: readonly Cell[], isVain: boolean): readonly Rights[] {
    const rows = cells.flatMap((cell) => {
      const verbs = [...cell.verbs].filter((verb) => this.isVain(cell, verb) === isVain);
      return verbs.length === 0 ? [] : [{ ...cell, verbs: this.choice('verb', verbs) }];
    });
    const byName = join(
      rows,
      ({ group, resource, verbs }) => [group, resource, verbs],
      ({ name }) => name,
    );
    const named = byName.map(({ row, joined }) => ({ ...row, names: this.choice('name', joined) }));
    const byResource = join(
      named,
      ({ group, names, verbs }) => [group, names, verbs],
      ({ resource }) => resource,
    );
    const placed = byResource.map(({ row, joined }) => ({ ...row, resources: this.choice('resource', joined) }));
    const byGroup = join(
      placed,
      ({ resources, names, verbs }) => [resources, names, verbs],
      ({ group }) => group,
    );
    return byGroup
      .map(({ row: { resources, names, verbs }, joined }) => ({
        groups: this.choice('group', joined),
        resources,
        names,
        verbs,
        isVain,
      }))
      .toSorted(byText);
  }

  private isVain({ resource, name }: Cell, verb: number): boolean {
    const isMarked = (classes: EntryClasses, number: number, mark: (entry: string) => boolean): boolean =>
      classes.classes[number]?.entries.every(mark) === true;
    return (
      isMarked(this.verbs, verb, (one) => NAMELESS.has(one)) &&
      isMarked(this.resources, resource, isWhole) &&
      isMarked(this.names, name, isName)
    );
  }

  private choice(dimension: 'verb' | 'group' | 'resource' | 'name', numbers: readonly number[]): Choice {
    const { classes, vocabulary } = this[`${dimension}s`];
    return choiceOf(dimension, vocabulary, new Set(numbers.flatMap((one) => classes[one]?.entries ?? [])));
  }
}

function urlsBeyond(first: readonly AccessRule[], second: readonly AccessRule[]): RightsDifference {
  const rules = [...first, ...second];
  const isOf = (rule: AccessRule): boolean => rule.nonResourceUrls.length > 0;
  const verbs = classifyEntries(
    'verb',
    rules.map((one) => (isOf(one) ? one.verbs : [])),
  );
  const urls = classifyEntries(
    'url',
    rules.map((one) => one.nonResourceUrls.map((url) => normalEntry('url', url))),
  );
  const used = new Set<number>();
  const rows = urls.classes.flatMap(({ rules: takers }, url) => {
    const verbsOf = (rule: number): readonly number[] => verbs.ofRule[rule] ?? [];
    const held = new Set([...takers].filter((one) => one >= first.length).flatMap(verbsOf));
    const given = [...takers].filter((one) => one < first.length);
    const beyond = new Set(given.flatMap(verbsOf).filter((one) => !held.has(one)));
    for (const rule of given) if (verbsOf(rule).some((one) => beyond.has(one))) used.add(rule);
    const chosen = new Set([...beyond].flatMap((one) => verbs.classes[one]?.entries ?? []));
    return beyond.size === 0 ? [] : [{ url, verbs: choiceOf('verb', verbs.vocabulary, chosen) }];
  });
  const rights = join(
    rows,
    (row) => row.verbs,
    ({ url }) => url,
  ).map(({ row, joined }) => ({
    urls: choiceOf('url', urls.vocabulary, new Set(joined.flatMap((one) => urls.classes[one]?.entries ?? []))),
    verbs: row.verbs,
  }));
  return { rights: rights.toSorted(byText), rules: used };
}

/** Rows that are alike but in one part, with the values of that part. */
function join<T>(
  rows: readonly T[],
  likeness: (row: T) => unknown,
  partOf: (row: T) => number,
): readonly { readonly row: T; readonly joined: readonly number[] }[] {
  const found = new Map<string, { readonly row: T; readonly joined: number[] }>();
  for (const row of rows) {
    const key = JSON.stringify(likeness(row));
    const known = found.get(key);
    if (known === undefined) found.set(key, { row, joined: [partOf(row)] });
    else known.joined.push(partOf(row));
  }
  return [...found.values()];
}

function byText(a: Rights, b: Rights): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** A whole kind of objects, told by its name. */
function isWhole(resource: string): boolean {
  return resource !== '*' && !resource.includes('/');
}

/** A name that an object can have. */
function isName(entry: string): boolean {
  return entry !== '*' && entry !== '';
}

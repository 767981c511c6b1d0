import { listOf, membersOf, refuse, textOf, textsOf } from './refuse';

/** One thing that a selector wants of a label. */
export interface Want {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** Reads a label selector. */
export function readSelector(value: unknown, at: string): readonly Want[] {
  const members = membersOf(value, at, ['matchLabels', 'matchExpressions']);
  const labels = [...textsOf(members.get('matchLabels'), `${at}.matchLabels`)];
  const listed = listOf(members.get('matchExpressions'), `${at}.matchExpressions`).map((one, index): Want => {
    const place = `${at}.matchExpressions[${index}]`;
    const expression = membersOf(one, place, ['key', 'operator', 'values']);
    const operator = OPERATORS.find((name) => name === expression.get('operator'));
    const values = listOf(expression.get('values'), place).map((text) => textOf(text, place));
    const wantsValues = operator === 'In' || operator === 'NotIn';
    if (operator === undefined || wantsValues !== values.length > 0) return refuse(place, 'is no expression');
    return { key: textOf(expression.get('key'), place), operator, values };
  });
  return [...labels.map(([key, label]): Want => ({ key, operator: 'In', values: [label] })), ...listed];
}

/** Labels of pods or of a namespace. */
export type Labels = ReadonlyMap<string, string>;

/** Who of several fulfills what is wanted. */
export type Judged = 'all' | 'none' | 'some';

/** Who fulfills what is wanted, of all things that have these labels, and any others unless these are all. */
export function judge(wants: readonly Want[], labels: Labels, isWhole = false): Judged {
  let isSure = true;
  for (const { key, operator, values } of wants) {
    const value = labels.get(key);
    const isListed = value !== undefined && values.includes(value);
    const isThere = operator === 'Exists' || operator === 'DoesNotExist' ? value !== undefined : isListed;
    if (value === undefined && !isWhole) isSure = false;
    else if (isThere !== (operator === 'In' || operator === 'Exists')) return 'none';
  }
  return isSure ? 'all' : 'some';
}

/** The labels that are wanted with one value each. */
export function wantedLabels(wants: readonly Want[]): Labels {
  const single = wants.flatMap(({ key, operator, values: [value, ...others] }) =>
    operator === 'In' && value !== undefined && others.length === 0 ? [[key, value] as const] : [],
  );
  return new Map(single.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The namespaces of a cluster, found by their labels. */
export class Namespaces {
  private readonly byLabel = new Map<string, string[]>();
  private readonly found = new Map<string, ReadonlySet<string>>();

  /** Takes the labels of each namespace, by its name. */
  public constructor(public readonly labels: ReadonlyMap<string, Labels>) {
    for (const [name, own] of labels) {
      for (const [label, value] of own) {
        const key = JSON.stringify([label, value]);
        const names = this.byLabel.get(key) ?? [];
        names.push(name);
        this.byLabel.set(key, names);
      }
    }
  }

  /** The names of those that fulfill what is wanted; what was asked before is known. */
  public find(wants: readonly Want[]): ReadonlySet<string> {
    const key = JSON.stringify(wants);
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const listed = wants.find(({ operator }) => operator === 'In');
    const names = listed?.values.flatMap((value) => this.byLabel.get(JSON.stringify([listed.key, value])) ?? []);
    const found = new Set([...(names ?? this.labels.keys())].filter((name) => this.isTaken(name, wants)));
    this.found.set(key, found);
    return found;
  }

  private isTaken(name: string, wants: readonly Want[]): boolean {
    return judge(wants, this.labels.get(name) ?? new Map(), true) === 'all';
  }
}

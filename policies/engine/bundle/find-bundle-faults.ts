import { canonicalJson } from '../../../model/canonical-json';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { BUNDLE_PATH, bundleDigest, type RuleBundle, type RuleRecord } from './rule-bundle';
import type { BundleFault, BundleFaultKind } from './bundle-fault';

/** The text of a bundle's file, or in few words why it can't be had. */
export type BundleSource =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly kind: 'bundle-missing' | 'bundle-unreadable'; readonly detail: string };

/** Compares the rules of the running program with the bundle that states them; empty when they are the same. */
export function findBundleFaults(source: BundleSource, loaded: RuleBundle): readonly BundleFault[] {
  if (!source.ok) return [{ kind: source.kind, rule: '', got: source.detail, want: BUNDLE_WANTED }];
  const parsed = parseStrictJson(source.text);
  if (!parsed.ok) return [unreadable(parsed.detail)];
  const stated: unknown = parsed.value;
  return isStated(stated) ? compare(stated, loaded) : [unreadable('JSON of another form')];
}

const BUNDLE_WANTED = `${BUNDLE_PATH}, as npm run gen writes it`;

function unreadable(got: string): BundleFault {
  return { kind: 'bundle-unreadable', rule: '', got, want: BUNDLE_WANTED };
}

type Stated = RuleBundle & { readonly digest: string };

function isStated(value: unknown): value is Stated {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  return (
    one['formatVersion'] === 1 &&
    typeof one['digest'] === 'string' &&
    typeof one['engine'] === 'string' &&
    Number.isSafeInteger(one['count']) &&
    Array.isArray(one['rules']) &&
    one['rules'].every((rule: unknown) => typeof rule === 'object' && rule !== null && 'id' in rule)
  );
}

function compare({ digest, ...stated }: Stated, loaded: RuleBundle): readonly BundleFault[] {
  return [
    ...differing('bundle-digest-differs', digest, bundleDigest(stated)),
    ...differing('rule-count-differs', `${stated.rules.length} rules`, `${stated.count} rules`),
    ...differing('engine-differs', loaded.engine, stated.engine),
    ...compareRules(stated.rules, loaded.rules),
  ];
}

function differing(kind: BundleFaultKind, got: string, want: string): readonly BundleFault[] {
  return got === want ? [] : [{ kind, rule: '', got, want }];
}

function compareRules(stated: readonly RuleRecord[], loaded: readonly RuleRecord[]): readonly BundleFault[] {
  const here = new Map(loaded.map((one) => [one.id, one]));
  const there = new Set(stated.map(({ id }) => id));
  const faults = stated.flatMap((one): readonly BundleFault[] => {
    const rule = here.get(one.id);
    if (rule === undefined)
      return [
        { kind: 'rule-missing', rule: String(one.id), got: 'not in the program', want: 'the rule of the bundle' },
      ];
    const keys = differingKeys(one, rule);
    if (keys.length === 0) return [];
    return [{ kind: 'rule-differs', rule: one.id, got: `other ${keys.join(', ')}`, want: 'the rule of the bundle' }];
  });
  const unstated = loaded.filter(({ id }) => !there.has(id));
  return [
    ...faults,
    ...unstated.map(({ id }): BundleFault => ({
      kind: 'rule-unstated',
      rule: id,
      got: 'a rule of the program',
      want: 'rules that the bundle states',
    })),
  ];
}

function differingKeys(stated: RuleRecord, loaded: RuleRecord): readonly string[] {
  const [left, right] = [new Map(Object.entries(stated)), new Map(Object.entries(loaded))];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => canonicalJson(left.get(key)) !== canonicalJson(right.get(key)))
    .toSorted();
}

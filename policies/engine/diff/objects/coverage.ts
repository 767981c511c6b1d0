import type { TargetKind } from '../../language/target';
import { kindText, type Region, type TriedRule } from './tried-rule';

/** Kinds and namespaces in which two rules meet in the same way. */
export interface Cell {
  readonly kinds: readonly [TargetKind, ...TargetKind[]];
  readonly region: Region;
  /** Where the rule before looks; undefined where it isn't about these objects. */
  readonly before: readonly string[] | undefined;
  /** Where the rule after looks. */
  readonly after: readonly string[] | undefined;
}

/** Every kind and region that either rule is about, those in which they meet in the same way together. */
export function cellsOf(before: TriedRule | undefined, after: TriedRule | undefined): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const rules = [before, after].filter((one) => one !== undefined);
  const kinds = new Map(rules.flatMap(({ tree }) => kindsOf(tree.on.shapes)).map((one) => [kindText(one), one]));
  for (const kind of kinds.values()) {
    for (const region of regionsOf(rules)) {
      const roots = [before, after].map((rule) => (rule?.isIn(region) === true ? rule.rootIn(kind) : undefined));
      if (roots.every((root) => root === undefined)) continue;
      const key = JSON.stringify([region, ...roots]);
      const known = cells.get(key);
      const [of, to] = roots;
      cells.set(key, { kinds: known === undefined ? [kind] : [...known.kinds, kind], region, before: of, after: to });
    }
  }
  return [...cells.values()];
}

function kindsOf(shapes: readonly { readonly kinds: readonly TargetKind[] }[]): readonly TargetKind[] {
  return shapes.flatMap(({ kinds }) => kinds);
}

function regionsOf(rules: readonly TriedRule[]): readonly Region[] {
  return rules.some(({ tree }) => tree.on.namespaced) ? ['tenants', 'platform'] : ['tenants'];
}

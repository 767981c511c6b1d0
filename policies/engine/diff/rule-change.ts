import type { JsonObject } from '../../../resources/resource';
import type { StatedRule } from './stated/stated-rules';

/**
 * What became of a rule. `tightened`: nothing passes that failed, which is proved, and some object fails that passed.
 * `loosened`: the other way around. `incomparable`: both have an object. `…-found`: one way has an object, and of the
 * other it is not proved that it has none. `undecided`: no object was found, and no proof. `opaque`: the same of one that
 * is written as a function, whose source changed.
 */
export const ruleChangeKinds = [
  'added',
  'removed',
  'loosened',
  'incomparable',
  'loosening-found',
  'opaque',
  'undecided',
  'tightening-found',
  'tightened',
  'equivalent',
] as const;

/** One of the kinds. */
export type RuleChangeKind = (typeof ruleChangeKinds)[number];

/** Which way: it lets more pass than before, or less. */
export type Direction = 'loosening' | 'tightening';

/** Part of a rule that decides what it lets pass. */
export type Aspect =
  | 'rule'
  | 'condition'
  | 'kinds'
  | 'scope'
  | 'force'
  | 'exempt-users'
  | 'copied-objects'
  | 'subresources'
  | 'requests'
  | 'live'
  | 'vacuity'
  | 'code';

/** What a rule says of an object; `not-judged` where the rule isn't there, or isn't about it. */
export type WitnessVerdict = 'pass' | 'fail' | 'unknown' | 'ignored' | 'not-judged';

/** What a rule does with an object. */
export interface WitnessSide {
  readonly verdict: WitnessVerdict;
  /** What follows of it: unknown never passes. */
  readonly effect: 'passes' | 'warned' | 'stopped';
}

/** An object that fares otherwise before and after. */
export interface Witness {
  readonly aspect: Aspect;
  /** `inventory`: it stands there; `example`: made of an example of the rule; `generated`: made to tell the rules apart. */
  readonly origin: 'inventory' | 'example' | 'generated';
  /** Id of the object in the inventory, or `<Kind>/<name>`. */
  readonly subject: string;
  /** The object, without what makes no difference. */
  readonly object: JsonObject;
  /** Labels of its namespace; undefined where it stands in none, or in the inventory. */
  readonly namespace: JsonObject | undefined;
  readonly before: WitnessSide;
  readonly after: WitnessSide;
  /** The path that decides, in the rule that doesn't let the object pass; empty for all of it. */
  readonly where: string;
  readonly got: string;
  readonly want: string;
  /** Whose request it is about.
   * @default - anybody's
   */
  readonly user?: string;
}

/** Whether a rule moved one way. */
export type Movement =
  /** It did: this object shows it. */
  | { readonly kind: 'found'; readonly witness: Witness }
  /** It didn't, for no object whatever. */
  | { readonly kind: 'proved-none' }
  /** No object was found that shows it, among this many; which is no proof. */
  | { readonly kind: 'none-found'; readonly tried: number };

/** Objects of the inventory that fare otherwise. */
export interface InventoryChange {
  /** How many objects either rule is about. */
  readonly judged: number;
  /** How many fare better, and the first of them by id. */
  readonly looser: { readonly count: number; readonly first: readonly string[] };
  /** How many fare worse, and the first of them by id. */
  readonly stricter: { readonly count: number; readonly first: readonly string[] };
}

/** A part of a rule that is written differently, in few words. */
export interface Edit {
  readonly aspect: Aspect;
  /** Empty when it is new. */
  readonly before: string;
  /** Empty when it is gone. */
  readonly after: string;
}

/** A part of a rule that decides nothing. */
export type Wording = Extract<keyof StatedRule, 'title' | 'why' | 'fix'> | 'reasons' | 'names';

/** What the change of one rule means. */
export interface RuleChange {
  readonly id: string;
  readonly kind: RuleChangeKind;
  readonly loosening: Movement;
  readonly tightening: Movement;
  readonly edits: readonly Edit[];
  /** Clauses that the rule no longer answers for, and those that it newly does. */
  readonly clauses: { readonly dropped: readonly string[]; readonly added: readonly string[] };
  /** What is worded differently and decides nothing. */
  readonly wordings: readonly Wording[];
  readonly inventory: InventoryChange;
}

/** All that changed between two sets of rules. */
export interface RuleComparison {
  /** Those that are written differently, sorted by id. */
  readonly changes: readonly RuleChange[];
  /** How many rules are the same, byte by byte. */
  readonly same: number;
  /** Whether what judges trees is another program, so that rules that are the same may say something else. */
  readonly isEngineChanged: boolean;
}

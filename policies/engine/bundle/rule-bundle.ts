import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../model/canonical-json';
import type { Text } from '../../../model/text';
import type { Policy } from '../../define-policy';
import type { NamedPolicy } from '../../evaluation';
import { isRule } from '../language/define-rule';
import type { RuleTree } from '../language/rule-tree';
import type { Target } from '../language/target';
import { Sources, type ReadSource } from './sources';

/** Where the bundle stands, from the root of the project. */
export const BUNDLE_PATH = 'policies/bundle.json';

/** A rule as data. */
export interface RuleRecord extends Pick<Policy, 'title' | 'force' | 'controls' | 'why' | 'fix'> {
  readonly id: string;
  /** @default - must apply to something */
  readonly mayBeVacuous?: Text | undefined;
  /** @default - it judges what stands on clusters too */
  readonly whyNotLive?: Text | undefined;
  /** What a rule on one object says: all of it.
   * @default - written as a function
   */
  readonly tree?: TreeRecord;
  /** The digest of the source of a rule written as a function.
   * @default - written as a tree
   */
  readonly code?: string;
}

/** The tree of a rule, without its examples, which decide nothing. */
export interface TreeRecord extends Pick<RuleTree, 'scope' | 'when' | 'require'> {
  readonly on: Omit<Target<unknown>, 'healthy'>;
}

/** All rules as data, as they are reviewed, approved and compared; what the gate expects to find in the program. */
export interface RuleBundle {
  readonly formatVersion: 1;
  /** How many rules there are. */
  readonly count: number;
  /** Digest of the source of what judges trees, and of what makes a verdict of judgements. */
  readonly engine: string;
  /** Sorted by id. */
  readonly rules: readonly RuleRecord[];
}

const ENGINE = ['policies/engine/language/define-rule.ts', 'policies/evaluate.ts'];

/** Describes rules as they stand in the running program. */
export function describeRules(policies: readonly NamedPolicy[], read: ReadSource): RuleBundle {
  const sources = new Sources(read);
  const rules = policies.map((one) => recordOf(one, sources)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { formatVersion: 1, count: rules.length, engine: sources.digestOf(ENGINE), rules };
}

/** The digest of a bundle: of its canonical JSON. */
export function bundleDigest(bundle: RuleBundle): string {
  return `sha256:${createHash('sha256').update(canonicalJson(bundle)).digest('hex')}`;
}

/** A bundle as a file: its digest and counts first, then a line for each rule, so that a diff of two names rules. */
export function bundleText(bundle: RuleBundle): string {
  const { rules, ...head } = bundle;
  const first = JSON.stringify({ digest: bundleDigest(bundle), ...head }).slice(0, -1);
  return `${first},"rules":[\n${rules.map((one) => canonicalJson(one)).join(',\n')}\n]}\n`;
}

function recordOf({ id, policy }: NamedPolicy, sources: Sources): RuleRecord {
  const { title, force, controls, why, fix, mayBeVacuous, whyNotLive } = policy;
  const words = { id, title, force, controls, why, fix, mayBeVacuous, whyNotLive };
  if (!isRule(policy)) return { ...words, code: sources.digestOf([`policies/${id}.ts`]) };
  const { on, scope, when, require } = policy.tree;
  const { healthy: _, ...target } = on;
  return { ...words, tree: { on: target, scope, when, require } };
}

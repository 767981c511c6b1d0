import type { RuleRecord } from '../../bundle/rule-bundle';

/** A rule as a bundle states it, maybe an older one: its clauses may be of a catalogue that has changed since. */
export interface StatedRule extends Omit<RuleRecord, 'controls'> {
  readonly controls: readonly string[];
}

/** Rules as a bundle states them. */
export interface StatedRules {
  /** Digest of the source of what judges trees. */
  readonly engine: string;
  readonly rules: readonly StatedRule[];
}

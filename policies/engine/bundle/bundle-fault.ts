/** How the rules at hand depart from the bundle that was reviewed. */
export type BundleFaultKind =
  | 'bundle-missing'
  | 'bundle-unreadable'
  | 'bundle-digest-differs'
  | 'rule-count-differs'
  | 'engine-differs'
  | 'rule-missing'
  | 'rule-unstated'
  | 'rule-differs';

/** One departure; any makes an evaluation incomplete. */
export interface BundleFault {
  readonly kind: BundleFaultKind;
  /** Id of the rule; empty for the bundle as a whole. */
  readonly rule: string;
  readonly got: string;
  readonly want: string;
}

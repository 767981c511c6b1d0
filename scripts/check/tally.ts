/** What became of a set of checks. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Names of what didn't run. */
  readonly skipped: readonly string[];
}

/** All tallies as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, one) => sum + one.passed, 0),
    failed: tallies.reduce((sum, one) => sum + one.failed, 0),
    skipped: tallies.flatMap((one) => one.skipped),
  };
}

/** The last line of a test run; skipped checks are counted only when there are any. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`;
}

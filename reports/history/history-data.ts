import type { JudgementChanges } from './compare-judgements';
import type { Trends } from './trends';

/** The file `history.json`: what changed since the newest bundle, and how it went up to today. */
export interface HistoryData extends JudgementChanges {
  readonly formatVersion: 1;
  /** The environment whose bundles these are. */
  readonly environment: string;
  readonly trends: Trends;
}

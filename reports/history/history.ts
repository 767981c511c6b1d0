import type { Stand } from './stand';

/** What a gate said of an assembly on an earlier day, in numbers, out of a bundle that was verified. */
export interface HistoryPoint extends Stand {
  /** Name of the bundle, as it was given. */
  readonly bundle: string;
  /** Its place in the chain of its environment; counts from 1. */
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly root: string;
  /** `YYYY-MM-DD` on which the deploy began; the same as `today` where its journal tells no time. */
  readonly deployed: string;
  /** `YYYY-MM-DD` of the judgement. */
  readonly today: string;
  readonly assemblyDigest: string;
  readonly bundleDigest: string;
  readonly evaluationsDigest: string;
}

/** An earlier judgement with what was open then, finding by finding. */
export interface EarlierJudgement extends HistoryPoint {
  /** Keys of findings by agency; see `openByAgency`. */
  readonly open: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What gates said before: one bundle, or a folder of bundles each of which follows the one before. */
export interface History {
  readonly environment: string;
  /** Bundles that were verified. */
  readonly bundles: number;
  /** Whether the first of them is the first of its environment. */
  readonly isWhole: boolean;
  /** The last of them. */
  readonly newest: EarlierJudgement;
  /** Those that trends show, the newest among them; in any order. */
  readonly points: readonly HistoryPoint[];
}

/** The most bundles that trends show. */
export const POINTS_MAX = 60;

/** Which of so many bundles trends show, by their places in the chain: all, or the first, the last, and evenly between. */
export function shownPlaces(bundles: number): ReadonlySet<number> {
  const shown = Math.min(bundles, POINTS_MAX);
  const step = shown < 2 ? 0 : (bundles - 1) / (shown - 1);
  return new Set(Array.from({ length: shown }, (_, index) => Math.round(index * step)));
}

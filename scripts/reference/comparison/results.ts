import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../repository';

/** The middle of several runs, and the quarters on both sides. */
export interface Spread {
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
}

/** How often a tool was right about an intent. */
export interface Confusion {
  readonly found: number;
  readonly missed: number;
  readonly wronglyFound: number;
  readonly let: number;
}

/** What a tool got wrong, by what was done to the objects. */
export interface Mismatch {
  readonly tool: string;
  readonly intent: string;
  readonly kind: 'missed' | 'wrongly found';
  readonly how: string;
  readonly count: number;
}

/** How one tool did on one estate. */
export interface TimedRow {
  readonly tool: string;
  readonly objects: number;
  readonly density: number;
  readonly cores: number;
  readonly runs: number;
  readonly seconds: Spread;
  readonly processorSeconds: Spread;
  readonly megabytes: Spread;
  /** @default - it judges no intents */
  readonly microsecondsPerObjectAndIntent?: number;
  /** @default - it doesn't tell */
  readonly phases?: Readonly<Record<string, number>>;
}

/** How time grows with size. */
export interface Growth {
  readonly points: readonly { readonly size: number; readonly time: number }[];
  readonly exponent: number;
}

/** What `npm run compare` wrote. */
export interface Results {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly load: { readonly before: number; readonly after: number };
  readonly effort: { readonly runs: number; readonly warmUps: number; readonly secondsOfRow: number };
  readonly corpus: {
    readonly seed: number;
    readonly estates: readonly {
      readonly objects: number;
      readonly density: number;
      readonly digest: string;
      readonly megabytes: number;
      readonly violations: number;
    }[];
  };
  readonly tools: readonly {
    readonly id: string;
    readonly version: string;
    readonly judges: 'intents' | 'schemas';
    readonly flags: string;
  }[];
  readonly skipped: readonly { readonly id: string; readonly version: string; readonly reason: string }[];
  readonly agreement: readonly {
    readonly intent: string;
    readonly meaning: string;
    readonly rules: readonly string[];
    readonly checkov: readonly string[];
    readonly tools: Readonly<Record<string, Confusion | null>>;
  }[];
  readonly mismatches: readonly Mismatch[];
  readonly plan: {
    readonly objects: number;
    readonly megabytes: number;
    readonly rows: readonly {
      readonly tool: string;
      readonly intents: number;
      readonly found: number;
      readonly missed: number;
      readonly wronglyFound: number;
      readonly missedKinds: Readonly<Record<string, number>>;
      readonly open: { readonly there: number; readonly told: number };
      readonly processorSeconds: number;
    }[];
  };
  readonly timed: readonly string[];
  readonly rows: readonly TimedRow[];
  readonly notRun: readonly { readonly tool: string; readonly objects: number; readonly secondsExpected: number }[];
  readonly own: {
    readonly rules: number;
    readonly evaluator: {
      readonly objects: number;
      readonly runs: number;
      readonly evaluations: number;
      readonly microsecondsPerEvaluation: number;
      readonly microsecondsPerRuleAndObject: number;
      readonly microsecondsTarget: number;
    };
    readonly growth: { readonly objects: Growth; readonly rules: Growth };
    readonly gates: readonly {
      readonly name: string;
      readonly objects: number;
      readonly megabytes: number;
      readonly secondsTarget: number;
      readonly runs: number;
      readonly seconds: Spread;
      readonly processorSeconds: Spread;
      readonly megabytesHeld: number;
    }[];
  };
  readonly nag: {
    /** @default - it was measured */
    readonly skipped?: string;
    /** @default - it was skipped */
    readonly version?: string;
    /** @default - it was skipped */
    readonly resources?: number;
    /** @default - it was skipped */
    readonly rows?: readonly {
      readonly plugin: string;
      readonly of: string;
      readonly rules: number;
      readonly microsecondsPerResource: number;
    }[];
  };
}

/** Reads what was measured last. */
export function readResults(): Results {
  return JSON.parse(readFileSync(join(root, 'bench/rules/results.json'), 'utf8')) as Results;
}

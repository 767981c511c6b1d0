import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Confusion, Mismatch } from '../../../bench/rules/measure/agreement';
import type { PlanRow } from '../../../bench/rules/measure/plan-agreement';
import type { Spread } from '../../../bench/rules/measure/statistics';
import type { TimedRow } from '../../../bench/rules/measure/timing';
import { root } from '../../repository';

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
    readonly rows: readonly PlanRow[];
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

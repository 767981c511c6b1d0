import type { Steps } from '../resources/resource';
import type { ExceptionFinding } from './exceptions';
import type { ObjectsContext, Policy, PolicyContext, Subject } from './define-policy';
import type { BundleFault } from './engine/bundle/bundle-fault';
import type { IntegrityFinding } from '../resources/assembly';
import type { TextPosition } from '../resources/text-position';

/** A policy with its id, as the catalogue lists it. */
export interface NamedPolicy<C extends ObjectsContext = PolicyContext> {
  /** Its path under `policies/`: `network/require-default-deny`. */
  readonly id: string;
  readonly policy: Policy<Subject, C>;
}

/** What one policy says against one subject; `policy` and `subject` together name it. */
export interface Finding {
  readonly policy: string;
  readonly subject: string;
  /** Field or part of the subject; empty for all of it. */
  readonly where: string;
  readonly got: string;
  readonly want: string;
  /** What an exception must name to excuse it: all that the verdict rests on. */
  readonly value: string;
  /** @default - not of one tenant */
  readonly tenant?: string | undefined;
  /** @default - not of one system */
  readonly system?: string | undefined;
  /** @default - not known */
  readonly source?: string | undefined;
  /** @default - a subject of the model */
  readonly file?: string | undefined;
  /** The steps to `where` in the subject's object.
   * @default - not known
   */
  readonly steps?: Steps | undefined;
  /** Where in the file it stands, or what holds it.
   * @default - not known
   */
  readonly position?: TextPosition | undefined;
  /** The address by which the file's own tools know the subject: `kubernetes_deployment_v1.app`.
   * @default - the file has none
   */
  readonly address?: string | undefined;
}

/** A finding that an exception excuses. */
export interface SkippedFinding extends Finding {
  /** What the policy said. */
  readonly verdict: 'fail' | 'unknown';
  /** Id of the exception. */
  readonly exception: string;
}

/** Everything that one policy said; every list is in the order of its subjects. */
export interface PolicyResult {
  readonly policy: string;
  readonly force: Policy['force'];
  /** Number of subjects it was applied to. */
  readonly subjects: number;
  /** Ids of the subjects that are as required. */
  readonly pass: readonly string[];
  readonly fail: readonly Finding[];
  readonly unknown: readonly Finding[];
  readonly skip: readonly SkippedFinding[];
  /** The policy itself broke; `got` is the message. */
  readonly error: readonly Finding[];
  /** `no`: it had subjects; `allowed`: it had none and says why it may; `refused`: it had none and should. */
  readonly vacuous: 'no' | 'allowed' | 'refused';
  /** Whether it stops deployment. */
  readonly blocks: boolean;
}

/** How many evaluations ended how, over all policies. */
export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly skip: number;
  readonly error: number;
}

/** Every evaluation of an assembly, passes too. */
export interface Evaluation {
  readonly today: string;
  /** Sorted by the policy's id. */
  readonly results: readonly PolicyResult[];
  readonly exceptions: readonly ExceptionFinding[];
  /** How the rules depart from their bundle. */
  readonly faults: readonly BundleFault[];
  readonly integrity: readonly IntegrityFinding[];
  readonly counts: VerdictCounts;
  /** Number of policies that were applied. */
  readonly rules: number;
  /** Number of judgements: policies times their subjects. */
  readonly evaluations: number;
  readonly verdict: EvaluationVerdict;
}

/** What an evaluation says as a whole. */
export const evaluationVerdicts = ['passed', 'failed', 'incomplete'] as const;

/**
 * Incomplete when not all was judged that was to be: there are no policies (or nothing to judge, of a part of
 * something), they aren't those of their bundle, one of them broke, or the assembly isn't as its manifest says.
 * Otherwise failed when a policy blocks or an exception is at fault.
 */
export type EvaluationVerdict = (typeof evaluationVerdicts)[number];

import type { Steps } from '../../../resources/resource';
import type { Frame } from './frame';
import type { Truth } from './truth';

/** The one field that decided, and what stands there. */
export interface Blame {
  readonly where: string;
  /** The same step by step, from the root of the rule; empty where it doesn't stand in the object. */
  readonly steps: Steps;
  readonly got: string;
  readonly want: string;
}

/** A condition made ready to run. */
export interface CompiledCondition {
  judge(frame: Frame): Truth;
  /** Why it isn’t as wanted; asked only where it isn’t. */
  blame(frame: Frame, wanted: boolean): Blame;
}

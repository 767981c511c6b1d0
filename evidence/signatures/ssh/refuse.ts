import { failure, problem, success, type FactPath, type Problem, type Result } from '../../../model/problem';

/** What is wrong with bytes that somebody gave; place and next step are added where the reading began. */
export type Fault = Omit<Problem, 'at' | 'next' | 'location'>;

/** Carries a fault out of the depth of a reader to where the reading began. */
export class Refused extends Error {
  public constructor(
    public readonly fault: Fault,
    public readonly next: string | undefined,
  ) {
    super(`${fault.code}: ${fault.what}`);
    this.name = 'Refused';
  }
}

/** Ends the reading; the next step is for faults that the reader as a whole can't know how to repair. */
export function refuse(fault: Fault, next?: string): never {
  throw new Refused(fault, next);
}

/** Where a reading begins: the place that its problems name, and the next step that repairs most of them. */
export interface ReadingPlace {
  readonly next: string;
  /** @default - about no fact */
  readonly at?: FactPath;
}

/** What a step gives, or the fault that ended it as a problem. */
export function readAt<T>({ at = [], next }: ReadingPlace, step: () => T): Result<T> {
  try {
    return success(step());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return failure([problem({ ...error.fault, at, next: error.next ?? next })]);
  }
}

/** What a step of `node:crypto` gives; the library throws on keys that are none, which is a fault of the key. */
export function attemptKey<T>(fault: Fault, step: () => T): T {
  try {
    return step();
  } catch {
    return refuse(fault);
  }
}

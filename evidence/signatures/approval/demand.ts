import { problem, type FactPath, type Problem } from '../../../model/problem';

/** One thing that keeps a signed statement from counting. */
export type StatementFault = Pick<Problem, 'code' | 'what' | 'got' | 'want'>;

/** Gives nothing when it holds, or the fault as a problem of the statement. */
export type Demand = (holds: boolean, at: FactPath, fault: StatementFault) => readonly Problem[];

/** Demands whose faults are all repaired by one next step. */
export function demandThen(next: string): Demand {
  return (holds, at, fault) => (holds ? [] : [problem({ ...fault, at, next })]);
}

/** What to do when an approval doesn't count. */
export const APPROVAL_NEXT = 'approve what is to be deployed now, and sign it';

/** What keeps an approval from counting. */
export const demand: Demand = demandThen(APPROVAL_NEXT);

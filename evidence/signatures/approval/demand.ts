import { problem, type FactPath, type Problem } from '../../../model/problem';

/** One thing that keeps an approval from counting. */
export type ApprovalFault = Pick<Problem, 'code' | 'what' | 'got' | 'want'>;

/** Nothing when it holds, or the fault as a problem of the approval. */
export function demand(holds: boolean, at: FactPath, fault: ApprovalFault): readonly Problem[] {
  return holds ? [] : [problem({ ...fault, at, next: 'approve what is to be deployed now, and sign it' })];
}

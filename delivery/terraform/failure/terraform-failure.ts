import { problem, type Problem } from '../../../model/problem';
import { failureKinds, type FailureKind } from './failure-kinds';
import type { LockInfo } from './lock-info';

/** One thing that failed, told apart by what has to be done about it. */
export interface TerraformFailure {
  readonly kind: FailureKind;
  /** What Terraform or the engine says, without secrets or terminal codes. */
  readonly message: string;
  /** Address of the resource it is about.
   * @default - the shard as a whole
   */
  readonly address?: string | undefined;
  /** Who holds the lock, when that is the matter.
   * @default - not about a lock, or nobody said
   */
  readonly lock?: LockInfo | undefined;
}

/** What an operation on one shard gives: its value, or everything that failed. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failures: readonly TerraformFailure[] };

/** An outcome that failed. */
export function failed(...failures: readonly TerraformFailure[]): Outcome<never> {
  if (failures.length === 0) throw new Error('a failed outcome needs at least one failure');
  return { ok: false, failures };
}

/** An outcome with its value. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** Whether every failure may go away by itself, so that trying again makes sense. */
export function isTransient(failures: readonly TerraformFailure[]): boolean {
  return failures.every(({ kind }) => failureKinds[kind].transient);
}

/** A failure in the one shape in which the product says what is wrong. */
export function failureProblem(shard: string, { kind, message, address, lock }: TerraformFailure): Problem {
  const { want, next } = failureKinds[kind];
  const holder =
    lock === undefined ? '' : `; held by ${lock.who} since ${lock.created} (${lock.operation}, ${lock.id})`;
  return problem({
    code: `terraform-${kind}`,
    at: address === undefined ? [shard] : [shard, address],
    what: `${address ?? 'the shard'} can't be brought to what the assembly says`,
    got: `${message}${holder}`,
    want,
    next,
  });
}

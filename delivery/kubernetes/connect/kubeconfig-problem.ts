import { failure, problem, type Result } from '../../../model/problem';

/** What is wrong with a kubeconfig, beside its file. */
export interface KubeconfigFault {
  /** Keys that lead to the setting. */
  readonly at: readonly (string | number)[];
  readonly what: string;
  readonly got: string;
  readonly want: string;
  readonly next: string;
}

const GOT_LENGTH_MAX = 200;

/** A failed reading of a kubeconfig; what was got is cut short, and never a credential. */
export function kubeconfigFailure(file: string, { at, what, got, want, next }: KubeconfigFault): Result<never> {
  return failure([
    problem({ code: 'kubeconfig-unusable', at: [file, ...at], what, got: got.slice(0, GOT_LENGTH_MAX), want, next }),
  ]);
}

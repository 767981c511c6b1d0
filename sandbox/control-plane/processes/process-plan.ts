import { createHash } from 'node:crypto';

/** The programs of a control plane, in the order in which they start. */
export const programs = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const;

/** A program of a control plane. */
export type Program = (typeof programs)[number];

/** A process that should run. */
export interface ProcessPlan {
  readonly program: Program;
  /** Path of the program. */
  readonly path: string;
  readonly arguments: readonly string[];
  /** Settings beside those that every process has. */
  readonly settings: Readonly<Record<string, string>>;
  /** What it reads from files and would only notice when started anew. */
  readonly inputs: readonly string[];
}

/** Digest of a plan: a process that was started from another one is out of date. */
export function planDigest({ path, arguments: given, settings, inputs }: ProcessPlan): string {
  return createHash('sha256')
    .update(JSON.stringify([path, given, settings, inputs]))
    .digest('hex');
}

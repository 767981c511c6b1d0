import type { AccessSubject } from '../read/access-rule';
import type { EscalationId } from './escalation-kinds';
import type { EscalationStep } from './reached';

/**
 * What somebody gets beyond their own: every right of the cluster, root on nodes, code or secrets in a namespace that is
 * another tenant's or the platform's, or a switch of what keeps others apart (admission policies, labels of namespaces
 * and nodes).
 */
export type EscalationGoal = 'cluster' | 'node' | 'tenant' | 'guards';

/** How one subject of one cluster gets to a goal. */
export interface EscalationPath {
  readonly cluster: string;
  readonly subject: AccessSubject;
  readonly goal: EscalationGoal;
  /** The namespace that is reached, or whose labels are; `*` is each one, those to come too; empty where it is none's. */
  readonly namespace: string;
  /** The steps in their order, each with the bindings that allow it. */
  readonly steps: readonly EscalationStep[];
}

/** The same way to the same goal, open to many of one kind through roles of the same name. */
export interface Escalation {
  readonly goal: EscalationGoal;
  /** Whether one namespace is reached by each path, all of them, or none. */
  readonly reach: 'none' | 'namespace' | 'every-namespace';
  /** What the subjects are: `Group`, `ServiceAccount`, `User`. */
  readonly subjectKind: string;
  /** The kinds of the steps. */
  readonly kinds: readonly EscalationId[];
  /** Roles of which the rights are used, as bindings name them, step by step, each once. */
  readonly roles: readonly string[];
  /** Sorted by cluster, subject and namespace. */
  readonly paths: readonly EscalationPath[];
  /** How many subjects and clusters are among the paths. */
  readonly subjects: number;
  readonly clusters: number;
  readonly witness: EscalationPath;
}

/** An escalation that wasn't open before, or isn't any more. */
export interface EscalationChange extends Escalation {
  readonly direction: 'opened' | 'closed';
}

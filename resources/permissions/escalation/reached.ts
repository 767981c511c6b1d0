import type { AccessSubject } from '../read/access-rule';
import type { GivenBy } from '../change/permission-change';
import type { EscalationId } from './escalation-kinds';

/** Something that somebody has: at first themselves, after each step more. `*` stands for every namespace. */
export type Reached =
  /** Acts as this subject. */
  | { readonly is: 'subject'; readonly subject: AccessSubject }
  /** Acts with roles that it bound to itself. */
  | {
      readonly is: 'bound';
      readonly subject: AccessSubject;
      readonly roles: readonly string[];
      readonly namespace: string;
    }
  /** May rewrite roles; the keys of those. */
  | { readonly is: 'rewrite'; readonly roles: readonly string[] }
  /** Runs code in a namespace. */
  | { readonly is: 'code'; readonly namespace: string }
  /** Reads the secrets of a namespace. */
  | { readonly is: 'secrets'; readonly namespace: string }
  /** Changes the labels of a namespace. */
  | { readonly is: 'labels'; readonly namespace: string }
  /** Makes volumes of folders of nodes. */
  | { readonly is: 'volumes' }
  /** Switches off what keeps others apart: admission policies, hosts set apart. */
  | { readonly is: 'guards' }
  /** Has root on nodes. */
  | { readonly is: 'node' }
  /** May do everything. */
  | { readonly is: 'cluster' };

/** One step: by what it is taken, and what is had then. */
export interface EscalationStep {
  readonly kind: EscalationId;
  /** What it is taken from; the step before, or an earlier one, or several together. */
  readonly from: readonly Reached[];
  readonly to: Reached;
  /** The bindings whose rights it takes; empty where it follows from what was had. */
  readonly by: readonly GivenBy[];
}

/** Tells what is reached apart. */
export function reachedKey(reached: Reached): string {
  switch (reached.is) {
    case 'subject':
      return `subject ${subjectText(reached.subject)}`;
    case 'bound':
      return `bound ${subjectText(reached.subject)} ${reached.namespace} ${reached.roles.join()}`;
    case 'rewrite':
      return `rewrite ${reached.roles.join()}`;
    case 'code':
    case 'secrets':
    case 'labels':
      return `${reached.is} ${reached.namespace}`;
    case 'volumes':
    case 'guards':
    case 'node':
    case 'cluster':
      return reached.is;
  }
}

/** A subject in words: `Group a:viewers`, `ServiceAccount ns/name`. */
export function subjectText({ kind, name, namespace }: AccessSubject): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

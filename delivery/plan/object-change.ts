import type { Level } from '../../model/level';
import type { JsonObject } from '../../resources/resource';

/** What a deploy would do to one object, worst first. */
export const changeActions = ['destroy', 'replace', 'blocked', 'change', 'create', 'unchanged'] as const;

/** One of the actions; `blocked` is what a cluster would refuse, or can't judge. */
export type ChangeAction = (typeof changeActions)[number];

/** One field that would change; values are JSON text, redacted where the schema says secret. */
export interface FieldChange {
  /** As `kubectl explain` would name it: `spec.hard.requests.cpu`. */
  readonly path: string;
  /** @default - not there before */
  readonly before?: string | undefined;
  /** @default - taken away */
  readonly after?: string | undefined;
}

/** What a deploy would do to one object, whichever engine does it. */
export interface ObjectChange {
  /** `<cluster>/<Kind>/<namespace or ->/<name>`, as findings name it. */
  readonly id: string;
  readonly kind: string;
  /** @default - cluster-scoped */
  readonly namespace?: string | undefined;
  readonly name: string;
  readonly site: string;
  readonly cluster: string;
  readonly engine: 'terraform' | 'kubernetes';
  /** The step of the deploy that does it. */
  readonly step: string;
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
  /** Where the fact stands that causes it; empty for what the assembly no longer has. */
  readonly source: string;
  readonly action: ChangeAction;
  /** The cluster doesn't know its kind, so nothing of it can stand there.
   * @default false
   */
  readonly isKindMissing?: boolean | undefined;
  readonly fields: readonly FieldChange[];
  /** The object as it stands, in the shape of its API.
   * @default - it doesn't exist
   */
  readonly before?: JsonObject | undefined;
  /** The object as it would be.
   * @default - it would be gone
   */
  readonly after?: JsonObject | undefined;
  /** Why it is blocked, or why it must be replaced.
   * @default - nothing to say
   */
  readonly because?: string | undefined;
}

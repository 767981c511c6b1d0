import { numberAt, objectAt, textAt } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';

/** How work on a shard comes on, object by object. */
export interface ShardEvent {
  readonly kind: 'refreshing' | 'planned' | 'started' | 'waiting' | 'finished' | 'failed';
  /** Address of the resource. */
  readonly address: string;
  /** Terraform's word for what is done: `create`, `update`, `delete`, `read`, ….
   * @default - nothing is done
   */
  readonly action?: string | undefined;
  /** How long it took or takes already.
   * @default - not told
   */
  readonly seconds?: number | undefined;
}

const KINDS: Readonly<Record<string, ShardEvent['kind']>> = {
  refresh_start: 'refreshing',
  planned_change: 'planned',
  apply_start: 'started',
  apply_progress: 'waiting',
  apply_complete: 'finished',
  apply_errored: 'failed',
};

/** The event in one message of `-json`; undefined when the message says something else. */
export function parseEvent(message: JsonValue): ShardEvent | undefined {
  const type = textAt(message, 'type') ?? '';
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const about = objectAt(message, 'hook') ?? objectAt(message, 'change');
  const address = textAt(about, 'resource', 'addr');
  if (kind === undefined || address === undefined) return undefined;
  return { kind, address, action: textAt(about, 'action'), seconds: numberAt(about, 'elapsed_seconds') };
}

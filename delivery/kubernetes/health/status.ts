import { listAt, numberAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';

/** A condition of a status (KEP-1623). */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** @default - the condition doesn't say */
  readonly observedGeneration?: number | undefined;
}

const MESSAGE_LENGTH_MAX = 300;

/** The condition of a type; undefined when there is none. */
export function tryCondition(object: JsonObject, type: string): Condition | undefined {
  const found = listAt(object, 'status', 'conditions').find((one) => textAt(one, 'type') === type);
  if (found === undefined) return undefined;
  return {
    type,
    status: textAt(found, 'status') ?? '',
    reason: textAt(found, 'reason') ?? '',
    message: (textAt(found, 'message') ?? '').slice(0, MESSAGE_LENGTH_MAX),
    observedGeneration: numberAt(found, 'observedGeneration'),
  };
}

/** A condition in words. */
export function describeCondition({ type, status, reason, message }: Condition): string {
  return [`${type} is ${status}`, reason, message].filter((part) => part !== '').join(': ');
}

/** Whether a status speaks of an older state of its object. */
export function isOutdated(object: JsonObject, observed = numberAt(object, 'status', 'observedGeneration')): boolean {
  const generation = numberAt(object, 'metadata', 'generation');
  return observed !== undefined && generation !== undefined && observed < generation;
}

/** A count in a status; what isn't written is 0. */
export function countAt(object: JsonObject, ...path: readonly string[]): number {
  return numberAt(object, ...path) ?? 0;
}

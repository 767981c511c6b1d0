import { isObject, listAt, numberAt, textAt } from '../../../../resources/json-path';
import type { JsonValue } from '../../../../resources/resource';

/** One cause in the details of a status. */
export interface StatusCause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

/** The parts of a `meta/v1` Status that say why a request failed. */
export interface Status {
  readonly reason: string;
  readonly message: string;
  /** Resource (plural) and name that it is about; empty when it doesn't say. */
  readonly resource: string;
  readonly name: string;
  /** @default - the server doesn't say */
  readonly retryAfterSeconds?: number | undefined;
  readonly causes: readonly StatusCause[];
}

const MESSAGE_LENGTH_MAX = 1_000;
const CAUSES_MAX = 1_000;

/** Reads a Status; undefined when the value is none. */
export function readStatus(value: JsonValue | undefined): Status | undefined {
  if (!isObject(value) || value['kind'] !== 'Status') return undefined;
  const text = (...path: readonly string[]): string => clean(textAt(value, ...path) ?? '');
  return {
    reason: text('reason'),
    message: text('message'),
    resource: text('details', 'kind'),
    name: text('details', 'name'),
    retryAfterSeconds: numberAt(value, 'details', 'retryAfterSeconds'),
    causes: listAt(value, 'details', 'causes')
      .slice(0, CAUSES_MAX)
      .map((cause) => ({
        reason: clean(textAt(cause, 'reason') ?? ''),
        message: clean(textAt(cause, 'message') ?? ''),
        field: clean(textAt(cause, 'field') ?? ''),
      })),
  };
}

/** A text of the server as it may be shown: no control characters but line ends, and not boundless. */
export function clean(text: string): string {
  const plain = text.toWellFormed().replaceAll(/[^\P{C}\n]/gu, ' ');
  return plain.length > MESSAGE_LENGTH_MAX ? `${plain.slice(0, MESSAGE_LENGTH_MAX)}…` : plain;
}

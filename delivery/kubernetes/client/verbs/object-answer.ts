import { isObject } from '../../../../resources/json-path';
import type { JsonObject } from '../../../../resources/resource';
import { answered, failed, type ApiResult } from '../answer/api-failure';
import type { ApiKind } from '../kinds/api-kind';
import type { ApiAnswer, ApiCall } from '../request/call';

/** What a call is about, for its failures; the values of secrets stay out of them. */
export function subjectOf({ group, plural }: ApiKind, namespace: string | undefined): NonNullable<ApiCall['subject']> {
  return { plural, namespace, isSecret: group === '' && plural === 'secrets' };
}

/** Takes an answer for an object; one that is none is a failure. */
export function withObject<T>(
  result: ApiResult<ApiAnswer>,
  make: (object: JsonObject, answer: ApiAnswer) => T,
): ApiResult<T> {
  if (!result.ok) return result;
  const { value } = result.value;
  if (isObject(value)) return answered(make(value, result.value), result.warnings);
  return failed({ kind: 'bad-answer', message: 'no object', mayHaveHappened: true });
}

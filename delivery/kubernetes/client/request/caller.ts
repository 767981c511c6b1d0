import { setMaxListeners } from 'node:events';
import { canonicalText } from '../../../../resources/read/text/canonical-text';
import type { JsonValue } from '../../../../resources/resource';
import { answered, failed, type ApiFailure, type ApiResult, type Disturbance } from '../answer/api-failure';
import { parseAnswer } from '../answer/parse-answer';
import { readRefusal } from '../answer/read-refusal';
import { clean, readStatus } from '../answer/status';
import { sleep, type Outside } from '../outside';
import type { WireAnswer, WireFault, WireOutcome, WireRequest } from '../wire/wire';
import { backoff, type RetryPolicy } from './backoff';
import { pathOf, type ApiAnswer, type ApiCall } from './call';

/** How calls are made. */
export interface Calling {
  readonly send: (request: WireRequest) => Promise<WireOutcome>;
  readonly outside: Outside;
  readonly retries: RetryPolicy;
  readonly basePath: string;
  /** The longest that one try may take. */
  readonly timeoutMilliseconds: number;
  readonly answerBytesMax: number;
  /** Whether our own certificate has run out, which explains a refusal. */
  readonly isExpired: () => boolean;
}

/**
 * Makes one call and tries it again where that is safe: always when the server surely did nothing of it, else only what
 * is the same when done twice. Never rejects for what a server or a network may do.
 */
export async function makeCall(calling: Calling, call: ApiCall): Promise<ApiResult<ApiAnswer>> {
  const { outside, retries } = calling;
  if (call.signal !== undefined) setMaxListeners(0, call.signal);
  const request = wireRequest(calling, call);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await calling.send(request);
    const judged = judge(calling, call, outcome);
    if ('value' in judged) {
      const { value, status, warnings } = judged;
      return answered({ status, value, attempts: attempt }, warnings);
    }
    if (!judged.isPassing || attempt >= retries.attempts) return failed(judged.failure);
    const wait = backoff(retries, { attempt, retryAfterSeconds: judged.retryAfterSeconds }, outside.random);
    if (wait === undefined || !(await sleep(outside, wait, call.signal))) return failed(judged.failure);
  }
}

function wireRequest(calling: Calling, call: ApiCall): WireRequest {
  return {
    method: call.method,
    path: pathOf(calling.basePath, call),
    accept: call.accept ?? 'application/json',
    body: call.body === undefined ? undefined : { type: call.body.type, text: canonicalText(call.body.value) },
    timeoutMilliseconds: calling.timeoutMilliseconds,
    answerBytesMax: call.answerBytesMax ?? calling.answerBytesMax,
    signal: call.signal,
  };
}

type Judged =
  | { readonly value: JsonValue; readonly status: number; readonly warnings: readonly string[] }
  | {
      readonly failure: ApiFailure;
      /** Whether it may go by, and may be tried again. */
      readonly isPassing: boolean;
      readonly retryAfterSeconds?: number | undefined;
    };

function judge(calling: Calling, call: ApiCall, outcome: WireOutcome): Judged {
  if (!outcome.ok) return judgeFault(calling, call, outcome);
  const parsed = parseAnswer(outcome.body);
  const isGood = outcome.status >= 200 && outcome.status < 300;
  if (!isGood) return judgeRefusal(calling, call, { outcome, value: parsed.ok ? parsed.value : undefined });
  const { status, warnings } = outcome;
  if (parsed.ok) return { value: parsed.value, status, warnings: warnings.map(clean) };
  const failure: Disturbance = { kind: 'bad-answer', message: parsed.detail, mayHaveHappened: true };
  return parsed.mayBeCut ? judgeDisturbance(call, failure) : { failure, isPassing: false };
}

function judgeRefusal(
  calling: Calling,
  call: ApiCall,
  { outcome, value }: { readonly outcome: WireAnswer; readonly value: JsonValue | undefined },
): Judged {
  const status = readStatus(value);
  const failure = readRefusal(outcome.status, status, call.subject ?? { plural: '', isSecret: false });
  const retryAfterSeconds = outcome.retryAfterSeconds ?? status?.retryAfterSeconds;
  if (failure.kind === 'unauthorized' && calling.isExpired()) return { failure: clientExpired, isPassing: false };
  return 'mayHaveHappened' in failure
    ? judgeDisturbance(call, failure, retryAfterSeconds)
    : { failure, isPassing: false };
}

function judgeFault(calling: Calling, call: ApiCall, { kind, detail, mayHaveHappened }: WireFault): Judged {
  if (kind === 'lost' && !mayHaveHappened && calling.isExpired()) return { failure: clientExpired, isPassing: false };
  return judgeDisturbance(call, { kind, message: clean(detail), mayHaveHappened });
}

const PASSING = new Set<Disturbance['kind']>(['lost', 'timeout', 'unavailable', 'unreachable', 'bad-answer']);

function judgeDisturbance(call: ApiCall, failure: Disturbance, retryAfterSeconds?: number): Judged {
  const isSafe = call.repeat === 'always' || !failure.mayHaveHappened;
  return { failure, isPassing: PASSING.has(failure.kind) && isSafe, retryAfterSeconds };
}

const clientExpired: Disturbance = {
  kind: 'client-certificate-expired',
  message: 'our own certificate has expired',
  mayHaveHappened: false,
};

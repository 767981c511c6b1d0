import type { Finding, PolicyResult } from '../../../policies/evaluation';
import { tryParseJson } from '../../try-parse-json';

/**
 * The results in what a gate wrote of an evaluation, as far as comparisons and counts need them; undefined when the bytes
 * hold none. Members that nobody asks for are not looked at.
 */
export function tryReadResults(bytes: Buffer): readonly PolicyResult[] | undefined {
  const parsed = tryParseJson(bytes.toString('utf8'));
  const results = isObject(parsed) ? parsed['results'] : undefined;
  return Array.isArray(results) && results.every(isResult) ? results : undefined;
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const VACUOUS: readonly unknown[] = ['no', 'allowed', 'refused'] satisfies readonly PolicyResult['vacuous'][];

function isResult(value: unknown): value is PolicyResult {
  if (!isObject(value) || typeof value['policy'] !== 'string') return false;
  const { pass, skip, vacuous } = value;
  return (
    VACUOUS.includes(vacuous) &&
    Array.isArray(pass) &&
    ['fail', 'unknown', 'error'].every((name) => isList(value[name], isFinding)) &&
    isList(skip, (one) => isFinding(one) && 'exception' in one && typeof one.exception === 'string')
  );
}

function isList(value: unknown, isMember: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isMember);
}

function isFinding(value: unknown): value is Finding {
  if (!isObject(value)) return false;
  const { policy, subject, where, tenant } = value;
  const isNamed = [policy, subject, where].every((one) => typeof one === 'string');
  return isNamed && (tenant === undefined || typeof tenant === 'string');
}

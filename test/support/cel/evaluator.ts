/** What an engine of CEL says of one expression: true, false, or an error, which an API server counts as a refusal. */
export type CelVerdict = 'true' | 'false' | 'error';

/** An expression made ready by one engine; gives what it evaluates to, or undefined where that is an error. */
export type CelProgram = (variables: Readonly<Record<string, unknown>>) => unknown;

/** An engine of CEL that is not ours. */
export interface CelEngine {
  readonly name: string;
  /** Makes an expression ready; throws when it can't be read. */
  prepare(expression: string): CelProgram;
}

/** JSON as CEL sees it: whole numbers are integers, and what is null was never written. */
export function celValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(celValue);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(members.map(([key, one]) => [key, celValue(one)]));
}

/** A verdict from what a program returned. */
export function verdictOf(result: unknown): CelVerdict {
  return result === true ? 'true' : result === false ? 'false' : 'error';
}

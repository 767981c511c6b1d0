import type { JsonValue } from '../../../../resources/resource';
import type { Scalar } from '../scalar';

/** What the rule names for a test to compare with. */
export type Operand = Scalar | readonly Scalar[];

/** One way to test a value that is there: everything that the language must know of it stands in this one place. */
export interface ValueTest<O extends Operand = Operand> {
  /** Makes the test of values; undefined where the value is of a type that the test can’t judge. */
  compile(operand: O): (value: JsonValue) => boolean | undefined;
  /** The same test in CEL, of an expression whose value is there. */
  cel(value: string, operand: O): string;
  /** What is required, in few words. */
  want(operand: O): string;
  /** Values on both sides of every edge of the test. */
  near(operand: O): readonly JsonValue[];
  /** Operands that are nearly this one; a rule’s examples must tell them apart. */
  altered(operand: O): readonly O[];
  /** Upper bound of what the CEL costs beside reading its value, in units of the API server (cel-go). */
  cost(operand: O): number;
}

/** The longest text that the API server hands to a test; longer ones count as this long in cost estimates. */
export const TEXT_LENGTH_MAX = 1_024;

/** A literal of CEL. */
export function celLiteral(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  const escaped = value.replace(/[\\']/g, (one) => `\\${one}`).replaceAll('\n', String.raw`\n`);
  return `'${escaped}'`;
}

/** A list of CEL. */
export function celList(values: readonly Scalar[]): string {
  return `[${values.map((one) => celLiteral(one)).join(', ')}]`;
}

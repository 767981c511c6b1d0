import { z } from 'zod';
import type { Condition, ValueTree } from '../../language/tree';
import { testNames } from '../../language/value-tests/test-table';

const TEXT_MAX = 2_000;
const PARTS_MAX = 200;

/** A text of a rule. */
export const ruleText = z.string().max(TEXT_MAX);

const scalar = z.union([ruleText, z.number(), z.boolean()]);
const key = ruleText;

const valueTree: z.ZodType<ValueTree> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('object') }),
    z.strictObject({ kind: z.literal('bound'), name: key }),
    z.strictObject({ kind: z.literal('member'), of: valueTree, key }),
    z.strictObject({ kind: z.literal('entry'), of: valueTree, key }),
    z.strictObject({ kind: z.literal('namespace-label'), key }),
    z.strictObject({ kind: z.literal('default'), of: valueTree, value: scalar }),
  ]),
);

const lists = z.array(valueTree).min(1).max(PARTS_MAX);

/** The shape of a stated condition; nesting is bounded by who reads the JSON. */
export const conditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all'), of: z.array(conditionShape).max(PARTS_MAX) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(conditionShape).max(PARTS_MAX) }),
    z.strictObject({ kind: z.literal('not'), of: conditionShape }),
    z.strictObject({ kind: z.literal('exists'), value: valueTree }),
    z.strictObject({
      kind: z.literal('test'),
      test: z.enum(testNames),
      value: valueTree,
      operand: z.union([scalar, z.array(scalar).min(1).max(PARTS_MAX)]),
    }),
    z.strictObject({ kind: z.literal('same'), left: valueTree, right: valueTree }),
    z.strictObject({
      kind: z.enum(['every', 'some']),
      lists,
      over: z.enum(['items', 'keys']),
      name: key,
      body: conditionShape,
    }),
    z.strictObject({
      kind: z.literal('count'),
      lists,
      order: z.enum(['at-least', 'at-most']),
      number: z.int().min(-1_000).max(1_000_000),
    }),
  ]),
);

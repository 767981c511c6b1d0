import { z } from 'zod';
import { checkShape } from '../../facts/shape-problems';
import { systemFact } from '../../model/facts/system-fact';
import { tenantFact } from '../../model/facts/tenant-fact';
import type { Problem } from '../../model/problem';

function problemsOf(schema: z.ZodType, value: unknown): readonly Problem[] {
  const result = checkShape(schema, value, ['file']);
  return result.ok ? [] : result.problems;
}

/** The problems of a field `a` with the schema, in one line each. */
function sayField(schema: z.ZodType, value: unknown): readonly string[] {
  return problemsOf(z.strictObject({ a: schema }), { a: value }).map(
    ({ code, at, what, got, want, next }) => `${code} ${at.slice(1).join('/')} | ${what} | ${got} | ${want} | ${next}`,
  );
}

const forms = z.union([
  z.strictObject({ system: z.string(), zone: z.string() }),
  z.strictObject({ platform: z.enum(['dns', 'log']) }),
  z.literal('all'),
]);
const kinds = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leased'), provider: z.string() }),
  z.strictObject({ kind: z.literal('own') }),
]);

describe('checkShape()', () => {
  test('gives the value when nothing is wrong', () => {
    const value = {
      kind: 'ministry',
      code: 'G12',
      officialName: { vi: 'Bộ Y tế', en: 'Ministry of Health' },
      home: 'hoa-lac',
    };
    expect(checkShape(tenantFact, value, ['tenants/health'])).toEqual({ ok: true, value });
  });

  test('says everything that is wrong with a fact at once', () => {
    const value = { kind: 'ministri', code: 'g 12', oficialName: {}, home: 5 };
    const result = checkShape(tenantFact, value, ['tenants/health']);
    const lines = result.ok ? [] : result.problems.map(({ at, what, next }) => `${at.join('/')}: ${what}; ${next}`);
    expect(lines).toMatchInlineSnapshot(`
      [
        "tenants/health/kind: "kind" is not an allowed value; did you mean "ministry"?",
        "tenants/health/code: "code" is not written in its form; write 2 to 20 capital letters, digits, dots or hyphens",
        "tenants/health/officialName: "officialName" is missing; add "officialName"",
        "tenants/health/home: "home" is not a text; write lower-case letters, digits and hyphens, at most 20 characters, starting with a letter",
        "tenants/health/oficialName: "oficialName" is not a key of the fact; did you mean "officialName"?",
      ]
    `);
  });

  test('refuses an empty system in words only, without an exception', () => {
    expect(problemsOf(systemFact, {}).every(({ code }) => code === 'fact-key-missing')).toBe(true);
  });

  test('bounds the number of problems', () => {
    expect(
      problemsOf(
        z.array(z.string()),
        Array.from({ length: 5_000 }, () => 1),
      ),
    ).toHaveLength(200);
  });
});

describe('checkShape() has words for', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    [
      'a wrong kind',
      z.int().min(1).max(5),
      'x',
      '"a" is not a number | the text "x" | a whole number from 1 to 5 | write a whole number from 1 to 5',
    ],
    ['a number in quotes', z.int(), '5', '"a" is not a number | the text "5" | a whole number | remove the quotes: 5'],
    ['a fraction', z.int(), 1.5, '"a" is not a whole number | the number 1.5 | a whole number | write a whole number'],
    [
      'a list for an object',
      z.strictObject({ b: z.string() }),
      [1],
      '"a" is not an object | a list of 1 entry | an object with the key "b" | write an object with the key "b"',
    ],
    ['null', z.boolean(), null, '"a" is not true or false | null | true or false | write true or false'],
  ])('%s', (_, schema, value, words) => {
    expect(sayField(schema, value)).toEqual([`fact-kind-wrong a | ${words}`]);
  });

  test.each<[string, z.ZodType, unknown, string]>([
    [
      'a large number',
      z.number().max(0.5),
      2,
      'fact-too-large a | "a" is too large | the number 2 | a number, at most 0.5 | write at most 0.5',
    ],
    [
      'a small number',
      z.number().min(1),
      0,
      'fact-too-small a | "a" is too small | the number 0 | a number, at least 1 | write at least 1',
    ],
    [
      'an excluded bound',
      z.number().gt(0).lt(9),
      0,
      'fact-too-small a | "a" is too small | the number 0 | a number, above 0 and below 9 | write more than 0',
    ],
    [
      'a long text',
      z.string().max(3),
      'abcd',
      'fact-too-large a | "a" is too long | 4 characters: the text "abcd" | a text of at most 3 characters | write at most 3 characters',
    ],
    [
      'an empty text',
      z.string().min(1).max(9),
      '',
      'fact-too-small a | "a" is too short | 0 characters: an empty text | a text of 1 to 9 characters | write at least 1 character',
    ],
    [
      'a short list',
      z.array(z.string()).min(2),
      ['x'],
      'fact-too-small a | "a" is too short | a list of 1 entry | a list of at least 2 entries | write at least 2 entries',
    ],
    [
      'an exact length',
      z.array(z.int()).length(2),
      [1],
      'fact-too-small a | "a" is too short | a list of 1 entry | a list of 2 entries | write exactly 2 entries',
    ],
    [
      'a step',
      z.number().multipleOf(8),
      9,
      'fact-step-wrong a | "a" is not a multiple of 8 | the number 9 | a multiple of 8 | write a multiple of 8',
    ],
    [
      'a date',
      z.iso.date(),
      '1/5/2026',
      'fact-format-wrong a | "a" is not written in its form | the text "1/5/2026" | a date written YYYY-MM-DD | write a date written YYYY-MM-DD',
    ],
    [
      'a pattern',
      z.string().regex(/^x$/),
      'y',
      'fact-format-wrong a | "a" is not written in its form | the text "y" | a text of the form /^x$/ | write a text of the form /^x$/',
    ],
    [
      'a beginning',
      z.string().startsWith('p-'),
      'y',
      'fact-format-wrong a | "a" is not written in its form | the text "y" | a text that starts with "p-" | write a text that starts with "p-"',
    ],
    [
      'a choice',
      z.enum(['TCP', 'UDP']),
      'tcp',
      'fact-choice-unknown a | "a" is not an allowed value | the text "tcp" | one of "TCP", "UDP" | did you mean "TCP"?',
    ],
    [
      'a fixed value',
      z.literal(true),
      false,
      'fact-choice-unknown a | "a" is not an allowed value | false | true | write true',
    ],
    [
      'a table key',
      z.record(z.string().regex(/^k/), z.int()),
      { x: 1 },
      'fact-record-key a/x | the key "x" is not allowed | "x" | a text of the form /^k/ | write a text of the form /^k/',
    ],
    [
      'a table choice',
      z.partialRecord(z.enum(['red', 'blue']), z.int()),
      { bleu: 1 },
      'fact-key-unknown a/bleu | "bleu" is not a key of "a" | "bleu" | one of "blue", "red" | did you mean "blue"?',
    ],
    [
      'a check of its own',
      z.int().refine((one) => one > 5),
      1,
      'fact-value-refused a | "a" is not allowed here | the number 1 | a value that fits the rest of the fact | compare it with the values beside it',
    ],
    [
      'an unknown kind of union',
      kinds,
      { kind: 'leasd' },
      'fact-choice-unknown a/kind | "kind" is not an allowed value | the text "leasd" | one of "leased", "own" | did you mean "leased"?',
    ],
    [
      'a missing kind of union',
      kinds,
      {},
      'fact-key-missing a/kind | "kind" is missing | nothing | one of "leased", "own" | add "kind"',
    ],
    [
      'a missing key of the chosen kind',
      kinds,
      { kind: 'leased' },
      'fact-key-missing a/provider | "provider" is missing | nothing | a text | add "provider"',
    ],
    [
      'the form that was meant',
      forms,
      { platform: 'dnss' },
      'fact-choice-unknown a/platform | "platform" is not an allowed value | the text "dnss" | one of "dns", "log" | did you mean "dns"?',
    ],
    [
      'no form',
      forms,
      5,
      'fact-form-unknown a | "a" has none of the allowed forms | the number 5 | an object with the keys "system", "zone", or an object with the key "platform", or "all" | write an object with the keys "system", "zone", or an object with the key "platform", or "all"',
    ],
    [
      'two forms at once',
      z.xor([z.string(), z.string()]),
      'x',
      'fact-form-many a | "a" has 2 forms at once | the text "x" | a text, or a text | keep the keys of one form',
    ],
    [
      'an entry of a list',
      z.array(z.int()),
      [1, 'x'],
      'fact-kind-wrong a/1 | entry 2 of "a" is not a number | the text "x" | a whole number | write a whole number',
    ],
    [
      'a missing optional in its kind',
      z.string().optional(),
      1,
      'fact-kind-wrong a | "a" is not a text | the number 1 | a text | write a text',
    ],
  ])('%s', (_, schema, value, words) => {
    expect(sayField(schema, value)).toEqual([words]);
  });

  test('each mistake of the form that was meant', () => {
    expect(sayField(forms, { system: 'x', zon: 'y' }).map((line) => line.split(' | ').slice(0, 2).join(': '))).toEqual([
      'fact-key-missing a/zone: "zone" is missing',
      'fact-key-unknown a/zon: "zon" is not a key of "a"',
    ]);
  });

  test('entries of sets and maps, which facts never hold', () => {
    const [set] = problemsOf(z.set(z.int()), new Set(['x']));
    const [map] = problemsOf(z.map(z.date(), z.int()), new Map([[new Date(0), 'x']]));
    expect([set?.code, map?.code]).toEqual(['fact-kind-wrong', 'fact-entry-wrong']);
  });
});

describe('schemas of facts carry words', () => {
  test('with meta, before a check and before optional()', () => {
    const schema = z.string().meta({ want: 'a slug', next: 'use hyphens' }).regex(/^a$/).optional();
    expect(sayField(schema, 'b')).toEqual([
      'fact-format-wrong a | "a" is not written in its form | the text "b" | a slug | use hyphens',
    ]);
  });

  test('with the error of zod, on the schema or on a check', () => {
    const onCheck = z.string().refine((one) => one === 'x', { error: 'the text x' });
    expect(problemsOf(onCheck, 'y')).toMatchObject([{ want: 'the text x', code: 'fact-value-refused' }]);
    expect(problemsOf(z.string({ error: 'a name' }), 1)).toMatchObject([{ want: 'a name', next: 'write a name' }]);
  });

  test('and say them once when two checks of one field fail', () => {
    const schema = z.string().max(2).regex(/^a*$/).meta({ want: 'at most two a' });
    expect(problemsOf(schema, 'bbb')).toMatchObject([{ want: 'at most two a' }]);
  });
});

describe('what was got is shown', () => {
  test.each([
    ['cut after 80 characters', 'x'.repeat(500), `the text "${'x'.repeat(80)}…"`],
    ['with control characters escaped', 'a\u{1B}[31m\n', 'the text "a\\u001b[31m\\n"'],
    ['with direction marks escaped', 'a\u{202E}b', 'the text "a\\u{202e}b"'],
    ['with look-alike letters of other scripts escaped', 'p\u{430}y', 'the text "p\\u{430}y"'],
    ['with Vietnamese as it is', 'Bộ Y tế', 'the text "Bộ Y tế"'],
  ])('%s', (_, value, got) => {
    expect(problemsOf(z.int(), value)).toMatchObject([{ got }]);
  });
});

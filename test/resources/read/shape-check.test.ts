import fc from 'fast-check';
import { z } from 'zod';
import { manifestShape } from '../../../resources/read/manifest-shape';
import { modelShape } from '../../../resources/read/model-shape';
import { compileShape } from '../../../resources/read/shape-check';
import { healthyModel } from '../../support/healthy-model';

const digest = `sha256:${'0'.repeat(64)}`;
const manifest = {
  formatVersion: 1,
  environment: 'test',
  tools: { ndc: '0.1.0' },
  modelDigest: digest,
  factsDigest: digest,
  files: [
    {
      path: 'terraform/a/cdk.tf.json',
      engine: 'terraform',
      site: 'dc-north',
      wave: 1,
      digest,
      objects: [{ address: 'a.b', constructPath: 'x', tenant: 'p01', level: 3, source: 'f.ts:1' }],
    },
  ],
  digest,
};
/** A model with two members of each list; more of the same adds nothing. */
const model: unknown = JSON.parse(JSON.stringify(healthyModel()), (_, value: unknown) =>
  Array.isArray(value) ? value.slice(0, 2) : value,
);

/** Values that stand for whatever somebody may have written. */
const strange = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1.5, 6, Infinity, NaN, '', 'x'.repeat(500), '../x', 'dc-north', [], {}),
  fc.constantFrom(['a'], [[]], { kind: 'zone' }, { constructor: 'x' }, JSON.parse('{"__proto__":1}')),
);

function paths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))];
}

/** A copy with another value at a path; undefined takes the member away. */
function bend(value: unknown, [key, ...rest]: readonly string[], strangeValue: unknown): unknown {
  if (key === undefined) return strangeValue;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.map((one, index) => (String(index) === key ? bend(one, rest, strangeValue) : one));
  }
  const copy: Record<string, unknown> = { ...(value as object) };
  copy[key] = bend(copy[key], rest, strangeValue);
  if (copy[key] === undefined) delete copy[key];
  return copy;
}

describe('compileShape()', () => {
  it.each([
    ['manifest', manifestShape, manifest],
    ['model', modelShape, model],
  ])('says yes to a whole %s, and never to one that its shape refuses', (_, shape, whole) => {
    const check = compileShape(shape);
    expect(check(whole)).toBe(true);
    const places = paths(whole);
    fc.assert(
      fc.property(fc.nat(places.length - 1), strange, fc.constantFrom('', 'added'), (at, value, added) => {
        const place = places[at] ?? [];
        const bent = bend(whole, added === '' ? place : [...place, added], value);
        if (check(bent)) expect(shape.safeParse(bent).error?.issues ?? []).toEqual([]);
      }),
      { seed: 17, numRuns: 600 },
    );
  });

  it.each([
    ['a bound that stands twice', z.string().min(1).min(3), 'ab'],
    ['a length of a list', z.array(z.string()).max(1), ['a', 'b']],
    ['an open bound', z.number().gt(0), 0],
    ['a whole number', z.int(), 1.5],
    ['a date', z.iso.date(), '2026-02-30'],
    ['a check of its own', z.string().refine((one) => one !== 'x'), 'x'],
    ['a list with a check of its own', z.array(z.string()).refine((one) => one.length !== 1), ['x']],
    ['an object with a check of its own', z.strictObject({ a: z.string() }).refine(({ a }) => a !== 'x'), { a: 'x' }],
    ['a pattern', z.string().regex(/^a$/), 'b'],
    ['a pattern that keeps its place', z.string().regex(/a/g), 'b'],
    ['a member that isn’t there', z.looseObject({ a: z.unknown() }), 'none'],
    ['a member too many', z.strictObject({ a: z.string() }), { a: 'x', b: 1 }],
    ['a record', z.record(z.string(), z.string()), { a: 1 }],
  ])('keeps %s', (_, shape, value) => {
    expect(compileShape(shape)(value)).toBe(false);
    expect(shape.safeParse(value).success).toBe(false);
  });
});

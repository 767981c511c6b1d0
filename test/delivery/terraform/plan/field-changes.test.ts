import * as fc from 'fast-check';
import { fieldChanges } from '../../../../delivery/terraform/plan/field-changes';
import { markValues, withoutSecrets } from '../../../../resources/read/plan/marked-values';
import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** Each difference in one line: path, before, after. */
function linesOf(before: JsonObject, after: JsonObject): readonly string[] {
  return fieldChanges(before, after).map((one) => {
    const sides = [one.before, one.after].map((side) =>
      side.kind === 'value' ? JSON.stringify(side.value) : side.kind,
    );
    return `${one.path.join('.')}: ${sides.join(' -> ')}`;
  });
}

describe('fieldChanges()', () => {
  it('tells a changed, an added and a removed field by path', () => {
    const before = { spec: { hard: { pods: '10', cpu: '1' } }, kind: 'ResourceQuota' };
    const after = { spec: { hard: { pods: '20', memory: '1Gi' } }, kind: 'ResourceQuota' };
    expect(linesOf(before, after)).toEqual([
      'spec.hard.cpu: "1" -> absent',
      'spec.hard.memory: absent -> "1Gi"',
      'spec.hard.pods: "10" -> "20"',
    ]);
  });

  it('tells one added rule as one difference, wherever it stands', () => {
    expect(linesOf({ rules: [{ a: 1 }, { b: 2 }] }, { rules: [{ c: 3 }, { a: 1 }, { b: 2 }] })).toEqual([
      'rules.0: absent -> {"c":3}',
    ]);
  });

  it('goes into the one member of a list that changed', () => {
    expect(linesOf({ rules: [{ a: 1 }, { port: 80 }] }, { rules: [{ a: 1 }, { port: 443 }] })).toEqual([
      'rules.1.port: 80 -> 443',
    ]);
  });

  it('tells several changed members as gone and come', () => {
    expect(linesOf({ list: ['a', 'b', 'c'] }, { list: ['a', 'd'] })).toEqual([
      'list.1: "b" -> absent',
      'list.2: "c" -> absent',
      'list.1: absent -> "d"',
    ]);
  });

  it('tells another order of the same members', () => {
    expect(linesOf({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toEqual(['list: ["a","b"] -> ["b","a"]']);
  });

  it('tells an emptied field from a removed one', () => {
    expect(linesOf({ selector: { a: '1' } }, { selector: {} })).toEqual(['selector.a: "1" -> absent']);
    expect(linesOf({ selector: {} }, {})).toEqual(['selector: {} -> absent']);
  });

  const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, 1, '', 'a'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3 });

  it('finds nothing between an object and itself, and something between any two that differ', () => {
    fc.assert(
      fc.property(object, object, (one, other) => {
        expect(fieldChanges(one, structuredClone(one))).toEqual([]);
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(fieldChanges(one, other).length === 0).toBe(isSame);
      }),
    );
  });

  it('finds as many differences backwards as forwards', () => {
    fc.assert(
      fc.property(object, object, (one, other) => {
        expect(fieldChanges(one, other)).toHaveLength(fieldChanges(other, one).length);
      }),
    );
  });
});

describe('markValues()', () => {
  const secret = { data: { password: 'hunter2' }, metadata: [{ name: 'a' }] };

  it('hides a secret, and still tells that it changed', () => {
    const sensitive = { data: true };
    const [before, after] = [
      markValues(secret, { sensitive }),
      markValues({ ...secret, data: { password: 'other' } }, { sensitive }),
    ];
    expect(fieldChanges(before, after)).toEqual([
      { path: ['data'], before: { kind: 'redacted' }, after: { kind: 'redacted' } },
    ]);
    expect(fieldChanges(before, markValues(secret, { sensitive }))).toEqual([]);
    expect(JSON.stringify(withoutSecrets(before))).not.toContain('hunter2');
  });

  it('shows nothing of a list or map that holds a secret somewhere', () => {
    const [before, after] = [
      markValues({ list: [{ a: 'hunter2' }] }, { sensitive: { list: [{ a: true }] } }),
      markValues({ list: [] }, {}),
    ];
    expect(JSON.stringify(fieldChanges(before, after))).not.toContain('hunter2');
  });

  it('marks what is known only once it is applied, also where nothing stands yet', () => {
    const unknown = { metadata: [{ uid: true }], id: true };
    const marked = markValues({ metadata: [{ name: 'a' }] }, { unknown });
    const mark = { 'terraform:unresolved': 'known after apply' };
    expect(marked).toEqual({ id: mark, metadata: [{ name: 'a', uid: mark }] });
    expect(fieldChanges({ id: 'x' }, { id: mark })).toEqual([
      { path: ['id'], before: { kind: 'value', value: 'x' }, after: { kind: 'unknown' } },
    ]);
  });

  it('leaves values alone that no tree marks', () => {
    expect(markValues(secret, { unknown: { data: {} }, sensitive: { metadata: [{}] } })).toEqual(secret);
    expect(markValues(secret, { unknown: false, sensitive: false })).toEqual(secret);
  });
});

function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => sorted(one));
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

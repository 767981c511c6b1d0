import { diffServed } from '../../../../delivery/kubernetes/compare/diff-served';
import { printPath } from '../../../../delivery/kubernetes/compare/field-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { withWriters } from '../kit/served-object';

function changes(before: JsonObject, after: JsonObject): readonly (readonly [string, unknown, unknown])[] {
  return diffServed(before, after).map((change) => [printPath(change.path), change.before, change.after]);
}

describe('diffServed()', () => {
  it('leaves out status and what the server keeps for itself', () => {
    const object = (version: string): JsonObject => ({
      kind: 'X',
      metadata: { name: 'x', uid: version, resourceVersion: version, generation: 1, managedFields: [version] },
      status: { version },
    });
    expect(changes(object('1'), object('2'))).toEqual([]);
  });

  it('names fields that come, go and change', () => {
    const before = { metadata: { name: 'x', labels: { a: '1' } }, spec: { b: 1, c: null } };
    const after = { metadata: { name: 'x', labels: { d: '2' } }, spec: { b: 2, c: null } };
    expect(changes(before, after)).toEqual([
      ['.metadata.labels.a', '1', undefined],
      ['.metadata.labels.d', undefined, '2'],
      ['.spec.b', 1, 2],
    ]);
  });

  it('brings together the elements of a keyed list by their keys', () => {
    const pod = (...containers: readonly JsonObject[]): JsonObject => ({ spec: { containers } });
    const after = withWriters(pod({ name: 'b', image: '2' }, { name: 'c', image: '1' }), [
      { manager: 'ndc', fields: { 'f:spec': { 'f:containers': { 'k:{"name":"b"}': {}, 'k:{"name":"c"}': {} } } } },
    ]);
    const before = pod({ name: 'a', image: '1' }, { name: 'b', image: '1' });
    expect(changes({ ...before, metadata: {} }, after)).toEqual([
      ['.spec.containers[name="b"].image', '1', '2'],
      ['.spec.containers[name="c"]', undefined, { image: '1', name: 'c' }],
      ['.spec.containers[name="a"]', { image: '1', name: 'a' }, undefined],
    ]);
  });

  it('shows of a list that is one value only the elements that came and went', () => {
    const list = (...rules: readonly JsonValue[]): JsonObject => ({ spec: { rules } });
    expect(changes(list({ a: 1 }, { b: 1 }, { c: 1 }), list({ a: 1 }, { c: 1 }))).toEqual([
      ['.spec.rules[1]', { b: 1 }, undefined],
    ]);
    expect(changes(list({ a: 1 }), list({ a: 2 }))).toEqual([['.spec.rules[0].a', 1, 2]]);
  });
});

import type { Schema, SchemaSet } from '../../sandbox/schemas/schema-set';
import { StrictValidator } from '../../sandbox/schemas/strict-validator';

const objectMeta = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
    type: 'object',
    properties: { name: { type: 'string' }, labels: { type: 'object', additionalProperties: { type: 'string' } } },
  },
};

/** Pointers of what is illegal in a spec, by a schema of the spec. */
function illegalIn(schema: Schema, spec: unknown): readonly string[] {
  const kinds = { 'g/v1/K': { type: 'object', properties: { spec: schema, metadata: { type: 'object' } } } };
  const set: SchemaSet = { kinds, definitions: objectMeta };
  const verdict = new StrictValidator([set]).validate({ apiVersion: 'g/v1', kind: 'K', metadata: { name: 'a' }, spec });
  return verdict.kind === 'illegal' ? verdict.violations.map(({ pointer }) => pointer) : [];
}

describe('strict()', () => {
  const known = { a: { type: 'object', properties: { b: { type: 'string' } } } };

  it('refuses unknown fields at every level', () => {
    const schema = { type: 'object', properties: known };
    expect(illegalIn(schema, { a: { b: 'x' } })).toEqual([]);
    expect(illegalIn(schema, { a: { c: 'x' }, d: 1 })).toEqual(['/spec/a/c', '/spec/d']);
  });

  it('takes unknown fields exactly where the API server keeps them, not below', () => {
    const schema = { type: 'object', properties: known, 'x-kubernetes-preserve-unknown-fields': true };
    expect(illegalIn(schema, { d: 1, a: { c: 'x' } })).toEqual(['/spec/a/c']);
  });

  it('leaves choices open, because they only narrow the structure around them', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      anyOf: [{ properties: { a: { maxLength: 1 } }, required: ['a'] }, { required: ['b'] }],
    };
    expect(illegalIn(schema, { a: 'x', b: 'y' })).toEqual([]);
  });

  it('reads properties that are named like keywords as properties', () => {
    const schema = { type: 'object', properties: { default: known.a, not: known.a, properties: known.a } };
    expect(illegalIn(schema, { default: { c: 1 }, not: { c: 1 }, properties: { c: 1 } })).toEqual([
      '/spec/default/c',
      '/spec/not/c',
      '/spec/properties/c',
    ]);
  });

  it('takes an integer or a string and nothing else where Kubernetes says so', () => {
    const value = { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] };
    const schema = { type: 'object', properties: { a: value, b: value, c: value } };
    expect(illegalIn(schema, { a: 1, b: '50%', c: 1.5 })).toEqual(['/spec/c']);
  });

  it('holds an embedded object to a kind, a version and the metadata of Kubernetes', () => {
    const embedded = { type: 'object', 'x-kubernetes-embedded-resource': true };
    const open = { ...embedded, 'x-kubernetes-preserve-unknown-fields': true };
    const object = { apiVersion: 'v1', kind: 'K', metadata: { name: 'a', label: {} }, data: {} };
    expect(illegalIn(open, object)).toEqual(['/spec/metadata/label']);
    expect(illegalIn(embedded, object)).toEqual(['/spec/data', '/spec/metadata/label']);
    expect(illegalIn(open, { metadata: {} })).toEqual(['/spec/apiVersion', '/spec/kind']);
  });

  it('refuses the same value twice in a set and the same keys twice in a map', () => {
    const set = { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' };
    const map = { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a', 'b'] };
    const schema = { type: 'object', properties: { set, map } };
    expect(
      illegalIn(schema, {
        set: ['x', 'y'],
        map: [
          { a: 1, b: 1 },
          { a: 1, b: 2 },
        ],
      }),
    ).toEqual([]);
    expect(
      illegalIn(schema, {
        set: ['x', 'x'],
        map: [
          { a: 1, b: 1 },
          { a: 1, b: 1 },
        ],
      }),
    ).toEqual(['/spec/map', '/spec/set']);
  });

  it('reads an exclusive bound of OpenAPI 3.0', () => {
    const status = { type: 'integer', minimum: 100, maximum: 600, exclusiveMaximum: true };
    const schema = { type: 'object', properties: { low: status, high: status, over: status } };
    expect(illegalIn(schema, { low: 100, high: 599, over: 600 })).toEqual(['/spec/over']);
  });
});

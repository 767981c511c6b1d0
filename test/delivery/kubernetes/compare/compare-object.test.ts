import fc from 'fast-check';
import { compareObject } from '../../../../delivery/kubernetes/compare/compare-object';
import { printPath } from '../../../../delivery/kubernetes/compare/field-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { appliedByUs, withWriters } from '../kit/served-object';

const ours = new Set(['ndc']);

/** What differs, one line each: divergence, path, who has it. */
function differences(want: JsonObject, live: JsonObject): readonly string[] {
  return compareObject(want, live, ours).differences.map(({ divergence, path, owners }) =>
    [divergence, printPath(path), ...owners.map(({ manager }) => manager)].join(' '),
  );
}

const deployment = (container: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'd', namespace: 'one' },
  spec: { replicas: 2, ...more, template: { spec: { containers: [container] } } },
});
const containerFields = (fields: JsonObject): JsonObject => ({
  'f:spec': {
    'f:replicas': {},
    'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"app"}': { '.': {}, 'f:name': {}, ...fields } } } },
  },
});

describe('compareObject()', () => {
  it('finds an object equal in which the server filled in defaults and wrote quantities in its own way', () => {
    const want = deployment({
      name: 'app',
      ports: [{ containerPort: 80 }],
      resources: { limits: { cpu: '1000m', memory: '1024Mi' } },
      env: [{ name: 'E', value: '' }],
    });
    const live = deployment(
      {
        name: 'app',
        ports: [{ containerPort: 80, protocol: 'TCP' }],
        resources: { limits: { cpu: '1', memory: '1Gi' } },
        env: [{ name: 'E' }],
        terminationMessagePath: '/dev/termination-log',
      },
      { revisionHistoryLimit: 10 },
    );
    const fields = containerFields({
      'f:ports': { 'k:{"containerPort":80,"protocol":"TCP"}': { '.': {}, 'f:containerPort': {} } },
      'f:resources': { 'f:limits': { 'f:cpu': {}, 'f:memory': {} } },
      'f:env': { 'k:{"name":"E"}': { '.': {}, 'f:name': {}, 'f:value': {} } },
    });
    expect(differences(want, withWriters(live, [{ manager: 'ndc', fields }]))).toEqual([]);
  });

  it('tells a value that the server leaves out because it is zero from one that somebody took away', () => {
    const want = deployment({ name: 'app', stdin: false });
    const live = deployment({ name: 'app' });
    const still = withWriters(live, [{ manager: 'ndc', fields: containerFields({ 'f:stdin': {} }) }]);
    const gone = withWriters(live, [{ manager: 'ndc', fields: containerFields({}) }]);
    expect(differences(want, still)).toEqual([]);
    expect(differences(want, gone)).toEqual(['absent .spec.template.spec.containers[name="app"].stdin']);
  });

  it('names who changed, took and added a field', () => {
    const want = {
      kind: 'Namespace',
      metadata: { name: 'n', labels: { level: '3', site: 'a', zone: 'dmz' } },
    };
    const live = withWriters(
      { kind: 'Namespace', metadata: { name: 'n', labels: { level: '1', site: 'a', zone: 'dmz', hand: 'made' } } },
      [
        { manager: 'ndc', fields: { 'f:metadata': { 'f:labels': { 'f:zone': {} } } } },
        {
          manager: 'kubectl-label',
          operation: 'Update',
          fields: { 'f:metadata': { 'f:labels': { 'f:level': {}, 'f:hand': {} } } },
        },
        { manager: 'flux', fields: { 'f:metadata': { 'f:labels': { 'f:site': {} } } } },
      ],
    );
    expect(differences(want, live)).toEqual([
      'changed .metadata.labels.level kubectl-label',
      'taken .metadata.labels.site flux',
      'added .metadata.labels.hand kubectl-label',
    ]);
  });

  it('calls a field left that is still ours and no longer wanted', () => {
    const live = appliedByUs({ kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: '1', b: '2' } });
    expect(differences({ kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: '1' } }, live)).toEqual([
      'left .data.b',
    ]);
  });

  it('sees a rule that somebody put into a list that is one value, whatever it keeps of ours', () => {
    const rule = { ports: [{ port: 443 }] };
    const policy = (ingress: readonly JsonValue[]): JsonObject => ({
      kind: 'NetworkPolicy',
      metadata: { name: 'p' },
      spec: { ingress },
    });
    const byHand = (ingress: readonly JsonValue[]): JsonObject =>
      withWriters(policy(ingress), [
        { manager: 'kubectl-edit', operation: 'Update', fields: { 'f:spec': { 'f:ingress': {} } } },
      ]);
    expect(differences(policy([rule]), byHand([rule, {}]))).toEqual(['changed .spec.ingress kubectl-edit']);
    expect(differences(policy([rule]), byHand([{ ports: [{ port: 443 }, { port: 22 }] }]))).toEqual([
      'changed .spec.ingress[0].ports kubectl-edit',
    ]);
    expect(differences(policy([rule]), byHand([{ ...rule, from: [] }]))).toEqual(['taken .spec.ingress kubectl-edit']);
  });

  it('says when a list of ours holds more than is wanted, since that may be a default or a remnant', () => {
    const policy = (port: JsonObject): JsonObject => ({
      kind: 'NetworkPolicy',
      metadata: { name: 'p' },
      spec: { ingress: [{ ports: [port] }] },
    });
    const live = appliedByUs(policy({ port: 443, protocol: 'TCP' }));
    expect(compareObject(policy({ port: 443 }), live, ours)).toEqual({ differences: [], isFilled: true });
    expect(compareObject(policy({ port: 443, protocol: 'TCP' }), live, ours).isFilled).toBe(false);
  });

  it('sees elements that somebody put into a keyed list and into a set', () => {
    const want = deployment({ name: 'app' });
    const live = withWriters(
      {
        ...deployment({ name: 'app' }),
        metadata: { name: 'd', namespace: 'one', finalizers: ['a/b'] },
        spec: { replicas: 2, template: { spec: { containers: [{ name: 'app' }, { name: 'miner' }] } } },
      },
      [
        { manager: 'ndc', fields: containerFields({}) },
        {
          manager: 'hand',
          operation: 'Update',
          fields: {
            'f:metadata': { 'f:finalizers': { 'v:"a/b"': {} } },
            'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"miner"}': { '.': {} } } } } },
          },
        },
      ],
    );
    expect(differences(want, live)).toEqual([
      'added .metadata.finalizers hand',
      'added .spec.template.spec.containers[name="miner"] hand',
    ]);
  });

  it('sees that the order of a keyed list changed, since init containers run in it', () => {
    const list = (...names: readonly string[]): JsonObject => ({
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { initContainers: names.map((name) => ({ name })) },
    });
    const fields = (...names: readonly string[]): JsonObject => ({
      'f:spec': {
        'f:initContainers': Object.fromEntries(
          names.map((name) => [`k:{"name":"${name}"}`, { '.': {}, 'f:name': {} }]),
        ),
      },
    });
    const live = withWriters(list('b', 'a'), [{ manager: 'ndc', fields: fields('a', 'b') }]);
    expect(differences(list('a', 'b'), live)).toEqual(['changed .spec.initContainers']);
    const more = withWriters(list('a', 'x', 'b'), [
      { manager: 'ndc', fields: fields('a', 'b') },
      { manager: 'mesh', fields: fields('x') },
    ]);
    expect(differences(list('a', 'b'), more)).toEqual(['added .spec.initContainers[name="x"] mesh']);
  });

  it('leaves out status, and what is written there', () => {
    const want = { kind: 'X', metadata: { name: 'x' }, spec: { a: 1 }, status: { b: 1 } };
    const live = { ...appliedByUs({ kind: 'X', metadata: { name: 'x' }, spec: { a: 1 } }), status: { b: 2 } };
    expect(differences(want, live)).toEqual([]);
  });

  it('compares what is written as text into a secret with what is served', () => {
    const want = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'x' } };
    const live = appliedByUs({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { a: 'eA==' } });
    expect(differences(want, live)).toEqual([]);
    expect(differences({ ...want, stringData: { a: 'y' } }, live)).toEqual(['changed .data.a']);
  });

  it('says that an object is on its way out', () => {
    const body = { kind: 'X', metadata: { name: 'x' } };
    const live = { ...body, metadata: { name: 'x', deletionTimestamp: '2026-01-01T00:00:00Z' } };
    expect(differences(body, live)).toEqual(['changed .metadata.deletionTimestamp']);
  });
});

describe('the laws of compareObject()', () => {
  const leaf = fc.oneof(fc.string({ minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 99 }), fc.constant(true));
  const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      leaf,
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('tree'), { minKeys: 1, maxKeys: 3 }),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    ),
  }));
  const object = fc.dictionary(fc.constantFrom('x', 'y', 'z'), tree, { minKeys: 1 }).map((spec) => ({
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: 't' },
    spec,
  }));

  it('what was applied and not touched is equal', () => {
    fc.assert(
      fc.property(object, (body) => {
        expect(compareObject(body, appliedByUs(body), ours)).toEqual({ differences: [], isFilled: false });
      }),
    );
  });

  it('every changed leaf is found, and nothing else', () => {
    fc.assert(
      fc.property(object, fc.nat(), (body, seed) => {
        const leaves = leavesOf(body.spec, []);
        const at = leaves[seed % leaves.length] ?? [];
        const changed = { ...appliedByUs(body), spec: changeAt(body.spec, at) } as unknown as JsonObject;
        const found = compareObject(body, changed, ours).differences;
        expect(found.map(({ divergence }) => divergence)).toEqual(['changed']);
      }),
    );
  });

  function leavesOf(value: JsonValue, path: readonly string[]): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one as JsonValue, [...path, key]));
  }

  function changeAt(value: JsonValue, [step, ...rest]: readonly string[]): JsonValue {
    if (step === undefined) return 'changed to something else';
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((one, index) => (String(index) === step ? changeAt(one, rest) : one));
    }
    const map = value as JsonObject;
    return { ...map, [step]: changeAt(map[step] ?? null, rest) };
  }
});

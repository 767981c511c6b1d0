import fc from 'fast-check';
import { concernOf } from '../../../../delivery/kubernetes/compare/concern';
import { printPath, type FieldPath } from '../../../../delivery/kubernetes/compare/field-path';
import { isSameValue } from '../../../../delivery/kubernetes/compare/same-value';
import { redact } from '../../../../delivery/kubernetes/compare/secret-fields';
import type { JsonValue } from '../../../../resources/resource';

const path = (...fields: readonly string[]): FieldPath => fields.map((field) => ({ field }));

describe('printPath()', () => {
  it('writes a path as Kubernetes does', () => {
    const steps: FieldPath = [
      ...path('spec', 'ports'),
      { keys: { protocol: 'TCP', containerPort: 80 } },
      { field: 'a.b/c' },
      { index: 3 },
      { value: 'x' },
    ];
    expect(printPath(steps)).toBe('.spec.ports[containerPort=80,protocol="TCP"]."a.b/c"[3][="x"]');
  });
});

describe('isSameValue()', () => {
  it.each<[JsonValue, JsonValue, readonly string[], boolean]>([
    ['1000m', '1', ['resources', 'limits', 'cpu'], true],
    ['1005m', 1.005, ['resources', 'requests', 'cpu'], true],
    ['1024Mi', '1Gi', ['spec', 'hard', 'requests.memory'], true],
    ['1', '2', ['spec', 'hard', 'pods'], false],
    ['1000m', '1', ['metadata', 'labels', 'cpu'], false],
    ['1e3', '1000', ['spec', 'hard', 'pods'], false],
    [443, '443', ['spec', 'targetPort'], true],
    [443, '444', ['spec', 'targetPort'], false],
    [443, '443', ['spec', 'replicas'], false],
  ])('%j and %j at %j: %s', (want, got, fields, isSame) => {
    expect(isSameValue(want, got, path(...fields))).toBe(isSame);
  });
});

describe('redact()', () => {
  it('keeps the keys of a secret and hides its values', () => {
    const secret = { metadata: { name: 's' }, data: { password: 'aGk=', user: 'bWU=' } };
    expect(redact('Secret', [], secret)).toEqual({
      metadata: { name: 's' },
      data: { password: '(secret)', user: '(secret)' },
    });
    expect(redact('Secret', path('data', 'user'), 'bWU=')).toBe('(secret)');
    expect(redact('ConfigMap', path('data', 'user'), 'me')).toBe('me');
  });

  it('hides what is secret by its name, in any kind', () => {
    const spec = { password: 'a', passwordSecretRef: { name: 'b' }, files: [{ path: 'p', content: 'c' }] };
    expect(redact('Thing', path('spec'), spec)).toEqual({ ...spec, password: '(secret)' });
    expect(redact('KubeadmConfigTemplate', path('spec'), spec)).toEqual({
      ...spec,
      password: '(secret)',
      files: [{ path: 'p', content: '(secret)' }],
    });
  });

  it('hides variables of the environment that carry a secret, seen as a whole or alone', () => {
    const env = [
      { name: 'DB_PASSWORD', value: 'hunter2' },
      { name: 'DB_HOST', value: 'db' },
    ];
    expect(redact('Deployment', path('env'), env)).toEqual([
      { name: 'DB_PASSWORD', value: '(secret)' },
      { name: 'DB_HOST', value: 'db' },
    ]);
    const alone: FieldPath = [...path('env'), { keys: { name: 'DB_PASSWORD' } }, { field: 'value' }];
    expect(redact('Deployment', alone, 'hunter2')).toBe('(secret)');
  });

  it('hides the copy of an object that kubectl keeps in an annotation', () => {
    const annotation = 'kubectl.kubernetes.io/last-applied-configuration';
    expect(redact('X', path('metadata', 'annotations', annotation), '{}')).toBe('(secret)');
  });

  it('shows no value of a secret, however it is nested', () => {
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constant('hunter2'),
        fc.dictionary(fc.string(), tie('tree')),
        fc.array(tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tree), (data) => {
        const shown = JSON.stringify(redact('Secret', [], { data })) ?? '';
        expect(shown).not.toContain('hunter2');
      }),
    );
  });
});

describe('concernOf()', () => {
  it.each([
    ['Namespace', ['metadata', 'labels', 'pod-security.kubernetes.io/enforce'], 'pod-security'],
    ['Namespace', ['metadata', 'labels'], 'pod-security'],
    ['Namespace', ['metadata', 'labels', 'ndc.gov.vn/tenant'], 'whose-it-is'],
    ['Namespace', ['metadata', 'annotations', 'x'], undefined],
    ['NetworkPolicy', ['spec', 'ingress'], 'network'],
    ['CiliumNetworkPolicy', ['spec'], 'network'],
    ['ClusterRoleBinding', ['subjects'], 'access'],
    ['ValidatingAdmissionPolicyBinding', ['spec', 'validationActions'], 'admission'],
    ['ResourceQuota', ['spec', 'hard', 'pods'], 'quota'],
    ['Deployment', ['spec', 'replicas'], undefined],
  ])('%s %j: %s', (kind, fields, concern) => {
    expect(concernOf(kind, path(...fields))).toBe(concern);
  });
});

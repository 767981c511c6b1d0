import type { SchemaVerdict, StrictValidator } from '../../sandbox/schemas/strict-validator';
import { unvalidatedKinds } from '../../sandbox/schemas/sources';
import { describeWithSchemas, expectLegal } from '../support/schemas/kubernetes-schema';
import { customCases } from './cases/custom-cases';
import { kubernetesCases } from './cases/kubernetes-cases';
import { inNamespace } from './cases/schema-case';

/** Pointers of what is illegal; empty when nothing is. */
function pointers(verdict: SchemaVerdict): readonly string[] {
  return verdict.kind === 'illegal' ? verdict.violations.map(({ pointer }) => pointer) : [];
}

describeWithSchemas('StrictValidator', (validator: StrictValidator) => {
  it.each([...kubernetesCases, ...customCases])(
    'takes the legal form and points at the one wrong field of $name',
    ({ legal, illegal, at }) => {
      expect(validator.validate(legal)).toEqual({ kind: 'legal' });
      expect(pointers(validator.validate(illegal))).toEqual([at]);
    },
  );

  it('refuses a kind that no schema knows, and what is no object', () => {
    const message = 'must be of a kind that a schema knows';
    expect(validator.validate({ apiVersion: 'v9', kind: 'Nothing', ...inNamespace })).toEqual({
      kind: 'illegal',
      violations: [{ pointer: '', message, got: '"v9/Nothing"' }],
    });
    expect(validator.validate(null)).toEqual({ kind: 'illegal', violations: [{ pointer: '', message, got: '""' }] });
  });

  it('refuses versions that the API server no longer serves', () => {
    const object = { apiVersion: 'cluster.x-k8s.io/v1alpha4', kind: 'Cluster', ...inNamespace };
    expect(pointers(validator.validate(object))).toEqual(['']);
  });

  it('says why a kind without a definition is not validated, and only of kinds without one', () => {
    const host = { apiVersion: 'metal3.io/v1alpha1', kind: 'BareMetalHost', ...inNamespace };
    const reason = unvalidatedKinds.get('metal3.io/v1alpha1/BareMetalHost');
    expect(validator.validate(host)).toEqual({ kind: 'not-validatable', reason });
    expect(validator.kinds().filter((kind) => unvalidatedKinds.has(kind))).toEqual([]);
  });

  it('says what stands in the wrong place, all places at once', () => {
    const metadata = { name: 'Hà-Nội', namespace: 'b', labels: { 'a b': 'c' } };
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { port: 1 }, extra: 'x'.repeat(500) };
    expect(validator.validate(object)).toEqual({
      kind: 'illegal',
      violations: [
        { pointer: '/data/port', message: 'must be string', got: '1' },
        { pointer: '/extra', message: 'unknown field', got: `"${'x'.repeat(79)}…` },
        { pointer: '/metadata/labels/a b', message: 'must have a legal key', got: '"a b"' },
        {
          pointer: '/metadata/name',
          message: 'must be an RFC 1123 subdomain of at most 253 characters',
          got: '"Hà-Nội"',
        },
      ],
    });
  });

  it('holds annotations in custom resources to the same forms as in kinds of Kubernetes', () => {
    const metadata = { ...inNamespace.metadata, annotations: { 'a//b': 'x' } };
    const object = { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata, spec: {} };
    expect(pointers(validator.validate(object))).toContain('/metadata/annotations/a~1~1b');
  });
});

describeWithSchemas('expectLegal()', (validator: StrictValidator) => {
  it('names every violation of every object in one message', () => {
    const wrong = (name: string): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, datum: {} });
    expect(() => expectLegal(validator, [wrong('a'), wrong('b')])).toThrow(
      /ConfigMap a \/datum: unknown field, got \{\}[^]*ConfigMap b \/datum: unknown field, got \{\}/,
    );
  });
});

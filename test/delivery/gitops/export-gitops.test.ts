import { unresolved } from '../../../resources/json-path';
import type { Assembly } from '../../../resources/assembly';
import type { JsonObject } from '../../../resources/resource';
import { exportFor, valueOf, type GivenRequest } from './request';
import { assemblyOf, coreObject, smallFiles, type GivenFile } from './small-assembly';

function withObject(object: JsonObject, bend: Partial<GivenFile> = {}): readonly GivenFile[] {
  const [first, ...rest] = smallFiles;
  if (first === undefined) throw new Error('no file');
  return [{ ...first, ...bend, objects: [...first.objects, object] }, ...rest];
}

function refusal(assembly: Assembly, request: GivenRequest = {}): readonly string[] {
  const made = exportFor(assembly, request);
  return made.ok ? [] : made.problems.map(({ code, got }) => `${code}: ${got}`);
}

describe('exportGitops()', () => {
  it('gives each part a folder with one file a namespace and one a cluster-wide object', () => {
    const { files } = valueOf(exportFor(assemblyOf()));
    const inside = [...files.keys()].filter((path) => path.includes('dc-north-shared-0/4-canary/'));
    expect(inside.map((path) => path.slice('clusters/dc-north-shared-0/4-canary/'.length))).toEqual([
      'foundation/dc-north-shared-0-p01/kustomization.yaml',
      'foundation/dc-north-shared-0-p01/namespace-p01-proc-server.yaml',
      'foundation/dc-north-shared-0-p01/storageclass-system-procedures-p01.yaml',
      'kubernetes/dc-north-shared-0-p01-2/kustomization.yaml',
      'kubernetes/dc-north-shared-0-p01-2/namespace-p01-proc-server.yaml',
    ]);
    expect(
      files.get('clusters/dc-north-shared-0/4-canary/foundation/dc-north-shared-0-p01/namespace-p01-proc-server.yaml'),
    ).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Namespace
      metadata:
        name: p01-proc-server
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: quota
        namespace: p01-proc-server
      "
    `);
  });

  it('leaves the objects of Terraform to Terraform when it owns the foundation', () => {
    const { files, clusters, mark } = valueOf(exportFor(assemblyOf(), { foundation: 'terraform' }));
    expect([...files.values()].filter((text) => text.includes('kind: StorageClass'))).toEqual([]);
    expect(clusters.map(({ id, leftToTerraform }) => [id, leftToTerraform.map(({ part }) => part)])).toEqual([
      ['dc-north-management', ['dc-north-management-foundation']],
      ['dc-north-shared-0', ['dc-north-shared-0-foundation', 'dc-north-shared-0-p01']],
    ]);
    expect(mark.pulledSteps).toEqual([
      'canary/dc-north-shared-0/kubernetes/dc-north-shared-0-p01-2',
      'management/dc-north-management/kubernetes/platform-0',
      'platform/dc-north-shared-0/kubernetes/platform-1',
    ]);
  });

  it('gives the same bytes for the same assembly, in whatever order its objects come', () => {
    const assembly = assemblyOf();
    const again = { ...assembly, resources: assembly.resources.toReversed() };
    for (const engine of ['flux', 'argocd'])
      expect([...valueOf(exportFor(again, { engine })).files]).toEqual([
        ...valueOf(exportFor(assembly, { engine })).files,
      ]);
  });

  it('refuses an assembly with a secret, by whichever engine it would go', () => {
    const secret = { ...coreObject('Secret', 'key', 'platform-site'), stringData: { key: 'x' } };
    const want = ['secret-in-assembly: "dc-north-management/Secret/platform-site/key"'];
    expect(refusal(assemblyOf(withObject(secret)))).toEqual(want);
    expect(refusal(assemblyOf(withObject(secret)), { foundation: 'terraform' })).toEqual(want);
    expect(refusal(assemblyOf(withObject({ ...secret, stringData: {} })))).toEqual([]);
    expect(refusal(assemblyOf(withObject({ ...coreObject('Secret', 'key', 'a'), data: 'eA==' })))).toHaveLength(1);
  });

  it('refuses an assembly that departs from its manifest', () => {
    const integrity = [{ kind: 'digest-differs', file: 'a.yaml', address: '', detail: '' }] as const;
    expect(refusal(assemblyOf(smallFiles, { integrity }))).toEqual(['assembly-tampered: "a.yaml : digest-differs"']);
  });

  it('refuses as manifests what only Terraform can tell, and takes it when Terraform keeps it', () => {
    const object = { ...coreObject('ConfigMap', 'x', 'platform-site'), data: { a: unresolved('${random_id.x.hex}') } };
    expect(refusal(assemblyOf(withObject(object)))).toEqual([
      'only-terraform-can-tell: "dc-north-management/ConfigMap/platform-site/x"',
    ]);
    expect(refusal(assemblyOf(withObject(object)), { foundation: 'terraform' })).toEqual([]);
    const counted = assemblyOf();
    const resources = counted.resources.map((one) => ({ ...one, engineArguments: { count: 2 } }));
    expect(refusal({ ...counted, resources })).toHaveLength(1);
    const ordered = counted.resources.map((one) => ({ ...one, engineArguments: { depends_on: ['a.b'] } }));
    expect(refusal({ ...counted, resources: ordered })).toEqual([]);
  });

  it.each(['../../etc', 'a/b', 'A', '-x', 'a b', ''])('refuses a shard that is called %j', (shard) => {
    expect(refusal(assemblyOf(withObject(coreObject('Namespace', 'x'), { shard })))[0]).toMatch(/^unsafe-name: /);
  });

  it.each(['..', 'a/b', 'a%2fb', 'a\nb', 'ạ'])('refuses an object that is called %j', (name) => {
    expect(refusal(assemblyOf(withObject(coreObject('ConfigMap', name, 'x'))))[0]).toMatch(/^unsafe-object-name: /);
  });

  it.each(['\u0085', '\u2028', '\u2029'])(
    'refuses an object with the text %j, which kustomize would change',
    (text) => {
      const object = { ...coreObject('ConfigMap', 'x', 'platform-site'), data: { a: { b: [`x${text}y`] } } };
      expect(refusal(assemblyOf(withObject(object)))).toEqual([
        'text-that-changes: "dc-north-management/ConfigMap/platform-site/x"',
      ]);
    },
  );

  it('keeps long and unusual names apart as files', () => {
    const names = [`${'a'.repeat(100)}1`, `${'a'.repeat(100)}2`, 'system:a', 'system-a', 'A', 'a'];
    const role = (name: string): JsonObject => ({ ...coreObject('ClusterRole', name), rules: [] });
    const objects = names.map(role);
    const { files } = valueOf(
      exportFor(assemblyOf([{ path: 'a.yaml', cluster: 'dc-north-management', wave: 1, objects }, ...smallFiles])),
    );
    const made = [...files.keys()].filter((path) => path.includes('/clusterrole-'));
    expect(made).toHaveLength(names.length);
    expect(made.every((path) => /\/[a-z0-9-]{1,80}\.yaml$/.test(path))).toBe(true);
  });
});

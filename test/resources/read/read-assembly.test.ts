import { rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Assembly } from '../../../resources/assembly';
import { readAssembly } from '../../../resources/read/read-assembly';
import { writeAssembly, writeFile, type GivenFolder } from '../../support/assembly-kit';
import { healthyModel } from '../../support/healthy-model';

const foundation = {
  path: 'terraform/dc-north-shared-0-p01/cdk.tf.json',
  shard: 'dc-north-shared-0-p01',
  content: {
    provider: { kubernetes: [{ config_context: 'dc-north-shared-0' }] },
    resource: { kubernetes_namespace: { server: { metadata: { name: 'p01-proc-server' } } } },
    terraform: { backend: { local: {} } },
  },
  objects: [
    {
      address: 'kubernetes_namespace.server',
      constructPath: 'shard/server/namespace',
      tenant: 'p01',
      system: 'procedures-p01',
      zone: 'server',
      level: 3,
      source: 'systems/procedures.ts:4',
    },
  ],
} as const;
const baseline = {
  path: 'kubernetes/dc-north-shared-0/1-baseline/issuer.yaml',
  content: 'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: {name: internal}\n',
  objects: [{ address: 'ClusterIssuer/-/internal' }],
};
const leased = {
  path: 'cloudformation/leased.template.json',
  site: 'leased',
  content: { Resources: { Keys: { Type: 'AWS::KMS::Key', Properties: {} } }, Parameters: {} },
  objects: [{ address: 'Keys' }],
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function write(given: Partial<GivenFolder> = {}): string {
  const folder = writeAssembly({ files: [foundation, baseline, leased], ...given });
  folders.push(folder);
  return folder;
}

function read(folder: string): Assembly {
  const result = readAssembly(folder);
  if (!result.ok) throw new Error(result.problems.map((one) => `${one.at.join('/')}: ${one.got}`).join('\n'));
  return result.value;
}

function findings(folder: string): readonly string[] {
  return read(folder).integrity.map((one) => [one.kind, one.file, one.address].join(' ').trimEnd());
}

describe('readAssembly()', () => {
  it('reads every dialect, with what the manifest says of each object', () => {
    const assembly = read(write());
    expect(assembly.integrity).toEqual([]);
    expect(assembly.resources.map((one) => one.id)).toEqual([
      'dc-north-shared-0/ClusterIssuer/-/internal',
      'dc-north-shared-0/Namespace/-/p01-proc-server',
      'leased/AWS::KMS::Key/-/Keys',
    ]);
    expect(assembly.resources[1]).toMatchObject({
      site: 'dc-north',
      cluster: 'dc-north-shared-0',
      tenant: 'p01',
      system: 'procedures-p01',
      zone: 'server',
      level: 3,
      source: 'systems/procedures.ts:4',
      constructPath: 'shard/server/namespace',
      artifact: { file: foundation.path, engine: 'terraform', address: 'kubernetes_namespace.server' },
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'p01-proc-server' } },
    });
  });

  it('keeps what stands beside the objects of a file', () => {
    const files = new Map(read(write()).files.map((one) => [one.path, one]));
    expect(files.get(foundation.path)).toMatchObject({
      shard: 'dc-north-shared-0-p01',
      terraformConfig: {
        provider: { kubernetes: [{ config_context: 'dc-north-shared-0' }] },
        terraform: { backend: { local: {} } },
      },
    });
    expect(files.get(leased.path)?.templateConfig).toEqual({ Parameters: {} });
  });

  it('gives the model back as it was written', () => {
    expect(read(write()).model).toEqual(JSON.parse(JSON.stringify(healthyModel())));
  });

  it('reads one that a program wrote which knew other classes of risk: changes start from it', () => {
    const model = healthyModel();
    const { 'other-changed': need, ...rest } = model.approvals.needs;
    const needs = { ...rest, 'risk-of-tomorrow': need } as unknown as typeof model.approvals.needs;
    const assembly = read(write({ model: { ...model, approvals: { ...model.approvals, needs } } }));
    expect(assembly.model.approvals.needs).toEqual(needs);
    expect(assembly.integrity).toEqual([]);
  });

  it('lists types that no dialect knows, and keeps their objects', () => {
    const content = { resource: { kubernetes_manifest: { m: {} } } };
    const assembly = read(
      write({ files: [{ path: 'terraform/a/cdk.tf.json', content, objects: [{ address: 'kubernetes_manifest.m' }] }] }),
    );
    expect(assembly.unknownKinds).toEqual(['kubernetes_manifest']);
    expect(assembly.resources).toHaveLength(1);
  });

  it('finds an object that was deleted from its file', () => {
    const folder = write();
    writeFile(folder, baseline.path, '');
    expect(findings(folder)).toEqual([
      `digest-differs ${baseline.path}`,
      `missing-object ${baseline.path} ClusterIssuer/-/internal`,
    ]);
  });

  it('finds a file that was deleted, with each of its objects', () => {
    const folder = write();
    unlinkSync(join(folder, baseline.path));
    expect(findings(folder)).toEqual([
      `missing-file ${baseline.path}`,
      `missing-object ${baseline.path} ClusterIssuer/-/internal`,
    ]);
  });

  it('finds a file and an object that the manifest does not know', () => {
    const folder = write();
    writeFile(folder, 'kubernetes/dc-north-shared-0/1-baseline/extra.yaml', 'a: 1\n');
    writeFile(
      folder,
      baseline.path,
      `${baseline.content}---\napiVersion: v1\nkind: Pod\nmetadata: {name: spy, namespace: kube-system}\n`,
    );
    expect(findings(folder)).toEqual([
      'unlisted-file kubernetes/dc-north-shared-0/1-baseline/extra.yaml',
      `digest-differs ${baseline.path}`,
      `unlisted-object ${baseline.path} Pod/kube-system/spy`,
    ]);
    expect(read(folder).resources.map((one) => one.kind)).toContain('Pod');
  });

  it('finds a file that can not be read, and reads the others', () => {
    const folder = write();
    writeFile(folder, baseline.path, 'a: *b\n');
    expect(findings(folder)).toContain(`unreadable-file ${baseline.path}`);
    expect(read(folder).resources).toHaveLength(2);
  });

  it('finds bytes that are no UTF-8', () => {
    const folder = write();
    writeFileSync(join(folder, baseline.path), Buffer.from([0xff, 0xfe, 0x00]));
    expect(findings(folder)).toContain(`unreadable-file ${baseline.path}`);
  });

  it('finds two objects of one id', () => {
    const twin = { ...baseline, path: 'kubernetes/dc-north-shared-0/1-baseline/twin.yaml' };
    expect(findings(write({ files: [baseline, twin] }))).toEqual([
      `duplicate-object ${twin.path} ClusterIssuer/-/internal`,
    ]);
  });

  it('finds a model that was changed', () => {
    const folder = write();
    writeFile(folder, 'model.json', JSON.stringify({ ...healthyModel(), flows: [] }));
    expect(findings(folder)).toEqual(['model-digest-differs model.json']);
  });

  it('finds facts that were changed', () => {
    const folder = write();
    writeFile(folder, 'facts.json', JSON.stringify({ nation: { file: 'nation.ts', value: {}, lines: {} } }));
    expect(findings(folder)).toEqual(['facts-digest-differs facts.json']);
  });

  it('finds a manifest that was changed', () => {
    const folder = write();
    const tampered = JSON.stringify({
      digest: `sha256:${'0'.repeat(64)}`,
      environment: 'test',
      files: [],
      formatVersion: 1,
      modelDigest: `sha256:${'0'.repeat(64)}`,
      factsDigest: `sha256:${'0'.repeat(64)}`,
      tools: {},
    });
    writeFile(folder, 'manifest.json', tampered);
    expect(findings(folder)).toEqual(
      expect.arrayContaining(['manifest-digest-differs manifest.json', `unlisted-file ${baseline.path}`]),
    );
  });

  it('follows no symbolic link', () => {
    const folder = write();
    unlinkSync(join(folder, baseline.path));
    symlinkSync('/etc/hostname', join(folder, baseline.path));
    expect(findings(folder)).toEqual(
      expect.arrayContaining([`symbolic-link ${baseline.path}`, `missing-file ${baseline.path}`]),
    );
  });

  it('refuses a file beyond the bound without reading it', () => {
    const folder = write();
    truncateSync(join(folder, baseline.path), 256 * 2 ** 20 + 1);
    expect(read(folder).integrity).toContainEqual({
      kind: 'unreadable-file',
      file: baseline.path,
      address: '',
      detail: '268435457 bytes, at most 268435456 are read',
    });
  });

  it.each(['../outside.yaml', '/etc/passwd', 'a/../../b', 'a//b', 'a/./b', 'a\\b', '', 'a\u0000b'])(
    'refuses the path %j in the manifest',
    (path) => {
      const folder = write({
        bendManifest: (one) => ({ ...one, files: one.files.map((file) => ({ ...file, path })) }),
      });
      expect(readAssembly(folder)).toMatchObject({
        ok: false,
        problems: [{ at: ['manifest.json', 'files', 0, 'path'] }, {}, {}],
      });
    },
  );

  it.each([
    [
      'a folder that is not there',
      (folder: string) => rmSync(join(folder, '..', 'nowhere'), { force: true, recursive: true }),
      'nowhere',
    ],
    ['a missing manifest', (folder: string) => unlinkSync(join(folder, 'manifest.json')), ''],
    ['a missing model', (folder: string) => unlinkSync(join(folder, 'model.json')), ''],
    [
      'a manifest with a key twice',
      (folder: string) => writeFile(folder, 'manifest.json', '{"digest":"a","digest":"b"}'),
      '',
    ],
    ['a model of another shape', (folder: string) => writeFile(folder, 'model.json', '{"systems":{}}'), ''],
  ])('refuses %s', (_, bend, suffix) => {
    const folder = write();
    bend(folder);
    const result = readAssembly(suffix === '' ? folder : join(folder, '..', suffix));
    expect(result.ok).toBe(false);
  });

  it('refuses a link in place of the manifest', () => {
    const folder = write();
    unlinkSync(join(folder, 'manifest.json'));
    symlinkSync(join(folder, 'model.json'), join(folder, 'manifest.json'));
    expect(readAssembly(folder)).toMatchObject({ ok: false, problems: [{ got: "can't be opened: ELOOP" }] });
  });

  it('answers any JSON in place of manifest or model with problems', () => {
    const folder = write();
    fc.assert(
      fc.property(fc.constantFrom('manifest.json', 'model.json'), fc.json(), (name, text) => {
        writeFile(folder, name, text);
        expect(readAssembly(folder).ok).toBe(false);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it('answers a model with one wrong part by its place, or reads it', () => {
    const folder = write();
    const model = JSON.parse(JSON.stringify(healthyModel())) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(model)), fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        writeFile(folder, 'model.json', JSON.stringify({ ...model, [key]: value }));
        const result = readAssembly(folder);
        if (!result.ok) expect(result.problems.map((one) => one.at.slice(0, 2))).toContainEqual(['model.json', key]);
        else expect(value).toEqual(key === 'environment' ? expect.any(String) : []);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

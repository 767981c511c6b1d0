import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goModuleFolder } from '../../../sandbox/go-modules';
import { readCachedSchemas } from '../../../sandbox/schemas/acquire';
import {
  customResourceDefinitions,
  definedKinds,
  definitionSources,
  definitionsText,
} from '../../../sandbox/schemas/definitions';
import { schemaSources, unvalidatedKinds, type DefinitionSource } from '../../../sandbox/schemas/sources';
import { describeWithSchemas } from '../../support/schemas/kubernetes-schema';
import { schemaCacheFolder } from '../../support/schemas/schema-cache';

const wall = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: walls.example.vn }
spec:
  group: example.vn
  names: { kind: Wall }
  versions: [{ name: v1, served: true, schema: { openAPIV3Schema: { description: kept } } }, { name: v0, served: false }]
`;
const files = { 'walls.yaml': `${wall}---\nkind: Kustomization\n`, 'README.md': 'nothing' };
const digest = createHash('sha256')
  .update(definitionsText([wall]))
  .digest('hex');
const source: DefinitionSource = {
  id: 'walls',
  module: 'example.vn/walls',
  version: 'v1.0.0',
  form: 'crd',
  folders: ['crds'],
  digest: '',
  definitionsDigest: digest,
};

describe('customResourceDefinitions()', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ndc-definitions-'));
    mkdirSync(join(root, 'module', 'crds'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'module', 'crds', name), text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const moduleFolder = async (): Promise<string> => Promise.resolve(join(root, 'module'));
  const get = (bend: Partial<DefinitionSource> = {}) =>
    customResourceDefinitions({ cacheFolder: join(root, 'cache'), sources: [{ ...source, ...bend }], moduleFolder });

  it('gives definitions whole, with the texts that validation leaves out, and nothing else of the files', async () => {
    const got = await get();
    expect(got).toMatchObject({ ok: true, definitions: [{ metadata: { name: 'walls.example.vn' } }] });
    expect(JSON.stringify(got)).toContain('"description":"kept"');
    expect(readdirSync(join(root, 'cache'))).toEqual(['walls-v1.0.0.definitions.json']);
  });

  it('takes them from the cache once they are there, and never trusts a changed one', async () => {
    await get();
    rmSync(join(root, 'module'), { recursive: true });
    expect(await get()).toMatchObject({ ok: true });
    writeFileSync(join(root, 'cache', 'walls-v1.0.0.definitions.json'), '[]');
    expect(await get()).toMatchObject({ ok: false, reason: expect.stringContaining('ENOENT') as string });
  });

  it('refuses definitions with another digest than the pinned one and keeps nothing', async () => {
    const pinned = '0'.repeat(64);
    expect(await get({ definitionsDigest: pinned })).toEqual({
      ok: false,
      reason: `walls v1.0.0: the definitions of walls v1.0.0 have the digest ${digest}, pinned is ${pinned}`,
    });
    expect(readdirSync(root)).toEqual(['module']);
  });

  it('names the kinds of a definition by their served versions alone', async () => {
    const got = await get();
    expect(got.ok ? got.definitions.flatMap(definedKinds) : []).toEqual(['example.vn/v1/Wall']);
  });
});

describe('the list of sources', () => {
  it('names each source once, pinned to a release and to digests', () => {
    const ids = schemaSources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of definitionSources) {
      expect(one.version).toMatch(/^v\d+\.\d+\.\d+$/);
      expect([one.digest, one.definitionsDigest]).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
    }
  });
});

describeWithSchemas('the definitions that are installed', () => {
  it('are of the kinds that offline validation knows, no more and no fewer', async () => {
    const cacheFolder = schemaCacheFolder();
    const got = await customResourceDefinitions({ cacheFolder, moduleFolder: goModuleFolder });
    const schemas = readCachedSchemas(cacheFolder, definitionSources);
    const validated = schemas.ok ? schemas.sets.flatMap(({ kinds }) => Object.keys(kinds)) : [];
    const installed = got.ok ? got.definitions.flatMap(definedKinds) : [];
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.toSorted()).toEqual(validated.toSorted());
    for (const kind of unvalidatedKinds.keys()) expect(installed).not.toContain(kind);
  });
});

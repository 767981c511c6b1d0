import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { load } from 'js-yaml';
import { acquireSchemas, readCachedSchemas } from '../../../sandbox/schemas/acquire';
import type { SchemaSource } from '../../../sandbox/schemas/sources';

const definition = `
kind: CustomResourceDefinition
spec:
  group: example.vn
  names: { kind: Wall }
  versions:
    - name: v1
      served: true
      schema: { openAPIV3Schema: { type: object, description: left out, properties: { description: { type: string } } } }
    - name: v0
      served: false
      schema: { openAPIV3Schema: { type: object } }
`;
const extracted = {
  kinds: { 'example.vn/v1/Wall': { type: 'object', properties: { description: { type: 'string' } } } },
  definitions: {},
};

const digestOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

const source: SchemaSource = {
  id: 'walls',
  module: 'example.vn/walls',
  version: 'v1.0.0',
  form: 'crd',
  folders: ['crds'],
  digest: digestOf(extracted),
  definitionsDigest: digestOf([load(definition)]),
};

describe('acquireSchemas()', () => {
  let root = '';
  let cacheFolder = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ndc-schemas-'));
    cacheFolder = join(root, 'cache');
    mkdirSync(join(root, 'module', 'crds'), { recursive: true });
    writeFileSync(join(root, 'module', 'crds', 'walls.yaml'), definition);
    writeFileSync(join(root, 'module', 'crds', 'README.md'), 'no schema');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const fromModule = async (): Promise<string> => Promise.resolve(join(root, 'module'));
  const fromNowhere = async (): Promise<string> => Promise.reject(new Error('there is no go command on PATH'));

  it('takes served versions from the module without texts for people, and tells of it', async () => {
    const told: string[] = [];
    const progress = (text: string): void => void told.push(text);
    const got = await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromModule, progress });
    expect(got).toEqual({ ok: true, sets: [extracted] });
    expect(told).toEqual(['fetching the schemas of walls v1.0.0']);
    expect(readdirSync(cacheFolder)).toEqual(['walls-v1.0.0.definitions.json', 'walls-v1.0.0.json']);
  });

  it('asks nobody when the cache has what is pinned', async () => {
    await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromModule });
    const again = await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromNowhere });
    expect(again).toEqual({ ok: true, sets: [extracted] });
    expect(readCachedSchemas(cacheFolder, [source])).toEqual(again);
  });

  it('says plainly why schemas are unavailable', async () => {
    expect(await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromNowhere })).toEqual({
      ok: false,
      reason: 'walls v1.0.0: there is no go command on PATH',
    });
    expect(readCachedSchemas(cacheFolder, [source])).toEqual({ ok: false, reason: 'not in the cache: walls' });
  });

  it('refuses what has another digest than the pinned one and keeps nothing of it', async () => {
    const changed = { ...source, digest: '0'.repeat(64) };
    const got = await acquireSchemas({ cacheFolder, sources: [changed], moduleFolder: fromModule });
    expect(got).toEqual({
      ok: false,
      reason: `walls v1.0.0: the extracted schemas have the digest ${source.digest}, pinned is ${changed.digest}`,
    });
    expect(readCachedSchemas(cacheFolder, [changed])).toMatchObject({ ok: false });
  });

  it('never trusts a cache that was changed, and repairs it from the module', async () => {
    await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromModule });
    const path = join(cacheFolder, 'walls-v1.0.0.json');
    writeFileSync(path, '{"kinds":{"example.vn/v1/Wall":{}},"definitions":{}}');
    expect(readCachedSchemas(cacheFolder, [source])).toEqual({ ok: false, reason: 'not in the cache: walls' });
    await acquireSchemas({ cacheFolder, sources: [source], moduleFolder: fromModule });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(extracted);
  });
});

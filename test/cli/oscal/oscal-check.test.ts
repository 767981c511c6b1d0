import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../cli/main';
import { acquireNistSchema, readCachedNistSchema, type SchemaWay } from '../../../cli/oscal/acquire-nist-schema';
import { checkExitCode } from '../../../cli/oscal/check-exit-code';
import { nistSchema } from '../../../cli/oscal/nist-schema';
import { captureIo } from '../../support/capture-io';
import { describeWithOscalSchema } from '../../support/schemas/oscal-schema';
import { cacheFolder } from '../../support/schemas/schema-cache';
import { cleanSource, filesOf } from '../../reports/oscal/oscal-kit';

const work = mkdtempSync(join(tmpdir(), 'ndc-oscal-test-'));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function check(...argv: readonly string[]): Promise<Ran> {
  const captured = captureIo({ cwd: work, environment: { NDC_CACHE: cacheFolder() } });
  const code = await main(['oscal', 'check', ...argv], captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

beforeAll(() => {
  for (const [path, bytes] of filesOf(cleanSource())) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), bytes);
  }
  writeFileSync(join(work, 'broken.json'), '{"catalog": {');
  writeFileSync(join(work, 'other.json'), '{"a": 1}');
  writeFileSync(
    join(work, 'wrong.json'),
    JSON.stringify({ catalog: { uuid: 'x', metadata: { title: 'a\u001b[31m' } } }),
  );
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const english = (): readonly string[] => readdirSync(join(work, 'en')).map((name) => `en/${name}`);

describe('ndc oscal check', () => {
  it('says that nothing was validated where the schema is left out', async () => {
    const { code, out, err } = await check(...english(), '--without-schema');
    expect(err).toContain(
      'no problem was found; not validated against NIST’s schema: left out, as --without-schema asks',
    );
    expect(code).toBe(0);
    expect(out).toContain('en/catalog.json: catalog, OSCAL 1.2.3\n');
    expect(out).toContain(`${english().length} documents, not validated against NIST’s schema`);
  });

  it('tells as JSON what was checked and how', async () => {
    const { code, out } = await check('en/profile.json', 'en/catalog.json', '--without-schema', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: 'en/profile.json', model: 'profile', version: '1.2.3' },
        { file: 'en/catalog.json', model: 'catalog', version: '1.2.3' },
      ],
      schema: { isValidated: false },
      problems: [],
    });
  });

  it('ends with 1 where something is wrong, and shows nothing that acts on a terminal', async () => {
    const { code, out, err } = await check('wrong.json', '--without-schema');
    expect(code).toBe(1);
    expect(err).toContain('wrong.json:1:20: oscal-uuid-malformed');
    expect(out + err).not.toContain('\u001b');
  });

  it('ends with 1 on JSON that is no OSCAL', async () => {
    const { code, err } = await check('other.json', '--without-schema');
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      'other.json:1:1: oscal-model-unknown: the file is no document of OSCAL',
    ]);
  });

  it('refuses a file that is not there, is a link, or is no JSON, with 2', async () => {
    symlinkSync(join(work, 'en/catalog.json'), join(work, 'link.json'));
    for (const name of ['absent.json', 'link.json', 'broken.json', 'en']) {
      const { code, err } = await check(name, 'en/catalog.json', '--without-schema');
      expect([name, code]).toEqual([name, 2]);
      expect(err).toContain(name);
    }
  });

  it('refuses no file and an action that is none, with 2', async () => {
    const captured = captureIo({ cwd: work });
    expect(await main(['oscal', 'check'], captured.io)).toBe(2);
    expect(await main(['oscal', 'chek', 'x.json'], captured.io)).toBe(2);
    expect(captured.err()).toContain('oscal-action-unknown');
  });

  it('finds a change to the file of evaluations', async () => {
    writeFileSync(join(work, 'evaluations.json'), '{}');
    const { code, err } = await check(...english(), '--without-schema');
    expect(code).toBe(1);
    expect(err).toContain('oscal-hash-differs');
  });
});

describe('checkExitCode()', () => {
  it('calls nothing clean that was not validated, unless the schema was left out on purpose', () => {
    const clean = { isUnreadable: false, problems: [] };
    const missing = { ok: false, reason: 'no network' } as const;
    expect(checkExitCode(clean, missing, false)).toBe(3);
    expect(checkExitCode(clean, missing, true)).toBe(0);
    expect(checkExitCode(clean, { ok: true, text: '' }, false)).toBe(0);
  });
});

describe('acquireNistSchema()', () => {
  const text = '{"definitions":{}}';
  const schema = { ...nistSchema, version: '0', digest: createHash('sha256').update(text).digest('hex') };
  const way = (title: string, content: string): SchemaWay => ({
    title,
    get: (_, folder) => {
      writeFileSync(join(folder, 'x'), content);
      return Promise.resolve(join(folder, 'x'));
    },
  });
  const unreachable: SchemaWay = { title: 'nowhere', get: () => Promise.reject(new Error('no network')) };

  it('takes the first way that gives the pinned file, and keeps it', async () => {
    const own = join(work, 'cache-1');
    const ways = [unreachable, way('another', '{}'), way('right', text)];
    expect(await acquireNistSchema({ cacheFolder: own, schema, ways })).toEqual({ ok: true, text });
    expect(await acquireNistSchema({ cacheFolder: own, schema, ways: [unreachable] })).toEqual({ ok: true, text });
    expect(readCachedNistSchema(own, schema)).toEqual({ ok: true, text });
  });

  it('refuses every other file, and says why each way failed', async () => {
    const own = join(work, 'cache-2');
    const got = await acquireNistSchema({ cacheFolder: own, schema, ways: [unreachable, way('another', '{}')] });
    expect(got).toMatchObject({ ok: false });
    expect(got.ok ? '' : got.reason).toMatch(/^nowhere: no network; another: the schemas of OSCAL 0 have the digest /);
    expect(readCachedNistSchema(own, schema)).toEqual({ ok: false, reason: 'not in the cache' });
  });
});

describeWithOscalSchema('ndc oscal check with NIST’s schema', () => {
  it('refuses what only the schema knows, at its place', async () => {
    writeFileSync(join(work, 'extra.json'), '{\n  "catalog": {\n    "more": 1\n  }\n}');
    const { code, err } = await check('extra.json');
    expect(code).toBe(1);
    expect(err).toContain('extra.json:3:13: oscal-schema-violated');
    expect(err).toContain('validated against NIST’s schema of OSCAL 1.2.3');
  });
});

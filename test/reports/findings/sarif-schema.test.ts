import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { main } from '../../../cli/main';
import { captureIo } from '../../support/capture-io';

/** The schema of OASIS, as a package of Microsoft ships it; nothing else of that package is used. */
const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// It is written in draft 4 of JSON Schema and uses nothing that later drafts read otherwise but the names of its head.
const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;

// Patterns of the schema escape what needs none, which the strict mode of regular expressions refuses.
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
const validate = ajv.compile(schema);

const faultsOf = (log: unknown): readonly unknown[] => (validate(log) ? [] : (validate.errors ?? []));

const folder = mkdtempSync(join(tmpdir(), 'ndc-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PRIVILEGED =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: a, securityContext: {privileged: true}}\n';

async function gate(files: Readonly<Record<string, string>>): Promise<Log> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { io, out } = captureIo({ cwd: folder });
  await main(['gate', '--manifests', '.', '--format', 'sarif'], io);
  return JSON.parse(out()) as Log;
}

describe('ndc gate --format sarif', () => {
  it('is as the schema of SARIF 2.1.0 demands: findings, places, and what could not be read', async () => {
    const log = await gate({ 'a pod #1.yaml': PRIVILEGED, 'broken.yaml': 'a: 1\na: 2\n' });
    expect(faultsOf(log)).toEqual([]);
    const [run] = log.runs;
    const privileged = run?.results?.find(({ ruleId }) => ruleId === 'pods/disallow-privileged-containers');
    expect(privileged?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20pod%20%231.yaml' },
      region: { startLine: 6, startColumn: 45 },
    });
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
  });

  it('is tested by a schema that refuses what is none', async () => {
    const log = await gate({ 'a pod #1.yaml': PRIVILEGED });
    const results = log.runs[0]?.results?.map((one) => ({ ...one, level: 'fatal' }));
    expect(faultsOf({ ...log, runs: [{ ...log.runs[0], results }] })).not.toEqual([]);
    expect(faultsOf({ ...log, version: '2.0.0' })).not.toEqual([]);
  });
});

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gateAssembly } from '../../cli/gate-assembly';
import { loadModel } from '../../cli/load-model';
import { synthesize } from '../../synth/synthesize';
import { makeWorkplace } from '../support/written/workplace';
import { policyCatalog } from '../../policies/catalog';
import { ruleSetOf } from '../support/rule-set-of';

const { folder: root, remove } = makeWorkplace();
afterAll(remove);

const split = {
  'ndc-1': "[{ slot: 1, from: 'BO' }, { slot: 2, from: 'QG' }]",
  'ndc-2': "[{ slot: 3, from: 'BO-11' }]",
  'ndc-3': "[{ slot: 1, from: 'NB' }]",
} as const;

/** The facts of the sandbox with the equipment and the declarations of several shared clusters in each data center. */
function writeFacts(folder: string): void {
  cpSync(resolve(__dirname, '../../environments/sandbox'), folder, { recursive: true });
  for (const [site, entries] of Object.entries(split)) {
    const path = join(folder, 'sites', `${site}.ts`);
    const text = readFileSync(path, 'utf8').replaceAll(/count: (\d)/g, (_, count) => `count: ${Number(count) * 4}`);
    writeFileSync(path, text.replace('  serves:', `  sharedClusters: ${entries},\n  serves:`));
  }
}

describe('an environment with several shared clusters in each data center', () => {
  test('is derived, written and passed by the gate', async () => {
    const facts = join(root, 'facts');
    writeFacts(facts);
    const { model, locate } = loadModel({ name: 'facts', folder: facts, root });
    expect(model.clusters.filter(({ role }) => role === 'shared').map(({ id }) => id)).toEqual([
      'ndc-1-shared-0',
      'ndc-1-shared-1',
      'ndc-1-shared-2',
      'ndc-2-shared-0',
      'ndc-2-shared-3',
      'ndc-3-shared-0',
      'ndc-3-shared-1',
    ]);

    const folder = join(root, 'assembly');
    await synthesize(model, { folder, locate });
    const { evaluation } = gateAssembly(folder, ruleSetOf(policyCatalog), '2026-12-01');

    const findings = evaluation.results.flatMap(({ fail, unknown, error }) => [...fail, ...unknown, ...error]);
    expect(findings).toEqual([]);
    expect(evaluation.verdict).toBe('passed');
  });
});

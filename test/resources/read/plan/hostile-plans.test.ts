import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { evaluateObjects, objectRules } from '../../../../policies/object-rules';
import { readPlannedObjects } from '../../../../resources/read/plan/planned-objects';
import type { JsonValue } from '../../../../resources/resource';
import { eachPosition } from '../../../policies/engine/kit/each-position';
import { bendText, edits } from '../kit/bend-text';
import { ruleSetOf } from '../../../support/rule-set-of';

const folder = mkdtempSync(join(tmpdir(), 'ndc-hostile-plans-'));
const file = join(folder, 'plan.json');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const container = {
  name: 'main',
  image: 'x:1',
  env: [{ name: 'A', value: 'b' }],
  port: [{ container_port: 8080 }],
  security_context: [{ privileged: true, capabilities: [{ drop: ['ALL'] }] }],
  resources: [{ limits: { cpu: '1' } }],
};
const metadata = [{ name: 'web', namespace: 'n', labels: { a: 'b' } }];
const spec = [{ replicas: '2', template: [{ metadata, spec: [{ container: [container] }] }] }];
const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'a' }] } };

function change(type: string, after: object, marks: object): object {
  const one = { actions: ['create'], before: null, after, after_unknown: marks, after_sensitive: marks };
  return { address: `${type}.a`, mode: 'managed', type, change: one };
}

const plan = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  errored: false,
  resource_changes: [
    change('kubernetes_deployment_v1', { metadata, spec }, { spec: [{ template: [{ spec: [{ container: [{}] }] }] }] }),
    change('kubernetes_manifest', { manifest }, { manifest: { spec: { containers: [{ image: true }] } } }),
    change('kubernetes_secret', { metadata, data: { a: 'b' }, binary_data: {} }, { data: true }),
  ],
} as unknown as JsonValue;

const wild: readonly JsonValue[] = [
  null,
  true,
  -1,
  '${x}',
  'x'.repeat(2_000),
  [],
  [null],
  [[{}]],
  {},
  { constructor: true, toString: false, length: 3 },
  JSON.parse('{"__proto__":{"a":true}}') as JsonValue,
  { 'terraform:unresolved': 1 },
  { 'terraform:secret': 'x' },
];

/** Reads a text as a plan; gives what is wrong with the reading. */
function faultOf(text: string): string | undefined {
  writeFileSync(file, text);
  const found = readPlannedObjects(file);
  if (!found.ok) return found.problems.every(({ got }) => got.length > 0) ? undefined : 'no reason';
  const { integrity, resources } = found.value;
  if (integrity.some(({ detail }) => detail === '')) return 'no place';
  const { counts, results } = evaluateObjects({ ...found.value, rules: ruleSetOf(aFew), today: '2026-11-24' });
  if (counts.error > 0) return results.flatMap(({ error }) => error.map(({ got }) => got)).join();
  return resources.some(({ kind, name }) => typeof kind !== 'string' || typeof name !== 'string')
    ? 'no name'
    : undefined;
}

/** All of them are tried on wild objects elsewhere. */
const aFew = objectRules.filter((_, index) => index % 40 === 0);

describe('readPlannedObjects()', () => {
  it('reads or refuses a plan with any wild value at any place, and what it reads can be judged', () => {
    const faults: string[] = [];
    let read = 0;
    eachPosition(structuredClone(plan), wild, (bent, where) => {
      read += 1;
      const fault = faultOf(JSON.stringify(bent));
      if (fault !== undefined) faults.push(`${where}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(1_000);
  });

  it('reads or refuses a plan whose text was changed anywhere', () => {
    const text = JSON.stringify(plan, null, 1);
    fc.assert(
      fc.property(edits, (changes) => {
        expect(faultOf(bendText(text, changes).toWellFormed())).toBeUndefined();
        expect(readPlannedObjects(file)).toEqual(readPlannedObjects(file));
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('never passes what a mark of another shape hides', () => {
    const shapes: readonly JsonValue[] = [
      {},
      [],
      [[]],
      [{}, {}],
      { 0: {} },
      [{ container: {} }],
      [{ container: [[]] }],
    ];
    const privileged = shapes.map((marks) => {
      const one = change('kubernetes_pod_v1', { metadata, spec: [{ container: [container] }] }, { spec: marks });
      writeFileSync(file, JSON.stringify({ ...(plan as object), resource_changes: [one] }));
      const found = readPlannedObjects(file);
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const rules = objectRules.filter(({ id }) => id === 'pods/disallow-privileged-containers');
      return evaluateObjects({ ...found.value, rules: ruleSetOf(rules), today: '2026-11-24' }).counts;
    });
    expect(privileged.filter(({ pass }) => pass > 0)).toEqual([]);
    expect(privileged.filter(({ fail, unknown }) => fail + unknown === 0)).toEqual([]);
  });
});

import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { SHARD_RESOURCES_MAX } from '../../model/limits';
import type { Model } from '../../model/model';
import { defineUnits } from '../../stacks/define-units';
import type { Unit } from '../../stacks/unit';
import { buildUnit } from '../../synth/build-unit';
import { digest } from '../../synth/digest';
import { environmentModel } from '../environments/environment-model';
import { mapAt } from '../support/render-shard';

/** The resource types that a shard may hold: those that both releases of the provider plan and apply alike. */
const allowedTypes = [
  'kubernetes_cluster_role',
  'kubernetes_cluster_role_binding',
  'kubernetes_config_map',
  'kubernetes_limit_range',
  'kubernetes_namespace',
  'kubernetes_network_policy',
  'kubernetes_priority_class',
  'kubernetes_resource_quota',
  'kubernetes_role',
  'kubernetes_role_binding',
  'kubernetes_secret',
  'kubernetes_storage_class',
];

function textOf(unit: Unit): string {
  return buildUnit(unit, tmpdir()).text;
}

/** Digest of every file of units, by path. */
function digestsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  return new Map(units.map((unit) => [unit.path, digest(textOf(unit))]));
}

/** The model in which one commune has one core more in its parts: what an override of its quota makes of it. */
function withCommuneQuota(model: Model, commune: string): Model {
  const namespaces = model.namespaces.map((one) =>
    one.tenant === commune ? { ...one, quota: { ...one.quota, cpu: one.quota.cpu + 1 } } : one,
  );
  return { ...model, namespaces };
}

/** Paths whose bytes differ between two sets of units, and those that only one has. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}

/** The shard of a commune's part. */
function shardOf(model: Model, commune: string): string {
  const shards = new Set(model.namespaces.filter(({ tenant }) => tenant === commune).map(({ shard }) => shard));
  expect([...shards]).toHaveLength(1);
  return [...shards][0] ?? '';
}

describe('the shards of the sandbox', () => {
  const { model } = environmentModel('sandbox');
  const before = digestsOf(defineUnits(model));

  test('differ in exactly one when the quota of one commune changes', () => {
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const after = digestsOf(defineUnits(withCommuneQuota(model, commune)));
        expect(changed(before, after)).toEqual([`terraform/${shardOf(model, commune)}/cdk.tf.json`]);
      }),
      { seed: 9, numRuns: 3 },
    );
  });
});

describe('the shards of the nation', () => {
  const { model } = environmentModel('national');
  const shards = new Map(
    defineUnits(model)
      .filter(({ engine }) => engine === 'terraform')
      .map((unit) => {
        const text = textOf(unit);
        const types = Object.entries(mapAt(JSON.parse(text), 'resource'));
        const resources = types.reduce(
          (sum, [type]) => sum + Object.keys(mapAt(JSON.parse(text), 'resource', type)).length,
          0,
        );
        return [unit.path, { digest: digest(text), resources, types: types.map(([type]) => type) }] as const;
      }),
  );

  test('hold no more resources each than one plan can refresh in a reasonable time', () => {
    const over = [...shards].filter(([, { resources }]) => resources === 0 || resources > SHARD_RESOURCES_MAX);
    expect(over.map(([path, { resources }]) => `${path}: ${resources}`)).toEqual([]);
    expect(shards.size).toBeGreaterThan(150);
  });

  test('hold only the types that both releases of the provider know', () => {
    const types = new Set([...shards.values()].flatMap((shard) => shard.types));
    expect([...types].filter((type) => !allowedTypes.includes(type))).toEqual([]);
    expect(types).toContain('kubernetes_network_policy');
  });

  test('differ in exactly one when the quota of one commune changes, among those of its province and every twentieth', () => {
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const shard = shardOf(model, commune);
        const units = defineUnits(withCommuneQuota(model, commune)).filter(({ engine }) => engine === 'terraform');
        const province = shard.replace(/-communes-\d+$/, '');
        const near = units.filter((unit, index) => unit.shard?.startsWith(province) === true || index % 20 === 0);
        const differing = near.filter((unit) => digest(textOf(unit)) !== shards.get(unit.path)?.digest);
        expect(differing.map(({ path }) => path)).toEqual([`terraform/${shard}/cdk.tf.json`]);
        expect(near.length).toBeGreaterThan(8);
      }),
      { seed: 10, numRuns: 2 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SHARD_RESOURCES_MAX } from '../../model/limits';
import { defineUnits } from '../../stacks/define-units';
import { environmentModel } from '../environments/environment-model';
import { mapAt } from '../support/render-shard';
import { writtenAssembly, type WrittenAssembly } from '../support/written/written-assembly';
import { digestOf, digestsOf, shardOf, withCommuneQuota } from '../synth/shard-kit';

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

/** What stands in the file of a shard. */
interface Shard {
  readonly path: string;
  readonly types: readonly string[];
  /** Number of its resources. */
  readonly resources: number;
}

function readShard(folder: string, path: string): Shard {
  const resource = mapAt(JSON.parse(readFileSync(join(folder, path), 'utf8')), 'resource');
  const types = Object.keys(resource);
  return { path, types, resources: types.reduce((sum, type) => sum + Object.keys(mapAt(resource, type)).length, 0) };
}

describe('the shards of the nation', () => {
  const { model } = environmentModel('national');
  let written: WrittenAssembly;
  let shards: readonly Shard[];
  beforeAll(async () => {
    written = await writtenAssembly('national');
    shards = written.manifest.files
      .filter(({ engine }) => engine === 'terraform')
      .map(({ path }) => readShard(written.folder, path));
  });

  test('hold no more resources each than one plan can refresh in a reasonable time', () => {
    const over = shards.filter(({ resources }) => resources === 0 || resources > SHARD_RESOURCES_MAX);
    expect(over.map(({ path, resources }) => `${path}: ${resources}`)).toEqual([]);
    expect(shards.length).toBeGreaterThan(150);
  });

  test('hold only the types that both releases of the provider know', () => {
    const types = new Set(shards.flatMap((shard) => shard.types));
    expect([...types].filter((type) => !allowedTypes.includes(type))).toEqual([]);
    expect(types).toContain('kubernetes_network_policy');
  });

  test('differ in exactly one when the quota of one commune changes, among those of its province and every twentieth', () => {
    const before = digestsOf(written.manifest.files);
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const shard = shardOf(model, commune);
        const units = defineUnits(withCommuneQuota(model, commune)).filter(({ engine }) => engine === 'terraform');
        const province = shard.replace(/-communes-\d+$/, '');
        const near = units.filter((unit, index) => unit.shard?.startsWith(province) === true || index % 20 === 0);
        const differing = near.filter((unit) => digestOf(unit) !== before.get(unit.path));
        expect(differing.map(({ path }) => path)).toEqual([`terraform/${shard}/cdk.tf.json`]);
        expect(near.length).toBeGreaterThan(8);
      }),
      { seed: 10, numRuns: 2 },
    );
  });
});

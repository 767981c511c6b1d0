import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SHARD_RESOURCES_MAX } from '../../model/limits';
import type { Model } from '../../model/model';
import { defineUnits } from '../../stacks/define-units';
import type { Unit } from '../../stacks/unit';
import { buildUnit } from '../../synth/build-unit';
import { digest } from '../../synth/digest';
import { environmentModel } from '../environments/environment-model';
import { mapAt } from '../support/render-shard';
import { engineFolder } from '../support/run/scratch';
import { writtenAssembly, type WrittenAssembly } from '../support/written/written-assembly';

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

function digestOf(unit: Unit): string {
  return digest(buildUnit(unit, engineFolder()).text);
}

/** Digest of every file, by path. */
function digestsOf(files: readonly { readonly path: string; readonly digest: string }[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.path, file.digest]));
}

/** Digest of every file of units, built here and now, by path. */
function rebuild(units: readonly Unit[]): ReadonlyMap<string, string> {
  return digestsOf(units.map((unit) => ({ path: unit.path, digest: digestOf(unit) })));
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

/** The shard of a commune's part. */
function shardOf(model: Model, commune: string): string {
  const shards = new Set(model.namespaces.filter(({ tenant }) => tenant === commune).map(({ shard }) => shard));
  expect([...shards]).toHaveLength(1);
  return [...shards][0] ?? '';
}

describe('the shards of the sandbox', () => {
  const { model } = environmentModel('sandbox');
  let written: WrittenAssembly;
  beforeAll(async () => {
    written = await writtenAssembly('sandbox');
  });

  test('differ in exactly one when the quota of one commune changes', () => {
    const before = digestsOf(written.manifest.files);
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...communes), (commune) => {
        const after = rebuild(defineUnits(withCommuneQuota(model, commune)));
        expect(changed(before, after)).toEqual([`terraform/${shardOf(model, commune)}/cdk.tf.json`]);
      }),
      { seed: 9, numRuns: 3 },
    );
  });
});

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

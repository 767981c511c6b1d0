import { defineUnits } from '../../stacks/define-units';
import { waves } from '../../stacks/unit';
import { environmentModel } from '../environments/environment-model';

describe.each(['national', 'sandbox'] as const)('defineUnits() of %s', (environment) => {
  const { model } = environmentModel(environment);
  const units = defineUnits(model);

  test('gives every file a path of its own, in order, below the folder of its engine', () => {
    const paths = units.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].toSorted());
    expect(units.filter(({ engine, path }) => !path.startsWith(`${engine}/`))).toEqual([]);
    expect(paths.filter((path) => !/^[a-z0-9/.-]+$/.test(path) || path.includes('..'))).toEqual([]);
  });

  test('writes one state for each shard that holds namespaces, and one foundation for each cluster with tenants', () => {
    const shards = new Set(units.filter(({ engine }) => engine === 'terraform').map(({ shard }) => shard));
    const wanted = new Set(model.namespaces.map(({ shard }) => shard));
    expect([...wanted].filter((shard) => !shards.has(shard))).toEqual([]);
    expect(units.filter(({ engine }) => engine === 'terraform').map(({ path }) => path)).toEqual(
      [...shards].map((shard) => `terraform/${shard}/cdk.tf.json`).toSorted(),
    );
  });

  test('puts every Kubernetes file into the wave that its folder names, at a site that exists', () => {
    const sites = new Set(model.sites.map(({ id }) => id));
    for (const { engine, path, wave, site } of units) {
      expect(sites).toContain(site);
      if (engine === 'kubernetes') expect(path.split('/')[2]).toBe(waves[wave ?? -1]?.name);
    }
  });

  test('makes one template for each leased site', () => {
    const leased = model.sites
      .filter(({ kind }) => kind === 'leased')
      .map(({ id }) => `cloudformation/${id}.template.json`);
    expect(units.filter(({ engine }) => engine === 'cloudformation').map(({ path }) => path)).toEqual(leased);
  });
});

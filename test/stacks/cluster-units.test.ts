import { ApiObject, App } from 'cdk8s';
import { findOwnership } from '../../constructs/ownership';
import { clusterUnits } from '../../stacks/cluster-units';
import type { Unit } from '../../stacks/unit';
import { healthyModel } from '../support/healthy-model';
import { renderUnit } from '../support/render-construct';
import { mapAt, renderShardUnit } from '../support/render-shard';

const units = clusterUnits(healthyModel());

function unitsOf(cluster: string): readonly Unit[] {
  return units.filter((unit) => unit.cluster === cluster);
}

function foundationOf(cluster: string) {
  const unit = unitsOf(cluster).find((one) => one.engine === 'terraform');
  if (unit === undefined) throw new Error(`${cluster} has no foundation`);
  return renderShardUnit(unit);
}

describe('clusterUnits()', () => {
  test('gives a cluster of tenants a foundation and every part of the baseline', () => {
    expect(unitsOf('dc-north-shared-0').map((unit) => unit.path)).toMatchInlineSnapshot(`
[
  "terraform/dc-north-shared-0-foundation/cdk.tf.json",
  "kubernetes/dc-north-shared-0/1-baseline/admission.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/certificates.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/gateway.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/logging.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/monitoring.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/network.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/nodes.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/rules.yaml",
]
`);
  });

  test('gives a management cluster what applies to it', () => {
    const names = unitsOf('dc-north-management').map((unit) => unit.path.split('/').at(-1));
    expect(names).toEqual([
      'cdk.tf.json',
      'certificates.yaml',
      'logging.yaml',
      'monitoring.yaml',
      'network.yaml',
      'nodes.yaml',
      'rules.yaml',
    ]);
  });

  test('gives each platform namespace a quota, limits and a default denial', () => {
    const foundation = foundationOf('dc-north-shared-0');
    const namespaces = Object.keys(mapAt(foundation, 'kubernetes_namespace'));
    expect(namespaces).toHaveLength(8);
    for (const name of namespaces) {
      expect(mapAt(foundation, 'kubernetes_resource_quota')).toHaveProperty([`${name}_quota`]);
      expect(mapAt(foundation, 'kubernetes_limit_range')).toHaveProperty([`${name}_limits`]);
      expect(mapAt(foundation, 'kubernetes_network_policy')).toHaveProperty([`${name}_network_default-deny`]);
    }
  });

  test('writes Terraform types that every supported provider has, and no default storage class', () => {
    const types = new Set(['dc-north-shared-0', 'dc-north-management'].flatMap((id) => Object.keys(foundationOf(id))));
    expect([...types].toSorted()).toEqual([
      'kubernetes_cluster_role',
      'kubernetes_cluster_role_binding',
      'kubernetes_limit_range',
      'kubernetes_namespace',
      'kubernetes_network_policy',
      'kubernetes_priority_class',
      'kubernetes_resource_quota',
      'kubernetes_role_binding',
    ]);
  });

  test('states an owner for every object, at the level of a dedicated cluster', () => {
    const levelsOf = (cluster: string) => {
      const trees = unitsOf(cluster)
        .filter((unit) => unit.engine === 'kubernetes')
        .map((unit) => unit.define(new App()));
      const objects = trees.flatMap((tree) =>
        tree.node.findAll().filter((construct) => ApiObject.isApiObject(construct)),
      );
      return [...new Set(objects.map((object) => findOwnership(object).level))];
    };
    expect(levelsOf('dc-north-land')).toEqual([5]);
    expect(levelsOf('dc-north-shared-0')).toEqual([undefined]);
  });

  test('tells every image by the registry of the nation and a version', () => {
    const objects = units.filter((unit) => unit.engine === 'kubernetes').flatMap((unit) => renderUnit(unit));
    const images = [...JSON.stringify(objects).matchAll(/"image":"([^"]+)"/g)].map(([, image]) => image);
    expect(images.length).toBeGreaterThan(0);
    expect(images.filter((image) => !/^registry\.test\.gov\.vn\/[^:@]+:\d[\w.]*$/.test(image ?? ''))).toEqual([]);
  });

  test('writes no Secret', () => {
    const kinds = units
      .filter((unit) => unit.engine === 'kubernetes')
      .flatMap((unit) => renderUnit(unit).map((one) => one.kind));
    expect(kinds).not.toContain('Secret');
  });
});

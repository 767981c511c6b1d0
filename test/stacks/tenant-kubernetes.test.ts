import { ApiObject, App } from 'cdk8s';
import { findOwnership } from '../../constructs/ownership';
import type { Model } from '../../model/model';
import { planGuardrails } from '../../stacks/tenant-guardrails';
import { tenantShardUnits } from '../../stacks/tenant-shards';
import { healthyModel } from '../support/healthy-model';

/** The objects of the unit at a path. */
function objects(model: Model, path: string): readonly ApiObject[] {
  const unit = tenantShardUnits(model).find((one) => one.path === path);
  if (unit === undefined) throw new Error(`no unit at ${path}`);
  return unit
    .define(new App())
    .node.findAll()
    .filter((construct) => ApiObject.isApiObject(construct));
}

/** The healthy model in which the applications of p01 report to a collector that has a name only. */
function withNamedFlow(): Model {
  const model = healthyModel();
  return {
    ...model,
    flows: [
      ...model.flows,
      {
        id: 'procedures-p01/events',
        from: { kind: 'zone', system: 'procedures-p01', zone: 'server' },
        to: { kind: 'name', fqdn: 'siem.test.gov.vn' },
        ports: [{ port: 6514, protocol: 'TCP' }],
        reason: { vi: 'Gửi sự kiện', en: 'Sends events' },
        origin: ['systems/procedures', 'flows', 1],
      },
    ],
  };
}

const shard = 'kubernetes/dc-north-shared-0/2-tenancy/dc-north-shared-0-p01.yaml';

describe('the tenancy wave of a shard', () => {
  test('holds one workload account for each namespace, owned by its tenant', () => {
    const rows = objects(healthyModel(), shard).map((object) => [
      object.kind,
      object.metadata.namespace,
      findOwnership(object).zone,
    ]);
    expect(rows).toEqual([
      ['ServiceAccount', 'p01-proc-database', 'database'],
      ['ServiceAccount', 'p01-proc-dmz', 'dmz'],
      ['ServiceAccount', 'p01-proc-management', 'management'],
      ['ServiceAccount', 'p01-proc-server', 'server'],
    ]);
  });

  test('holds a Cilium policy where a flow goes to a name, and nowhere else', () => {
    const rows = objects(withNamedFlow(), shard)
      .filter((object) => object.kind === 'CiliumNetworkPolicy')
      .map((object) => [object.apiVersion, object.metadata.namespace, object.name]);
    expect(rows).toEqual([['cilium.io/v2', 'p01-proc-server', 'flows-names']]);
  });
});

describe('the guardrails of a cluster', () => {
  function clusterOf(id: string) {
    const model = healthyModel();
    const cluster = model.clusters.find((one) => one.id === id);
    if (cluster === undefined) throw new Error(`no cluster ${id}`);
    return { model, cluster };
  }

  test('forbid the management networks of all data centers, both families', () => {
    const { model, cluster } = clusterOf('dc-north-shared-0');
    const { forbiddenBlocks } = planGuardrails(model, cluster);
    expect(forbiddenBlocks).toHaveLength(3 * 2 * 2);
    expect(forbiddenBlocks).toContain('10.98.128.0/20');
    expect(forbiddenBlocks).toContain('2001:db8:63:600::/56');
  });

  test('guard databases from level 4 on, in the clusters where they stand', () => {
    const guarded = ['dc-north-land', 'dc-center-land', 'dc-north-shared-0'].map((id) => {
      const { model, cluster } = clusterOf(id);
      return planGuardrails(model, cluster).guardedSystems;
    });
    const land = { id: 'land-database', owner: 'national-owner' };
    expect(guarded).toEqual([[land], [land], []]);
  });

  test('follow the version of Cilium of their own cluster', () => {
    const { model } = clusterOf('dc-north-land');
    const mixed = {
      ...model,
      clusters: model.clusters.map((one) => (one.id === 'dc-north-land' ? { ...one, cilium: '1.20.0' } : one)),
    };
    const kinds = ['dc-north-land', 'dc-center-land'].map(
      (id) => objects(mixed, `kubernetes/${id}/1-baseline/tenant-guardrails.yaml`).map((object) => object.kind)[0],
    );
    expect(kinds).toEqual(['ClusterNetworkPolicy', 'CiliumClusterwideNetworkPolicy']);
  });
});

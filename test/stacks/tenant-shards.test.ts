import { TerraformResource, TerraformStack } from 'cdktf';
import { isLiteralMap, readLiteral } from '../../constructs/cluster/literal';
import { findOwnership } from '../../constructs/ownership';
import type { Model } from '../../model/model';
import { ProblemError } from '../../model/problem';
import { planTenantShards } from '../../stacks/tenant-shard-plan';
import { tenantShardUnits } from '../../stacks/tenant-shards';
import type { Unit } from '../../stacks/unit';
import { healthyModel } from '../support/healthy-model';
import { terraformApp } from '../support/render-shard';

function terraformUnits(model: Model): readonly Unit[] {
  return tenantShardUnits(model).filter((unit) => unit.engine === 'terraform');
}

function define(unit: Unit): TerraformStack {
  const stack = unit.define(terraformApp());
  if (!TerraformStack.isStack(stack)) throw new Error(`${unit.path} is no Terraform unit`);
  return stack;
}

function textOf(unit: Unit): string {
  return JSON.stringify(define(unit).toTerraform());
}

function renameCommune(model: Model): Model {
  const officialName = { vi: 'Xã đổi tên', en: 'Renamed' };
  return {
    ...model,
    namespaces: model.namespaces.map((one) => (one.communePart ? { ...one, officialName } : one)),
  };
}

describe('tenantShardUnits()', () => {
  test('gives each shard a Terraform state and its Kubernetes objects, and each cluster of tenants its guardrails', () => {
    expect(tenantShardUnits(healthyModel()).map((unit) => unit.path)).toMatchInlineSnapshot(`
[
  "terraform/dc-center-land-national-owner/cdk.tf.json",
  "kubernetes/dc-center-land/2-tenancy/dc-center-land-national-owner.yaml",
  "terraform/dc-north-land-national-owner/cdk.tf.json",
  "kubernetes/dc-north-land/2-tenancy/dc-north-land-national-owner.yaml",
  "terraform/dc-north-shared-0-p01/cdk.tf.json",
  "kubernetes/dc-north-shared-0/2-tenancy/dc-north-shared-0-p01.yaml",
  "terraform/dc-north-shared-0-p01-communes-0/cdk.tf.json",
  "kubernetes/dc-north-shared-0/2-tenancy/dc-north-shared-0-p01-communes-0.yaml",
  "kubernetes/dc-center-land/1-baseline/tenant-guardrails.yaml",
  "kubernetes/dc-center-shared-0/1-baseline/tenant-guardrails.yaml",
  "kubernetes/dc-north-land/1-baseline/tenant-guardrails.yaml",
  "kubernetes/dc-north-shared-0/1-baseline/tenant-guardrails.yaml",
  "kubernetes/dc-south-shared-0/1-baseline/tenant-guardrails.yaml",
]
`);
  });

  test('writes literals that are what the engine itself would write', () => {
    for (const unit of terraformUnits(healthyModel())) {
      const stack = define(unit);
      const byEngine: unknown = TerraformStack.prototype.toTerraform.call(stack);
      const expected = readLiteral(byEngine);
      if (!isLiteralMap(expected)) throw new Error('the engine writes a map');
      const written = stack.toTerraform() as Record<string, unknown>;
      expect(written['resource']).toEqual(expected['resource']);
      expect(written['provider']).toEqual(expected['provider']);
      expect(JSON.stringify(written)).not.toContain('TfToken');
    }
  });

  test('uses only Terraform types without a version suffix that every supported provider has', () => {
    const types = terraformUnits(healthyModel()).flatMap((unit) =>
      define(unit)
        .node.findAll()
        .flatMap((construct) =>
          TerraformResource.isTerraformResource(construct) ? [construct.terraformResourceType] : [],
        ),
    );
    expect([...new Set(types)].toSorted()).toEqual([
      'kubernetes_limit_range',
      'kubernetes_namespace',
      'kubernetes_network_policy',
      'kubernetes_resource_quota',
      'kubernetes_role_binding',
      'kubernetes_storage_class',
    ]);
  });

  test('states an owner for every resource', () => {
    const owners = terraformUnits(healthyModel()).flatMap((unit) =>
      define(unit)
        .node.findAll()
        .flatMap((construct) =>
          TerraformResource.isTerraformResource(construct) ? [findOwnership(construct).tenant] : [],
        ),
    );
    expect(owners).toHaveLength(35 + 35 + 35 + 9);
    expect(new Set(owners)).toEqual(new Set(['c00004', 'national-owner', 'p01']));
  });

  test('changes the bytes of one Terraform state when one commune changes', () => {
    const before = terraformUnits(healthyModel()).map((unit) => [unit.path, textOf(unit)] as const);
    const after = new Map(terraformUnits(renameCommune(healthyModel())).map((unit) => [unit.path, textOf(unit)]));
    const changed = before.filter(([path, text]) => after.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual(['terraform/dc-north-shared-0-p01-communes-0/cdk.tf.json']);
  });

  test('writes the same bytes whatever the order of the model', () => {
    const model = healthyModel();
    const shuffled = { ...model, namespaces: model.namespaces.toReversed(), systems: model.systems.toReversed() };
    expect(terraformUnits(shuffled).map(textOf)).toEqual(terraformUnits(model).map(textOf));
  });
});

describe('planTenantShards()', () => {
  test('puts a storage class once into each cluster of a system, in the shard of its owner', () => {
    const rows = planTenantShards(healthyModel()).map((shard) => [shard.id, shard.systems.map((system) => system.id)]);
    expect(rows).toEqual([
      ['dc-center-land-national-owner', ['land-database']],
      ['dc-north-land-national-owner', ['land-database']],
      ['dc-north-shared-0-p01', ['procedures-p01']],
      ['dc-north-shared-0-p01-communes-0', []],
    ]);
  });

  test('refuses a shard with more than a thousand resources and names the fact', () => {
    const model = healthyModel();
    const [commune] = model.namespaces.filter((one) => one.communePart);
    if (commune === undefined) throw new Error('the healthy model has a commune');
    const namespaces = Array.from({ length: 112 }, (_, index) => ({ ...commune, name: `c${index}-proc` }));
    const attempt = (): unknown => planTenantShards({ ...model, namespaces });
    expect(attempt).toThrow(ProblemError);
    expect(attempt).toThrow('shard-too-large');
    expect(() => planTenantShards({ ...model, namespaces: namespaces.slice(1) })).not.toThrow();
  });
});

import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { isLiteralMap, type LiteralMap } from '../../constructs/cluster/literal';
import { ShardStack, type ShardStackProps } from '../../constructs/cluster/shard-stack';
import type { Unit } from '../../stacks/unit';
import { engineFolder } from './run/scratch';

/** An app of Terraform. */
export function terraformApp(): App {
  return new App({ outdir: engineFolder(), skipValidation: true });
}

/** A shard of `dc-north-shared-0` whose state stands beside it; bend what it is about. */
export function testShard(bend: Partial<ShardStackProps> = {}): ShardStack {
  const props = { cluster: 'dc-north-shared-0', environment: 'test', backend: { kind: 'local' } } as const;
  return new ShardStack(terraformApp(), 'dc-north-shared-0-p01', { ...props, ...bend });
}

/** The `resource` blocks that constructs write into a shard of `dc-north-shared-0`. */
export function renderShard(define: (scope: Construct) => void): LiteralMap {
  const stack = testShard();
  define(stack);
  return mapAt(stack.toTerraform(), 'resource');
}

/** The `resource` blocks of a unit of Terraform. */
export function renderShardUnit(unit: Unit): LiteralMap {
  const stack = unit.define(terraformApp());
  if (!TerraformStack.isStack(stack)) throw new Error(`${unit.path} is no Terraform unit`);
  return mapAt(stack.toTerraform(), 'resource');
}

/** The map under keys of a document; throws when there is none. */
export function mapAt(document: unknown, ...keys: readonly string[]): LiteralMap {
  let found = document;
  for (const key of keys) found = isMap(found) ? found[key] : undefined;
  if (!isMap(found)) throw new Error(`no map at ${keys.join('.')}`);
  return found;
}

function isMap(value: unknown): value is LiteralMap {
  return isLiteralMap(value as LiteralMap | undefined);
}

import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { isLiteralMap, type LiteralMap } from '../../constructs/cluster/literal';
import { ShardStack } from '../../constructs/cluster/shard-stack';
import type { Unit } from '../../stacks/unit';

/** The `resource` blocks that constructs write into a shard of `dc-north-shared-0`. */
export function renderShard(define: (scope: Construct) => void): LiteralMap {
  const stack = new ShardStack(new App({ skipValidation: true }), 'test', {
    cluster: 'dc-north-shared-0',
    environment: 'test',
    backend: { kind: 'local' },
  });
  define(stack);
  return mapAt(stack.toTerraform(), 'resource');
}

/** The `resource` blocks of a unit of Terraform. */
export function renderShardUnit(unit: Unit): LiteralMap {
  const stack = unit.define(new App({ skipValidation: true }));
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

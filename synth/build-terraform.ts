import { App, TerraformResource, TerraformStack } from 'cdktf';
import { findOwnership } from '../stacks/ownership';
import type { Unit } from '../stacks/unit';
import { builtFile, builtObject, type BuiltFile } from './built-file';

/** The releases that shards are written for: those whose S3 backend locks in the bucket itself. */
const targetVersions = { terraform: '>=1.10.0', opentofu: '>=1.10.0' };

/** Builds one Terraform stack to the text of its `cdk.tf.json`; the engine makes its own folders in a scratch folder. */
export function buildTerraform(unit: Unit, scratchFolder: string): BuiltFile {
  const app = new App({ outdir: scratchFolder, skipValidation: true, context: { targetVersions } });
  const stack = unit.define(app);
  if (!TerraformStack.isStack(stack)) throw new Error(`${unit.path}: a Terraform unit defines a TerraformStack`);
  const constructs = stack.node.findAll();
  const failures = constructs.flatMap((construct) => construct.node.validate());
  if (failures.length > 0) throw new Error(`${unit.path}: ${failures.join('; ')}`);
  const objects = constructs
    .filter((construct) => TerraformResource.isTerraformResource(construct))
    .map((resource) =>
      builtObject(
        `${resource.terraformResourceType}.${resource.friendlyUniqueId}`,
        resource.node.path,
        findOwnership(resource),
      ),
    );
  return builtFile(unit, `${JSON.stringify(stack.toTerraform(), undefined, 2)}\n`, objects);
}

import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { findOwnership } from '../stacks/ownership';
import type { Unit } from '../stacks/unit';
import { builtFile, builtObject, type BuiltFile } from './built-file';

/** Builds one stack to the text of its CloudFormation template; the engine writes its own files to a scratch folder. */
export function buildCloudformation(unit: Unit, scratchFolder: string): BuiltFile {
  const app = new App({
    outdir: scratchFolder,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: false,
  });
  const stack = unit.define(app);
  if (!Stack.isStack(stack)) throw new Error(`${unit.path}: a CloudFormation unit defines a Stack`);
  const objects = stack.node
    .findAll()
    .filter((construct) => CfnResource.isCfnResource(construct))
    .map((resource) =>
      builtObject(String(stack.resolve(resource.logicalId)), resource.node.path, findOwnership(resource)),
    );
  const template = withoutBootstrapCheck(app.synth().getStackByName(stack.stackName).template);
  return builtFile(unit, `${JSON.stringify(template, undefined, 2)}\n`, objects);
}

/** Our pipeline deploys without the engine's bootstrap stack, so its version check is left out. */
function withoutBootstrapCheck(template: unknown): unknown {
  if (typeof template !== 'object' || template === null) throw new Error('the engine wrote no template');
  return Object.fromEntries(
    Object.entries(template).filter(([section]) => section !== 'Rules' && section !== 'Parameters'),
  );
}

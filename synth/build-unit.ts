import type { Unit } from '../stacks/unit';
import { buildCloudformation } from './build-cloudformation';
import { buildKubernetes } from './build-kubernetes';
import { buildTerraform } from './build-terraform';
import type { BuiltFile } from './built-file';

/** Builds one unit with its engine. */
export function buildUnit(unit: Unit, scratchFolder: string): BuiltFile {
  switch (unit.engine) {
    case 'terraform':
      return buildTerraform(unit, scratchFolder);
    case 'kubernetes':
      return buildKubernetes(unit);
    case 'cloudformation':
      return buildCloudformation(unit, scratchFolder);
  }
}

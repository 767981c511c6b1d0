import { listAt, objectAt, textAt, valueAt } from '../../../resources/json-path';
import type { JsonValue, Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { fail, pass, unknown, type Judgement } from '../../define-policy';
import { cloudText, logicalIdOf } from './cloud-text';

/** Whether every disk of a launch template is encrypted with a key of the same template. */
export function judgeDisks(view: AssemblyView, template: Resource): Judgement {
  const path = ['Properties', 'LaunchTemplateData', 'BlockDeviceMappings'] as const;
  const disks = listAt(template.body, ...path);
  if (disks.length === 0) return fail(path.join('.'), 'none', 'the root disk, encrypted');
  const judgements = disks.map((one, index) => {
    const disk = objectAt(one, 'Ebs');
    return disk === undefined ? pass : judgeDisk(view, template, { where: `${path.join('.')}[${index}].Ebs`, disk });
  });
  return judgements.find((one) => one.verdict !== 'pass') ?? pass;
}

/** Whether one disk is encrypted with a key of the template that its resource stands in. */
export function judgeDisk(
  view: AssemblyView,
  resource: Resource,
  { where, disk }: { readonly where: string; readonly disk: JsonValue | undefined },
): Judgement {
  if (valueAt(disk, 'Encrypted') !== true)
    return fail(`${where}.Encrypted`, JSON.stringify(valueAt(disk, 'Encrypted') ?? null), 'true');
  const key = valueAt(disk, 'KmsKeyId');
  const id = logicalIdOf(key);
  if (key === undefined) return fail(`${where}.KmsKeyId`, 'none: the provider’s own key', 'our key');
  if (id === undefined)
    return unknown(`${where}.KmsKeyId`, cloudText(key) ?? 'decided elsewhere', 'a key of the template');
  const found = view.resources.inFile(resource.artifact.file).find((one) => one.name === id);
  if (found?.kind === 'AWS::KMS::Key') return pass;
  const got = found === undefined ? `no ${id}` : (textAt(found.body, 'Type') ?? '');
  return fail(`${where}.KmsKeyId`, got, 'AWS::KMS::Key');
}

import { failure, problem, success, type Result } from '../../../model/problem';
import type { IntegrityFinding } from '../../assembly';
import { unresolved } from '../../json-path';
import type { JsonObject } from '../../resource';
import { foreignResource, withOwnIds, type ForeignObjects } from '../read-manifests';
import { readTerraformValues } from '../terraform/terraform-values';
import { markValues, withoutSecrets } from './marked-values';
import type { WrittenChange } from './plan-shape';
import { readPlanJson } from './read-plan-json';

/** Types of resources that become objects of a cluster, in the words of the provider. */
const OF_KUBERNETES = /^(?:kubernetes|kubectl|helm)_/;

/**
 * What will stand when a plan is applied, read from the JSON of any plan (`terraform show -json`): what is known only
 * after that is marked, so that a rule answers unknown, and so are secrets. A resource of Kubernetes of a type that
 * nobody here can read is told; it never counts as judged.
 */
export function readPlannedObjects(file: string): Result<ForeignObjects> {
  const parsed = readPlanJson(file);
  if (!parsed.ok) {
    return failure([
      problem({
        code: 'plan-unreadable',
        at: [file],
        what: "the plan can't be read",
        got: parsed.detail,
        want: 'the JSON that terraform show -json prints of a saved plan, or tofu',
        next: 'write it with: terraform show -json plan.tfplan > plan.json',
      }),
    ]);
  }
  const staying = parsed.value.resource_changes.filter(
    ({ mode, change, deposed }) => mode === 'managed' && change.after !== null && deposed === undefined,
  );
  const read = staying.map((one) => ({ written: one, object: objectOf(one) }));
  return success({
    resources: withOwnIds(
      read.filter(({ object }) => object.known).map(({ object }) => foreignResource(object, file, 'terraform')),
    ),
    integrity: read
      .filter(({ written, object }) => !object.known && OF_KUBERNETES.test(written.type))
      .map(({ written }) => unread(file, written)),
  });
}

function objectOf({ address, type, change }: WrittenChange): ReturnType<typeof readTerraformValues> {
  const marks = { unknown: change.after_unknown, sensitive: change.after_sensitive };
  // A rule that reads a secret can't be answered without telling something of it.
  const told = withoutSecrets(markValues(change.after ?? {}, marks), unresolved('a secret')) as JsonObject;
  return readTerraformValues(address, type, told);
}

function unread(file: string, { address, type }: WrittenChange): IntegrityFinding {
  return { kind: 'unread-section', file, address, detail: `no rule can read resources of type ${type}` };
}

import type { TerraformFailure } from '../../delivery/terraform/failure/terraform-failure';
import type { PlannedChange } from '../../delivery/terraform/plan/planned-change';
import { evaluate } from '../../policies/evaluate';
import type { Finding } from '../../policies/evaluation';
import type { Assembly } from '../../resources/assembly';
import type { Resource } from '../../resources/resource';
import { ResourceIndex } from '../../resources/view/resource-index';
import { objectRules } from '../../policies/object-rules';

/**
 * What the rules on single objects say against what Terraform will make, beside the namespaces that the assembly holds:
 * the same rules that judged the files, now on the plan. What is known only after apply is no pass.
 */
export function planObjections(
  assembly: Assembly,
  changes: readonly PlannedChange[],
  today: string,
): readonly TerraformFailure[] {
  const planned = changes.flatMap((one) => plannedResource(one));
  const addresses = new Map(changes.map(({ object, address }) => [object.id, address] as const));
  const ids = new Set(planned.map(({ id }) => id));
  const namespaces = assembly.resources.filter(({ kind, id }) => kind === 'Namespace' && !ids.has(id));
  const judged = [...planned, ...namespaces].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const view = { resources: new ResourceIndex(judged), integrity: [] };
  const exceptions = assembly.model.exceptions.filter(({ resource }) => ids.has(resource));
  const { results } = evaluate(objectRules, { view, today, isPart: true }, exceptions);
  const against = results.filter(({ blocks }) => blocks).flatMap((one) => [...one.error, ...one.fail, ...one.unknown]);
  return against.filter(({ subject }) => ids.has(subject)).map((one) => objection(one, addresses.get(one.subject)));
}

function objection({ policy, subject, where, got, want }: Finding, address: string | undefined): TerraformFailure {
  return { kind: 'refused-by-rule', message: `${policy}: ${subject} ${where}: ${got}, wanted ${want}`, address };
}

function plannedResource({ object, address, after, owner }: PlannedChange): readonly Resource[] {
  if (after === undefined) return [];
  const { site, cluster, tenant, system, zone, level, source = '' } = owner;
  const artifact = { file: '', engine: 'terraform', address } as const;
  return [{ ...object, site, cluster, tenant, system, zone, level, source, body: after, artifact, constructPath: '' }];
}

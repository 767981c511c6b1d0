import type { TerraformFailure } from '../../delivery/terraform/failure/terraform-failure';
import type { PlannedChange } from '../../delivery/terraform/plan/planned-change';
import type { Evaluation, Finding } from '../../policies/evaluation';
import type { Assembly } from '../../resources/assembly';
import type { Resource } from '../../resources/resource';
import { ResourceIndex } from '../../resources/view/resource-index';
import { evaluateObjects, onObjects, type JudgedObjects } from '../../policies/object-rules';
import type { RuleSet } from '../../policies/rule-set';
import { resourceId } from '../../resources/resource-id';

/**
 * Gives the function that tells what the rules on single objects say against what Terraform will make, beside the
 * namespaces of the assembly that it stands in: the same rules that judged the files, now on the plan. What is known only
 * after apply is no pass.
 */
export function planJudge(
  assembly: Assembly,
  rules: RuleSet,
  today: () => string,
): (changes: readonly PlannedChange[]) => readonly TerraformFailure[] {
  const standing = new ResourceIndex(assembly.resources);
  const applied = onObjects(rules);
  return (changes) => {
    const planned = changes.flatMap((one) => plannedResource(one));
    const addresses = new Map(changes.map(({ object, address }) => [object.id, address] as const));
    const ids = new Set(planned.map(({ id }) => id));
    const exceptions = assembly.model.exceptions.filter(({ resource }) => ids.has(resource));
    const { results } = judgePlanned(planned, standing, { rules: applied, today: today(), exceptions });
    const against = results
      .filter(({ blocks }) => blocks)
      .flatMap((one) => [...one.error, ...one.fail, ...one.unknown]);
    return against.filter(({ subject }) => ids.has(subject)).map((one) => objection(one, addresses.get(one.subject)));
  };
}

/** What the rules on single objects say of these objects, and of the namespaces that they stand in and don't hold. */
export function judgePlanned(
  planned: readonly Resource[],
  standing: ResourceIndex,
  judging: Omit<JudgedObjects, 'resources'>,
): Evaluation {
  const ids = new Set(planned.map(({ id }) => id));
  const places = new Set(planned.map(({ cluster = '', namespace }) => namespaceId(cluster, namespace)));
  const namespaces = [...places].filter((id) => !ids.has(id)).flatMap((id) => standing.tryFind(id) ?? []);
  const resources = [...planned, ...namespaces].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return evaluateObjects({ ...judging, resources });
}

function namespaceId(cluster: string, namespace = ''): string {
  return resourceId(cluster, { kind: 'Namespace', name: namespace });
}

function objection({ policy, subject, where, got, want }: Finding, address: string | undefined): TerraformFailure {
  return { kind: 'refused-by-rule', message: `${policy}: ${subject} ${where}: ${got}, wanted ${want}`, address };
}

/** What will stand where Terraform has applied a change; nothing where it takes the object away. */
export function plannedResource({ object, address, after, owner }: PlannedChange): readonly Resource[] {
  if (after === undefined) return [];
  const { site, cluster, tenant, system, zone, level, source = '' } = owner;
  const artifact = { file: '', engine: 'terraform', address } as const;
  return [{ ...object, site, cluster, tenant, system, zone, level, source, body: after, artifact, constructPath: '' }];
}

import { failure, problem, success, type Result } from '../../../model/problem';
import type { IntegrityFinding } from '../../assembly';
import { findOverlong, type ReadObject } from '../dialect';
import { unresolved } from '../../json-path';
import type { JsonObject } from '../../resource';
import { foreignResource, withOwnIds, type ForeignObjects } from '../read-manifests';
import { readTerraformValues } from '../terraform/terraform-values';
import { markValues, withoutSecrets } from './marked-values';
import type { WrittenChange, WrittenPlan } from './plan-shape';
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
        ...(parsed.position === undefined ? {} : { location: { file, ...parsed.position } }),
        want: 'the JSON that terraform show -json prints of a saved plan, or tofu',
        next: 'write it with: terraform show -json plan.tfplan > plan.json',
      }),
    ]);
  }
  const managed = parsed.value.resource_changes.filter(
    ({ mode, deposed }) => mode === 'managed' && deposed === undefined,
  );
  const [staying, going] = [managed.filter(stays), managed.filter((one) => !stays(one))];
  const read = staying.map((one): ReadChange => ({ written: one, object: objectOf(one) }));
  return success({
    resources: withOwnIds(read.filter(isJudged).map(({ object }) => foreignResource(object, file, 'terraform'))),
    integrity: [
      ...broken(file, parsed.value),
      ...going.flatMap((one) => endOf(file, one)),
      ...read.flatMap((one) => unread(file, one)),
    ],
  });
}

/** A plan that ended with an error holds what was planned until then. */
function broken(file: string, { errored = false }: WrittenPlan): readonly IntegrityFinding[] {
  const detail = 'the plan ended with an error, so it may not hold all that will stand';
  return errored ? [{ kind: 'unread-section', file, address: '', detail }] : [];
}

function stays({ change }: WrittenChange): boolean {
  return change.after !== null;
}

/** What leaves nothing behind. */
const ENDS: ReadonlySet<string> = new Set(['delete', 'forget', 'no-op']);

/** A change that leaves nothing behind must be one that ends something; any other says less than it does. */
function endOf(file: string, { address, type, change: { actions } }: WrittenChange): readonly IntegrityFinding[] {
  const isEnd = actions.length > 0 && actions.every((one) => ENDS.has(one));
  if (isEnd || !OF_KUBERNETES.test(type)) return [];
  const named = actions.length === 0 ? 'no action' : actions.join(', ');
  const detail = `the plan doesn't say what stands after ${named}`;
  return [{ kind: 'unread-section', file, address, detail }];
}

function objectOf({ address, type, change }: WrittenChange): ReadObject {
  const marks = { unknown: change.after_unknown, sensitive: change.after_sensitive };
  // A rule that reads a secret can't be answered without telling something of it.
  const told = withoutSecrets(markValues(change.after ?? {}, marks), unresolved('a secret')) as JsonObject;
  return readTerraformValues(address, type, told);
}

interface ReadChange {
  readonly written: WrittenChange;
  readonly object: ReadObject;
}

function isJudged({ object }: ReadChange): boolean {
  return object.known && findOverlong(object) === undefined;
}

function unread(file: string, one: ReadChange): readonly IntegrityFinding[] {
  const { address, type } = one.written;
  if (isJudged(one) || !OF_KUBERNETES.test(type)) return [];
  const detail =
    findOverlong(one.object) ??
    `no rule can read ${one.object.kind === type ? 'resources' : 'this resource'} of type ${type}`;
  return [{ kind: 'unread-section', file, address, detail }];
}

import { parseQuantity } from '../../resources/quantity';
import { valueAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ObjectChange } from '../objects/object-changes';

/** What a quota promised of one thing and promises now, in the words of Kubernetes (`spec.hard` of a ResourceQuota). */
export interface QuotaChange {
  /** Id of the quota. */
  readonly object: string;
  /** Such as `requests.cpu`. */
  readonly resource: string;
  /** @default - was not limited */
  readonly before?: string | undefined;
  /** @default - is not limited any more */
  readonly after?: string | undefined;
  readonly direction: 'raised' | 'lowered' | 'unclear';
}

/** Every amount of a quota that differs, of quotas that are in both states. */
export function quotaChanges(
  changes: readonly ObjectChange[],
  before: AssemblyView | undefined,
  after: AssemblyView,
): readonly QuotaChange[] {
  return changes
    .filter(({ kind, change }) => kind === 'ResourceQuota' && change === 'changed')
    .flatMap(({ id }) => {
      const [old, now] = [hardOf(before?.resources.tryFind(id)), hardOf(after.resources.tryFind(id))];
      const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].toSorted();
      return names
        .filter((name) => old[name] !== now[name])
        .map((resource) => changeOf({ object: id, resource }, textOf(old[resource]), textOf(now[resource])));
    });
}

function hardOf(quota: Resource | undefined): JsonObject {
  const hard = quota === undefined ? undefined : valueAt(quota.body, 'spec', 'hard');
  return typeof hard === 'object' && hard !== null && !Array.isArray(hard) ? (hard as JsonObject) : {};
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}

function changeOf(
  place: Pick<QuotaChange, 'object' | 'resource'>,
  before: string | undefined,
  after: string | undefined,
): QuotaChange {
  const [old, now] = [before, after].map((one) => (one === undefined ? undefined : parseQuantity(one)));
  const direction =
    old === undefined || now === undefined || old === now ? 'unclear' : now > old ? 'raised' : 'lowered';
  return { ...place, before, after, direction };
}

import { textsAt } from '../../../resources/json-path';
import type { JsonObject, Resource } from '../../../resources/resource';
import type { ApiResult } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { poll } from '../client/poll';
import type { Applied } from '../client/verbs/apply';
import { diffServed } from '../compare/diff-served';
import { isBeingDeleted, versionOf } from '../live/object-version';
import type { Standing } from '../live/standing';
import { isPerson, type OnConflict } from './conflicts';
import { failedOutcome, type ApplyEffect, type ApplyOutcome } from './apply-outcome';

/** How one object is applied. */
export interface ApplyingOne {
  readonly client: ClusterClient;
  readonly onConflict: OnConflict;
  /** How long the server may take to learn of what was applied just before. */
  readonly patienceMilliseconds: number;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** Applies one object and tells what that did to what stood there before. */
export async function applyOne(applying: ApplyingOne, resource: Resource, before: Standing): Promise<ApplyOutcome> {
  if (before.kind === 'untold') return failedOutcome(resource, before.failure);
  const result = await takeOver(
    applying,
    resource,
    await applyPatiently(applying, resource, applying.onConflict === 'take'),
  );
  if (!result.ok) return failedOutcome(resource, result.failure);
  const { object } = result.value;
  if (isBeingDeleted(object)) return dyingOutcome(resource, object);
  return { resource, kind: effectOf(result.value, before), ...versionOf(object), warnings: result.warnings };
}

/** Takes fields back from people, where that is wanted and nobody else has any of them. */
async function takeOver(
  applying: ApplyingOne,
  resource: Resource,
  first: ApiResult<Applied>,
): Promise<ApiResult<Applied>> {
  if (first.ok || first.failure.kind !== 'conflict' || applying.onConflict !== 'take-from-people') return first;
  return first.failure.owners.every(isPerson) ? applyPatiently(applying, resource, true) : first;
}

/**
 * A server takes a moment to serve a definition that it has just accepted, to count a quota, and to read the parameter
 * of a policy. Such refusals pass by themselves, and only they are waited out.
 */
async function applyPatiently(applying: ApplyingOne, resource: Resource, force: boolean): Promise<ApiResult<Applied>> {
  const { client, signal } = applying;
  const ask = (): Promise<ApiResult<Applied>> => client.apply(resource, resource.body, { force, signal });
  const first = await ask();
  if (!isSettling(first)) return first;
  let last: ApiResult<Applied> = first;
  const settled = await poll({ outside: client.outside, ...applying }, async () => {
    last = await ask();
    return isSettling(last) ? undefined : last;
  });
  return settled ?? last;
}

/** How a server says that it hasn't counted a quota yet, or hasn't read what its policies judge by. */
const READING = /status unknown for quota|not yet synced to use for admission|no params found for policy binding/;

function isSettling(result: ApiResult<Applied>): boolean {
  if (result.ok) return false;
  const { failure } = result;
  if (failure.kind === 'kind-missing') return !failure.message.startsWith('the server offers no');
  return failure.kind === 'admission-refused' && READING.test(failure.message);
}

/**
 * A new version isn't yet a change: some servers write an object again that stays as it was, such as one whose empty list
 * they leave out. Where only metadata was read before, the version decides.
 */
function effectOf({ object, isCreated, isRepeated }: Applied, before: Standing): ApplyEffect {
  if (isCreated) return 'created';
  /* It wasn't there, and the last answer says that it was: an earlier try of ours made it, or somebody else did. */
  if (before.kind !== 'there') return isRepeated ? 'created' : 'changed';
  const [was, is] = [versionOf(before.object), versionOf(object)];
  if (was.uid !== is.uid) return 'changed';
  if (was.resourceVersion === is.resourceVersion) return 'unchanged';
  return isMetadataAlone(before.object) || diffServed(before.object, object).length > 0 ? 'changed' : 'unchanged';
}

function isMetadataAlone(object: JsonObject): boolean {
  return object['kind'] === 'PartialObjectMetadata' || object['kind'] === 'Secret';
}

/** The server takes changes of an object that is being deleted, and then deletes it all the same. */
function dyingOutcome(resource: Resource, object: JsonObject): ApplyOutcome {
  const message = `${resource.kind} ${resource.name} is being deleted`;
  if (resource.kind === 'Namespace') {
    return { resource, kind: 'refused', failure: { kind: 'namespace-terminating', namespace: resource.name, message } };
  }
  const finalizers = textsAt(object, 'metadata', 'finalizers');
  return { resource, kind: 'refused', failure: { kind: 'being-deleted', finalizers, message } };
}

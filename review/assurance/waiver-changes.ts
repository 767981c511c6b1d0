import { canonicalJson } from '../../model/canonical-json';
import type { Model, PolicyException } from '../../model/model';

/** An exception that is new, gone, or says something else. */
export interface WaiverChange {
  readonly id: string;
  /** `widened` when it may excuse something that it did not, or on a day on which it did not. */
  readonly change: 'added' | 'removed' | 'widened' | 'narrowed' | 'reworded';
  readonly policy: string;
  readonly resource: string;
  readonly value: string;
  readonly from: string;
  readonly expires: string;
}

/** Every exception that differs, sorted by id. */
export function waiverChanges(before: Model | undefined, after: Model): readonly WaiverChange[] {
  const old = new Map((before?.exceptions ?? []).map((one) => [one.id, one]));
  const now = new Map(after.exceptions.map((one) => [one.id, one]));
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const one = is ?? was;
    const change = changeOf(was, is);
    if (one === undefined || change === undefined) return [];
    const { policy, resource, value, from, expires } = one;
    return [{ id, change, policy, resource, value, from, expires }];
  });
}

function changeOf(was?: PolicyException, is?: PolicyException): WaiverChange['change'] | undefined {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  if (canonicalJson(was) === canonicalJson(is)) return undefined;
  const isAboutSame = was.policy === is.policy && was.resource === is.resource && was.value === is.value;
  if (!isAboutSame || is.expires > was.expires || is.from < was.from) return 'widened';
  return is.expires < was.expires || is.from > was.from ? 'narrowed' : 'reworded';
}

import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { BeforeAfter } from './before-after';
import { added, at, items, same, texts } from './json-parts';

/**
 * Roles: every (group, resource, name, verb) that the new rules give and the old ones don't. A role that is new gives
 * nobody anything: its binding does.
 */
export function widenedRole({ before, after }: BeforeAfter): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const held = rulesOf(before);
  const gained = rulesOf(after).flatMap((rule) =>
    permissionsOf(rule).filter((one) => !held.some((old) => covers(old, one))),
  );
  const aggregation = same(before?.['aggregationRule'], after['aggregationRule']) ? [] : ['it gathers other roles'];
  return [...new Set(gained.map(printPermission)), ...aggregation];
}

/** Bindings: who gets the role now and did not before; another role is named whole. */
export function widenedSubjects({ before, after }: BeforeAfter): readonly string[] {
  if (after === undefined) return [];
  const role = `${text(at(after, 'roleRef', 'kind'))} ${text(at(after, 'roleRef', 'name'))}`;
  const roleChanged = before !== undefined && !same(before['roleRef'], after['roleRef']);
  const gained = roleChanged ? items(after['subjects']) : added(items(before?.['subjects']), items(after['subjects']));
  return gained.map((subject) => `${text(at(subject, 'kind'))} ${text(at(subject, 'name'))} gets ${role}`);
}

interface Permission {
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly verb: string;
}

function rulesOf(role: JsonObject | undefined): readonly JsonValue[] {
  return items(role?.['rules']);
}

function permissionsOf(rule: JsonValue): readonly Permission[] {
  const names = texts(at(rule, 'resourceNames'));
  const places = [
    ...texts(at(rule, 'apiGroups')).flatMap((group) =>
      texts(at(rule, 'resources')).map((resource) => ({ group, resource })),
    ),
    ...texts(at(rule, 'nonResourceURLs')).map((resource) => ({ group: 'url', resource })),
  ];
  return places.flatMap((place) =>
    texts(at(rule, 'verbs')).flatMap((verb) =>
      (names.length === 0 ? ['*'] : names).map((name) => ({ ...place, verb, name })),
    ),
  );
}

function covers(rule: JsonValue, { group, resource, name, verb }: Permission): boolean {
  const names = texts(at(rule, 'resourceNames'));
  const lists = (key: string, want: string): boolean => {
    const values = texts(at(rule, key));
    return values.includes('*') || values.includes(want);
  };
  const place =
    group === 'url' ? lists('nonResourceURLs', resource) : lists('apiGroups', group) && lists('resources', resource);
  return place && lists('verbs', verb) && (names.length === 0 || names.includes(name));
}

function printPermission({ group, resource, name, verb }: Permission): string {
  const place = group === '' || group === 'url' ? resource : `${resource}.${group}`;
  return `may ${verb} ${place}${name === '*' ? '' : ` named ${name}`}`;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '?';
}

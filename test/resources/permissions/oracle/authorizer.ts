import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** A request and who makes it, all in one, as the authorizer of the oracle sees it. */
export interface Asked {
  readonly user: string;
  readonly groups: readonly string[];
  readonly verb: string;
  /** @default - a request about an object */
  readonly path?: string;
  /** @default - a request at a path */
  readonly group?: string;
  /** @default - a request at a path */
  readonly resource?: string;
  /** @default - the object itself */
  readonly subresource?: string;
  /** @default - no one object */
  readonly name?: string;
  /** @default - of no namespace */
  readonly namespace?: string;
}

/**
 * RBAC decided one request at a time from the objects as they are written, in the words of the reference (Using RBAC
 * Authorization); it shares nothing with what it checks.
 */
export function oracleAllows(objects: readonly JsonObject[], asked: Asked): boolean {
  if (asked.groups.includes('system:masters')) return true;
  for (const object of objects) {
    const kind = object['kind'];
    const isLocal = kind === 'RoleBinding';
    if (kind !== 'ClusterRoleBinding' && !isLocal) continue;
    const home = text(object, 'metadata', 'namespace');
    if (isLocal && (asked.path !== undefined || (asked.namespace ?? '') !== home || home === '')) continue;
    if (!list(object, 'subjects').some((subject) => isSubject(subject, asked, isLocal ? home : ''))) continue;
    const [roleKind, roleName] = [text(object, 'roleRef', 'kind'), text(object, 'roleRef', 'name')];
    const role = objects.find(
      (one) =>
        one['kind'] === roleKind &&
        text(one, 'metadata', 'name') === roleName &&
        (roleKind === 'ClusterRole' || (roleKind === 'Role' && isLocal && text(one, 'metadata', 'namespace') === home)),
    );
    if (role === undefined) continue;
    if (rulesIn(role, objects, []).some((rule) => isAllowedBy(rule, asked))) return true;
  }
  return false;
}

function isSubject(subject: JsonValue, asked: Asked, home: string): boolean {
  const name = text(subject, 'name');
  switch (text(subject, 'kind')) {
    case 'User':
      return asked.user === name;
    case 'Group':
      return asked.groups.includes(name);
    case 'ServiceAccount': {
      const stated = text(subject, 'namespace');
      const place = stated === '' ? home : stated;
      return place !== '' && asked.user === ['system', 'serviceaccount', place, name].join(':');
    }
    default:
      return false;
  }
}

/** The rules of a role, and through selectors those of others; what is being gathered already isn't gathered again. */
function rulesIn(role: JsonObject, objects: readonly JsonObject[], above: readonly JsonObject[]): readonly JsonValue[] {
  if (role['aggregationRule'] === undefined) return list(role, 'rules');
  const selectors = list(role['aggregationRule'], 'clusterRoleSelectors');
  const gathered = objects
    .filter((one) => one['kind'] === 'ClusterRole' && one !== role && !above.includes(one))
    .filter((one) => selectors.some((selector) => wantsLabels(selector, one)))
    .flatMap((one) => rulesIn(one, objects, [...above, role]));
  return gathered.length === 0 ? list(role, 'rules') : gathered;
}

function wantsLabels(selector: JsonValue, role: JsonObject): boolean {
  const wanted = (selector as JsonObject)['matchLabels'] ?? {};
  return Object.entries(wanted as JsonObject).every(([key, value]) => text(role, 'metadata', 'labels', key) === value);
}

function isAllowedBy(rule: JsonValue, asked: Asked): boolean {
  if (!list(rule, 'verbs').some((verb) => verb === '*' || verb === asked.verb)) return false;
  if (asked.path !== undefined) {
    const path = asked.path;
    return list(rule, 'nonResourceURLs').some((url) => {
      const said = typeof url === 'string' ? url : '';
      return said === path || (said.at(-1) === '*' && path.startsWith(said.split('*', 1)[0] ?? ''));
    });
  }
  const inGroup = list(rule, 'apiGroups').some((group) => group === '*' || group === asked.group);
  const sub = asked.subresource ?? '';
  const full = [asked.resource, ...(sub === '' ? [] : [sub])].join('/');
  const onResource = list(rule, 'resources').some(
    (one) => one === '*' || one === full || (sub !== '' && one === `*/${sub}`),
  );
  const names = list(rule, 'resourceNames');
  return inGroup && onResource && (names.length === 0 || names.some((name) => name === (asked.name ?? '')));
}

function text(value: JsonValue | undefined, ...keys: readonly string[]): string {
  let found: JsonValue | undefined = value;
  for (const key of keys) found = (found as JsonObject | undefined)?.[key];
  return typeof found === 'string' ? found : '';
}

function list(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  return ((value as JsonObject | undefined)?.[key] as readonly JsonValue[] | undefined) ?? [];
}

import { listAt, textAt, textsAt, valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** A request as the audit policy sees it. */
export interface AuditedRequest {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
}

/** A level that a request may be recorded at, and the rule that says so. */
export interface AuditedLevel {
  /** `rules[0]`; `rules` when no rule speaks of the request. */
  readonly where: string;
  readonly level: string;
}

/** Fields that make a rule hold for some requests of a kind only. */
const CONDITIONS = ['users', 'userGroups', 'namespaces'] as const;

/**
 * Every level that a request may be recorded at: that of the first rule that holds for all of its kind, and those of
 * the rules before it that hold for some. What no rule speaks of isn’t recorded.
 */
export function auditedLevels(policy: JsonObject, request: AuditedRequest): readonly AuditedLevel[] {
  const found: AuditedLevel[] = [];
  for (const [index, rule] of listAt(policy, 'rules').entries()) {
    if (!speaksOf(rule, request)) continue;
    found.push({ where: `rules[${index}]`, level: textAt(rule, 'level') ?? 'None' });
    if (isForAll(rule, request)) return found;
  }
  return [...found, { where: 'rules', level: 'None' }];
}

function speaksOf(rule: JsonValue, { verb, group, resource }: AuditedRequest): boolean {
  const verbs = textsAt(rule, 'verbs');
  if (verbs.length > 0 && !verbs.includes(verb)) return false;
  const resources = listAt(rule, 'resources');
  if (resources.length === 0) return listAt(rule, 'nonResourceURLs').length === 0;
  return resources.some((one) => takes(one, group, resource));
}

function takes(entry: JsonValue, group: string, resource: string): boolean {
  const names = textsAt(entry, 'resources');
  const isNamed = names.length === 0 || names.some((one) => one === '*' || one === resource);
  return (textAt(entry, 'group') ?? '') === group && isNamed;
}

function isForAll(rule: JsonValue, { group, resource }: AuditedRequest): boolean {
  if (CONDITIONS.some((field) => listAt(rule, field).length > 0)) return false;
  const entries = listAt(rule, 'resources').filter((one) => takes(one, group, resource));
  const isWhole = entries.some((one) => (valueAt(one, 'resourceNames') ?? undefined) === undefined);
  return listAt(rule, 'resources').length === 0 || isWhole;
}

import { hasUnresolved, isObject, listAt, textsAt } from '../../json-path';
import type { JsonValue, Resource } from '../../resource';

/** One entry of the rules of a Role or ClusterRole. */
export interface AccessRule {
  /** Where it stands: `rules[0]`. */
  readonly where: string;
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
  /** Some of it can be told by Terraform alone. */
  readonly unclear: boolean;
}

/** Who is given something. */
export interface AccessSubject {
  readonly kind: string;
  readonly name: string;
  /** @default - users and groups have none */
  readonly namespace?: string | undefined;
}

/** The rules that a Role or ClusterRole states itself, whatever it collects. */
export function ownRules(role: Resource): readonly AccessRule[] {
  return listAt(role.body, 'rules').map((rule, index) => accessRule(rule, `rules[${index}]`));
}

function accessRule(rule: JsonValue, where: string): AccessRule {
  return {
    where,
    apiGroups: textsAt(rule, 'apiGroups'),
    resources: textsAt(rule, 'resources'),
    verbs: textsAt(rule, 'verbs'),
    resourceNames: textsAt(rule, 'resourceNames'),
    nonResourceUrls: textsAt(rule, 'nonResourceURLs'),
    unclear: !isObject(rule) || hasUnresolved(rule),
  };
}

import { auditPolicy } from '../../../../constructs/data-center/node/audit-policy';

interface Rule {
  readonly level: string;
  readonly verbs?: readonly string[];
  readonly resources?: readonly { readonly group: string; readonly resources?: readonly string[] }[];
}

interface Asked {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
}

/** The level of the first rule that matches, as the API server decides. */
function levelOf({ verb, group, resource }: Asked): string | undefined {
  const { rules } = auditPolicy() as { readonly rules: readonly Rule[] };
  return rules.find(
    (rule) =>
      (rule.verbs?.includes(verb) ?? true) &&
      (rule.resources?.some((one) => one.group === group && (one.resources?.includes(resource) ?? true)) ?? true),
  )?.level;
}

describe('auditPolicy()', () => {
  test.each([
    ['get', '', 'secrets', 'Metadata'],
    ['create', '', 'secrets', 'Metadata'],
    ['create', '', 'serviceaccounts/token', 'Metadata'],
    ['update', '', 'configmaps', 'Metadata'],
    ['create', 'rbac.authorization.k8s.io', 'clusterrolebindings', 'RequestResponse'],
    ['delete', 'networking.k8s.io', 'networkpolicies', 'RequestResponse'],
    ['patch', 'admissionregistration.k8s.io', 'validatingadmissionpolicies', 'RequestResponse'],
    ['get', 'rbac.authorization.k8s.io', 'roles', 'Metadata'],
    ['list', 'apps', 'deployments', 'Metadata'],
  ])('records %s of %s %s at %s', (verb, group, resource, level) => {
    expect(levelOf({ verb, group, resource })).toBe(level);
  });
});

import { createHash } from 'node:crypto';
import { policyCatalog } from '../policies/catalog';
import { emitPolicies, type EmittedPolicy, type NamedRule } from '../policies/engine/cel/emit-policies';
import { celList } from '../policies/engine/language/value-tests/value-test';
import { isRule } from '../policies/engine/language/define-rule';
import { GENERATED_NOTICE, type Generator } from './generated-file';

/** Every rule of the catalogue that is written as a tree, under its id. */
export const namedRules: readonly NamedRule[] = policyCatalog.flatMap(({ id, policy }) =>
  isRule(policy) ? [{ id, rule: policy }] : [],
);

/** The rules as API servers get them: the builders place these, and never see a rule. */
export const rulePackGenerator: Generator = {
  output: 'constructs/cluster/admission/rule-pack.ts',
  render: () => {
    const policies = emitPolicies(namedRules);
    const digest = `sha256:${createHash('sha256').update(JSON.stringify(policies)).digest('hex')}`;
    return [
      `// ${GENERATED_NOTICE}`,
      "import type { AdmissionRule } from './admission-rule';",
      '',
      '/** What the rules under policies/ require of single objects, as policies of API servers. */',
      `export const rulePack: readonly AdmissionRule[] = ${JSON.stringify(policies.map((one) => admissionRule(one, digest)))};`,
      '',
    ].join('\n');
  },
};

/** An object that is being deleted must not be kept by what it says. */
const staying = { name: 'is-not-being-deleted', expression: '!has(object.metadata.deletionTimestamp)' };

function conditionsFor(exempt: readonly string[]): readonly object[] {
  if (exempt.length === 0) return [staying];
  const others = `!(request.userInfo.username in ${celList(exempt)})`;
  return [staying, { name: 'is-not-of-kubernetes-itself', expression: others }];
}

const scopes = { everywhere: 'both', tenants: 'tenants', platform: 'platform' } as const;

/**
 * A selector of namespaces is asked of what stands in one, and of namespaces themselves; anything else passes it. So
 * where some of a target stand in namespaces, those of Kubernetes are left alone there too.
 */
function placeOf({ scope, namespaced, shape }: Pick<EmittedPolicy, 'scope' | 'namespaced' | 'shape'>): string {
  if (namespaced) return scopes[scope];
  return shape.kinds.some(({ resource }) => resource === 'namespaces') ? 'everywhere' : 'both';
}

function admissionRule({ name, scope, namespaced, shape, exempt, validations }: EmittedPolicy, digest: string): object {
  return {
    name: `rules-${name}`,
    resources: shape.kinds.map(({ group, version, resource, subresources = [] }) => ({
      apiGroup: group,
      apiVersion: version,
      names: [resource, ...subresources.map((one) => `${resource}/${one}`)],
    })),
    operations: ['CREATE', 'UPDATE'],
    scope: placeOf({ scope, namespaced, shape }),
    conditions: conditionsFor(exempt),
    variables: [],
    checks: validations.map(({ rule, expression, message }) => ({ rule, expression, message })),
    audit: { key: 'rule-pack', expression: `'${digest}'` },
  };
}

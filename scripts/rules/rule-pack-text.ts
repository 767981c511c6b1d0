import { createHash } from 'node:crypto';
import type { AdmissionRule } from '../../constructs/cluster/admission/admission-rule';
import { admissionWaivers } from '../../model/naming';
import { policyCatalog } from '../../policies/catalog';
import {
  emitPolicies,
  type AdmissionValidation,
  type EmittedPolicy,
  type NamedRule,
} from '../../policies/engine/cel/emit-policies';
import { celList, celLiteral } from '../../policies/engine/language/value-tests/value-test';
import { isRule } from '../../policies/engine/language/define-rule';
import { GENERATED_NOTICE, type Generator } from '../generated-file';

/** Every rule of the catalogue that is written as a tree, under its id. */
export const namedRules: readonly NamedRule[] = policyCatalog.flatMap(({ id, policy }) =>
  isRule(policy) ? [{ id, rule: policy }] : [],
);

/** The rules as API servers get them: the builders place these, and never see a rule. */
export const rulePackGenerator: Generator = {
  output: 'constructs/cluster/admission/rule-pack.ts',
  render: () =>
    [
      `// ${GENERATED_NOTICE}`,
      "import type { AdmissionRule } from './admission-rule';",
      '',
      '/** What the rules under policies/ require of single objects, as policies of API servers. */',
      `export const rulePack: readonly AdmissionRule[] = ${JSON.stringify(admissionRules(namedRules))};`,
      '',
    ].join('\n'),
};

/** The rules as policies of API servers; each records the digest of them all. */
export function admissionRules(rules: readonly NamedRule[]): readonly AdmissionRule[] {
  const policies = emitPolicies(rules);
  const digest = `sha256:${createHash('sha256').update(JSON.stringify(policies)).digest('hex')}`;
  return policies.map((one) => admissionRule(one, digest));
}

/** An object that is being deleted must not be kept by what it says. */
const staying = { name: 'is-not-being-deleted', expression: '!has(object.metadata.deletionTimestamp)' };

function conditionsFor(exempt: readonly string[]): NonNullable<AdmissionRule['conditions']> {
  if (exempt.length === 0) return [staying];
  const others = `!(request.userInfo.username in ${celList(exempt)})`;
  return [staying, { name: 'is-not-of-kubernetes-itself', expression: others }];
}

/** Namespaces of Kubernetes itself are left alone; of what stands in none, the API server doesn't ask for a namespace. */
const scopes = { everywhere: 'both', tenants: 'tenants', platform: 'platform' } as const;

function admissionRule(
  { name, scope, shape, exempt, copied, validations }: EmittedPolicy,
  digest: string,
): AdmissionRule {
  const [first, ...rest] = validations.map(checkOf);
  if (first === undefined) throw new RangeError(`the policy ${name} has no rule`);
  return {
    name: `rules-${name}`,
    resources: shape.kinds.map(({ group, version, resource, subresources = [] }) => ({
      apiGroup: group,
      apiVersion: version,
      names: [resource, ...subresources.map((one) => `${resource}/${one}`)],
    })),
    operations: ['CREATE', 'UPDATE'],
    scope: scopes[scope],
    conditions: conditionsFor(exempt),
    ...(copied ? { isCopied: true } : {}),
    parameter: { apiVersion: 'v1', kind: 'ConfigMap', named: admissionWaivers },
    variables: waiverVariables,
    checks: [first, ...rest],
    audit: { key: 'rule-pack', expression: `'${digest}'` },
  };
}

/**
 * The waivers of the object that count when the request came, each as the rule's id and all that it may find. Every line
 * of the parameter is a rule, an object, from when, until when, and that.
 */
const waiverVariables: AdmissionRule['variables'] = [
  {
    name: 'id',
    expression:
      "object.kind + '/' + (request.namespace == '' ? '-' : request.namespace) + '/' + (has(object.metadata.name) ? object.metadata.name : '')",
  },
  // A server stamps who writes what and when, before it asks; no client can write its own stamp of this request.
  {
    name: 'times',
    expression:
      'has(object.metadata.managedFields) ? object.metadata.managedFields.filter(f, has(f.time)).map(f, timestamp(f.time)) : []',
  },
  {
    name: 'waived',
    expression:
      "params.data.waivers.split('\\n').map(l, l.split(' ', 5)).filter(w, size(w) == 5 && w[1] == variables.id && variables.times.exists(t, t >= timestamp(w[2])) && variables.times.all(t, t < timestamp(w[3]))).map(w, w[0] + ' ' + w[4])",
  },
];

function checkOf({ rule, expression, message, reads }: AdmissionValidation): AdmissionRule['checks'][number] {
  if (reads === undefined) return { rule, expression, message };
  return { rule, expression: `(${expression}) || (${celLiteral(`${rule} `)} + ${reads}) in variables.waived`, message };
}

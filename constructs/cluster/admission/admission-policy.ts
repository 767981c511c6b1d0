import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../../model/naming';
import type { AdmissionRule } from './admission-rule';

const API_VERSION = 'admissionregistration.k8s.io/v1';

/** Namespaces of Kubernetes itself. */
const kubernetesNamespaces = ['kube-node-lease', 'kube-public', 'kube-system'] as const;

/** Namespaces of tenants, and all others that are neither Kubernetes' nor the platform's. */
const outsidePlatform = {
  matchExpressions: [
    { key: labels.service, operator: 'DoesNotExist' },
    { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [...kubernetesNamespaces] },
  ],
} as const;

/**
 * A rule that the API server holds to (ValidatingAdmissionPolicy and its binding): it refuses, it writes into the audit
 * log, and when it can't tell it refuses too.
 */
export class AdmissionPolicy extends Construct {
  public constructor(scope: Construct, rule: AdmissionRule) {
    super(scope, rule.name);
    const metadata = { name: rule.name, labels: { [labels.managedBy]: MANAGED_BY } };
    new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        ...(rule.parameter === undefined ? {} : { paramKind: { ...rule.parameter } }),
        matchConstraints: { resourceRules: [resourceRule(rule)] },
        ...(rule.variables.length > 0 ? { variables: rule.variables.map((one) => ({ ...one })) } : {}),
        validations: rule.checks.map(({ expression, message }) => ({
          expression,
          message: `${message.vi} / ${message.en}`,
          reason: 'Forbidden',
        })),
        auditAnnotations: [{ key: rule.audit.key, valueExpression: rule.audit.expression }],
      },
    });
    new ApiObject(this, 'binding', {
      apiVersion: API_VERSION,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: rule.name,
        ...(rule.parameter === undefined ? {} : { paramRef: { selector: {}, parameterNotFoundAction: 'Deny' } }),
        validationActions: ['Deny', 'Audit'],
        ...(rule.scope === 'tenants' ? { matchResources: { namespaceSelector: outsidePlatform } } : {}),
      },
    });
  }
}

function resourceRule({ resources }: AdmissionRule): object {
  const { apiGroup, operations, names } = resources;
  return { apiGroups: [apiGroup], apiVersions: ['v1'], operations: [...operations], resources: [...names] };
}

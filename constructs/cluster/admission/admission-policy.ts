import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { kubernetesNamespaces, labels, MANAGED_BY } from '../../../model/naming';
import type { AdmissionParameter, AdmissionRule } from './admission-rule';

const API_VERSION = 'admissionregistration.k8s.io/v1';

/** Where the controllers of Kubernetes have their accounts. */
const kubernetesControllers = ['kube-system'] as const;

const outsideKubernetes = {
  key: 'kubernetes.io/metadata.name',
  operator: 'NotIn',
  values: [...kubernetesNamespaces],
} as const;

/** Namespaces of each scope; what is neither Kubernetes' nor the platform's counts as a tenant's. */
const namespaces = {
  tenants: [{ key: labels.service, operator: 'DoesNotExist' }, outsideKubernetes],
  platform: [{ key: labels.service, operator: 'Exists' }, outsideKubernetes],
  both: [outsideKubernetes],
} as const;

/**
 * A rule that the API server holds to (ValidatingAdmissionPolicy and its binding): it refuses, it writes into the audit
 * log, and when it can't tell it refuses too.
 */
export class AdmissionPolicy extends Construct {
  /** `controllers` are the namespaces of Kubernetes and of the platform whose controllers make objects from others. */
  public constructor(scope: Construct, rule: AdmissionRule, controllers: readonly string[] = []) {
    super(scope, rule.name);
    const metadata = { name: rule.name, labels: { [labels.managedBy]: MANAGED_BY } };
    new ApiObject(this, 'Resource', {
      apiVersion: API_VERSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        ...(rule.parameter === undefined ? {} : { paramKind: paramKind(rule.parameter) }),
        matchConstraints: { resourceRules: resourceRules(rule) },
        ...matchConditions(rule, controllers),
        ...(rule.variables.length > 0 ? { variables: rule.variables.map((one) => ({ ...one })) } : {}),
        validations: rule.checks.map(({ rule: id, expression, message }) => ({
          expression,
          message: `${id === undefined ? '' : `${id}: `}${message.vi} / ${message.en}`,
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
        ...(rule.parameter === undefined ? {} : { paramRef: paramRef(rule.parameter) }),
        validationActions: ['Deny', 'Audit'],
        ...(rule.scope === 'everywhere'
          ? {}
          : { matchResources: { namespaceSelector: { matchExpressions: [...namespaces[rule.scope]] } } }),
      },
    });
  }
}

function matchConditions({ conditions = [], isCopied = false }: AdmissionRule, controllers: readonly string[]): object {
  const groups = [...kubernetesControllers, ...controllers].toSorted().map((one) => `'system:serviceaccounts:${one}'`);
  const copied = {
    name: 'is-no-copy-of-what-was-judged',
    expression: `!(has(object.metadata.ownerReferences) && has(request.userInfo.groups) && request.userInfo.groups.exists(g, g in [${groups.join(', ')}]))`,
  };
  const asked = [...conditions.map((one) => ({ ...one })), ...(isCopied ? [copied] : [])];
  return asked.length === 0 ? {} : { matchConditions: asked };
}

function resourceRules({ resources, operations }: AdmissionRule): readonly object[] {
  return resources.map(({ apiGroup, apiVersion = 'v1', names }) => ({
    apiGroups: [apiGroup],
    apiVersions: [apiVersion],
    operations: [...operations],
    resources: [...names],
  }));
}

function paramKind({ apiVersion, kind }: AdmissionParameter): object {
  return { apiVersion, kind };
}

function paramRef({ named }: AdmissionParameter): object {
  return { ...(named === undefined ? { selector: {} } : { ...named }), parameterNotFoundAction: 'Deny' };
}

import { AdmissionPolicy } from '../../../../constructs/cluster/admission/admission-policy';
import type { AdmissionRule } from '../../../../constructs/cluster/admission/admission-rule';
import { nodeRule } from '../../../../constructs/cluster/admission/node-rule';
import { namespaceRule, registryRule } from '../../../../constructs/cluster/admission/tenant-admission-rules';
import { quotaRule } from '../../../../constructs/cluster/admission/tenant-boundary-rules';
import { findObject, renderConstruct } from '../../../support/render-construct';

const rules: readonly AdmissionRule[] = [registryRule('registry.test.gov.vn'), namespaceRule, nodeRule, quotaRule];

function render(rule: AdmissionRule) {
  const objects = renderConstruct((scope) => new AdmissionPolicy(scope, rule));
  return {
    policy: findObject(objects, 'ValidatingAdmissionPolicy'),
    binding: findObject(objects, 'ValidatingAdmissionPolicyBinding'),
  };
}

describe('AdmissionPolicy', () => {
  test.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s refuses when it cannot tell, and is bound',
    (name, rule) => {
      const { policy, binding } = render(rule);
      expect(policy['spec']).toMatchObject({ failurePolicy: 'Fail', auditAnnotations: [{ key: rule.audit.key }] });
      expect(binding['spec']).toMatchObject({ policyName: name, validationActions: ['Deny', 'Audit'] });
    },
  );

  test('leaves Kubernetes and the platform alone where it is about pods', () => {
    expect(render(registryRule('registry.test.gov.vn')).binding['spec']).toMatchObject({
      matchResources: {
        namespaceSelector: {
          matchExpressions: [
            { key: 'ndc.gov.vn/service', operator: 'DoesNotExist' },
            {
              key: 'kubernetes.io/metadata.name',
              operator: 'NotIn',
              values: ['kube-node-lease', 'kube-public', 'kube-system'],
            },
          ],
        },
      },
    });
  });

  test('is about every namespace where it is about their labels', () => {
    expect(render(namespaceRule).binding['spec']).not.toHaveProperty('matchResources');
  });

  test('looks at every kind of container', () => {
    const text = JSON.stringify(render(registryRule('registry.test.gov.vn')).policy['spec']);
    for (const list of ['spec.containers', 'spec.?initContainers', 'spec.?ephemeralContainers'])
      expect(text.split(`object.${list}`)).toHaveLength(2);
  });

  test('keeps people to marking nodes, and asks kubelets and controllers nothing', () => {
    const { policy, binding } = render(nodeRule);
    expect(policy['spec']).toMatchObject({
      matchConstraints: { resourceRules: [{ operations: ['UPDATE'], resources: ['nodes'] }] },
      matchConditions: [{ expression: "!request.userInfo.username.startsWith('system:')" }],
    });
    expect(binding['spec']).not.toHaveProperty('matchResources');
    expect(JSON.stringify(policy['spec'])).not.toContain('unschedulable');
  });

  test('asks for a quota in the namespace of the pod, and refuses where there is none', () => {
    const { policy, binding } = render(quotaRule);
    expect(policy['spec']).toMatchObject({ paramKind: { apiVersion: 'v1', kind: 'ResourceQuota' } });
    expect(binding['spec']).toMatchObject({ paramRef: { selector: {}, parameterNotFoundAction: 'Deny' } });
    expect(render(registryRule('registry.test.gov.vn')).binding['spec']).not.toHaveProperty('paramRef');
  });

  test('names the registry of the nation', () => {
    expect(render(registryRule('registry.test.gov.vn')).policy['spec']).toMatchObject({
      matchConstraints: {
        resourceRules: [{ operations: ['CREATE', 'UPDATE'], resources: ['pods', 'pods/ephemeralcontainers'] }],
      },
      validations: [{ expression: "variables.images.all(image, image.startsWith('registry.test.gov.vn/'))" }],
    });
  });
});

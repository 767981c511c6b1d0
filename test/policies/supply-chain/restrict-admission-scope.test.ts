import policy from '../../../policies/supply-chain/restrict-admission-scope';
import { isOfPeople } from '../../../policies/supply-chain/admission/spares-kubernetes';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop, type Edit } from '../kit/edit-objects';
import { guarded, webhook } from './kit/admission-objects';

const binding = 'ValidatingAdmissionPolicyBinding';
const rules = ['spec', 'matchConstraints', 'resourceRules', 0];
const hooked = (bend: JsonObject): PolicyCase => ({ view: viewOf({ resources: [webhook(bend)] }) });
const on = (apiGroup: string, resource: string): JsonObject => ({
  rules: [{ apiGroups: [apiGroup], apiVersions: ['v1'], operations: ['*'], resources: [resource] }],
});

/** The rule is about nodes, wherever they are, and is asked where this holds. */
const onNodes =
  (condition: string): Edit =>
  (objects) => {
    const everywhere = change(binding, ['spec', 'matchResources'], undefined)(objects);
    const nodes = change('ValidatingAdmissionPolicy', [...rules, 'resources'], ['nodes'])(everywhere);
    const conditions = [{ name: 'is-asked', expression: condition }];
    return change('ValidatingAdmissionPolicy', ['spec', 'matchConditions'], conditions)(nodes);
  };

describePolicy('supply-chain/restrict-admission-scope', policy, {
  passes: {
    'a policy on pods of tenants': () => ({ view: guarded() }),
    'a webhook on pods of tenants': () => hooked({}),
    'a policy on namespaces themselves': () => ({
      view: guarded((objects) =>
        change(
          binding,
          ['spec', 'matchResources'],
          undefined,
        )(change('ValidatingAdmissionPolicy', [...rules, 'resources'], ['namespaces'])(objects)),
      ),
    }),
    'a policy on what people change of nodes': () => ({ view: guarded(onNodes(isOfPeople)) }),
  },
  fails: {
    'a policy on nodes that asks some controllers too': () => ({
      view: guarded(onNodes("!request.userInfo.username.startsWith('system:node:')")),
      where: 'images-of-the-nation: rules',
      got: 'matches nodes',
    }),
    'a policy on what people change of leases': () => ({
      view: guarded((objects) =>
        change(
          'ValidatingAdmissionPolicy',
          ['spec', 'matchConstraints', 'resourceRules'],
          [{ apiGroups: ['coordination.k8s.io'], operations: ['UPDATE'], resources: ['leases'] }],
        )(onNodes(isOfPeople)(objects)),
      ),
      where: 'images-of-the-nation: rules',
      got: 'matches leases',
    }),
    'a policy on pods of kube-system': () => ({
      view: guarded(change(binding, ['spec', 'matchResources'], undefined)),
      where: 'images-of-the-nation: namespaceSelector',
      got: 'takes kube-system',
    }),
    'a policy on nodes': () => ({
      view: guarded(change('ValidatingAdmissionPolicy', [...rules, 'resources'], ['nodes/status'])),
      where: 'images-of-the-nation: rules',
      got: 'matches nodes',
    }),
    'a webhook on leases': () => ({
      ...hooked(on('coordination.k8s.io', 'leases')),
      where: 'webhooks[0]: rules',
      got: 'matches leases',
    }),
    'a webhook on everything': () => ({ ...hooked(on('*', '*')), where: 'webhooks[0]: rules', got: 'matches nodes' }),
    'a webhook on admission rules': () => ({
      ...hooked(on('admissionregistration.k8s.io', 'validatingwebhookconfigurations')),
      where: 'webhooks[0]: rules',
      got: 'matches validatingwebhookconfigurations',
    }),
    'a webhook whose selector nobody can read, as unknown': () => ({
      ...hooked({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Near', values: [] }] } }),
      verdict: 'unknown',
      where: 'webhooks[0]: namespaceSelector',
      got: 'can’t be told',
    }),
    'a binding whose policy is gone, as unknown': () => ({
      view: guarded(drop('ValidatingAdmissionPolicy')),
      verdict: 'unknown',
      where: 'spec.policyName',
      got: 'no dc-north-shared-0/ValidatingAdmissionPolicy/-/images-of-the-nation',
    }),
  },
  ignores: {
    'a policy that nothing binds': () => ({ view: guarded(drop(binding)) }),
  },
});

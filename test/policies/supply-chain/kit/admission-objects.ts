import { labels } from '../../../../model/naming';
import type { JsonObject } from '../../../../resources/resource';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

const outsidePlatform: JsonObject = {
  matchExpressions: [
    { key: labels.service, operator: 'DoesNotExist' },
    {
      key: 'kubernetes.io/metadata.name',
      operator: 'NotIn',
      values: ['kube-node-lease', 'kube-public', 'kube-system'],
    },
  ],
};

const pods: JsonObject = {
  apiGroups: [''],
  apiVersions: ['v1'],
  operations: ['CREATE', 'UPDATE'],
  resources: ['pods', 'pods/ephemeralcontainers'],
};

const images: JsonObject = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'images-of-the-nation' },
  spec: {
    failurePolicy: 'Fail',
    matchConstraints: { resourceRules: [pods] },
    variables: [{ name: 'images', expression: 'object.spec.containers.map(c, c.image)' }],
    validations: [{ expression: "variables.images.all(image, image.startsWith('registry.test.gov.vn/'))" }],
  },
};

const binding: JsonObject = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: 'images-of-the-nation' },
  spec: {
    policyName: 'images-of-the-nation',
    validationActions: ['Deny', 'Audit'],
    matchResources: { namespaceSelector: outsidePlatform },
  },
};

/** The healthy nation with the admission rule on images in its first shared cluster, bent in one way. */
export function guarded(edit: Edit = asWritten): AssemblyView {
  const namespaces = healthyModel()
    .namespaces.filter((one) => one.cluster === 'dc-north-shared-0')
    .map(({ name, tenant }): GivenResource => ({
      body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [labels.tenant]: tenant } } },
    }));
  return viewOf({ resources: edit([...namespaces, { body: images }, { body: binding }]) });
}

/** A webhook on pods of tenants, bent. */
export function webhook(bend: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'guard' },
    webhooks: [{ name: 'guard.test.gov.vn', rules: [pods], namespaceSelector: outsidePlatform, ...bend }],
  };
}

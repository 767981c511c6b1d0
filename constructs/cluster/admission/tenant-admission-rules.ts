import { kubernetesNamespaces, labelPrefix, labels } from '../../../model/naming';
import { declareNamespaces } from '../access/platform-access';
import type { AdmissionRule } from './admission-rule';

const pods = [{ apiGroup: '', names: ['pods', 'pods/ephemeralcontainers'] }] as const;

const imageVariables = [
  {
    name: 'images',
    expression:
      'object.spec.containers.map(c, c.image) + object.spec.?initContainers.orValue([]).map(c, c.image)' +
      ' + object.spec.?ephemeralContainers.orValue([]).map(c, c.image)',
  },
] as const;

/** Images of tenants come from the nation's registry. */
export function registryRule(imageRegistry: string): AdmissionRule {
  return {
    name: 'images-of-the-nation',
    resources: pods,
    operations: ['CREATE', 'UPDATE'],
    scope: 'tenants',
    variables: imageVariables,
    checks: [
      {
        expression: `variables.images.all(image, image.startsWith('${imageRegistry}/'))`,
        message: { vi: `Ảnh phải lấy từ ${imageRegistry}`, en: `Images come from ${imageRegistry}` },
      },
    ],
    audit: { key: 'images', expression: "variables.images.join(',')" },
  };
}

const MAY_DECLARE = `authorizer.group('${declareNamespaces.apiGroup}').resource('${declareNamespaces.resource}').check('${declareNamespaces.verb}').allowed()`;

/** What the API server itself makes when it starts (kube-apiserver, system namespaces controller). */
const ownNamespaces = ['default', ...kubernetesNamespaces];

/**
 * Who a namespace belongs to decides what may reach it, so its labels are no tenant's to write: whoever may not declare
 * namespaces makes only such as say whose they are, and changes none of these labels.
 */
export const namespaceRule: AdmissionRule = {
  name: 'namespaces-say-whose-they-are',
  resources: [{ apiGroup: '', names: ['namespaces'] }],
  operations: ['CREATE', 'UPDATE'],
  scope: 'everywhere',
  variables: [
    { name: 'labels', expression: 'object.metadata.?labels.orValue({})' },
    { name: 'before', expression: "request.operation == 'UPDATE' ? oldObject.metadata.?labels.orValue({}) : {}" },
  ],
  checks: [
    {
      expression: `${MAY_DECLARE} || request.operation == 'UPDATE'`,
      message: {
        vi: 'Không gian tên được khai báo trong dữ kiện, không tạo trực tiếp',
        en: 'Namespaces are declared in the facts, not made by hand',
      },
    },
    {
      expression: `${MAY_DECLARE} || (variables.labels.all(k, !k.startsWith('${labelPrefix}/') || (k in variables.before && variables.before[k] == variables.labels[k])) && variables.before.all(k, !k.startsWith('${labelPrefix}/') || k in variables.labels))`,
      message: {
        vi: `Nhãn ${labelPrefix} của không gian tên không được thay đổi`,
        en: `The ${labelPrefix} labels of a namespace are not changed`,
      },
    },
    {
      expression: `'${labels.tenant}' in variables.labels || '${labels.service}' in variables.labels || object.metadata.?name.orValue('') in [${ownNamespaces.map((name) => `'${name}'`).join(', ')}]`,
      message: {
        vi: 'Không gian tên phải thuộc một đơn vị hoặc một dịch vụ nền tảng',
        en: 'A namespace belongs to a tenant or to a service of the platform',
      },
    },
  ],
  audit: { key: 'namespace', expression: "string(object.metadata.?name.orValue(''))" },
};

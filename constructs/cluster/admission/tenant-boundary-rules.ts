import { labels } from '../../../model/naming';
import type { AdmissionRule } from './admission-rule';

/** Networks wider than this are no peer but the world: the broadest block of the address plan is a /10, of IPv6 a /32. */
const PREFIX_LENGTH_MIN = 8;

const nameable = [labels.service, labels.system, labels.tenant, 'kubernetes.io/metadata.name'].toSorted();

/** A condition on the peer list of every rule; those of the two directions have two types in CEL. */
function everyPeerList(condition: string): string {
  return ['variables.sources', 'variables.targets'].map((lists) => `${lists}.all(list, ${condition})`).join(' && ');
}

/**
 * What no NetworkPolicy in a tenant's namespace may say, whoever writes it: policies add up, so one open rule takes the
 * denial of all others away (NetworkPolicy v1: an empty peer list means any peer).
 */
export const openPolicyRule: AdmissionRule = {
  name: 'network-policies-name-their-peers',
  resources: [{ apiGroup: 'networking.k8s.io', names: ['networkpolicies'] }],
  operations: ['CREATE', 'UPDATE'],
  scope: 'tenants',
  variables: [
    { name: 'sources', expression: 'object.spec.?ingress.orValue([]).map(r, r.?from.orValue([]))' },
    { name: 'targets', expression: 'object.spec.?egress.orValue([]).map(r, r.?to.orValue([]))' },
  ],
  checks: [
    {
      expression: everyPeerList('list.size() > 0'),
      message: {
        vi: 'Mỗi quy tắc mạng phải nêu bên kia là ai',
        en: 'Every rule of a network policy names its peers',
      },
    },
    {
      expression: everyPeerList(
        `list.all(p, !has(p.ipBlock) || cidr(p.ipBlock.cidr).prefixLength() >= ${PREFIX_LENGTH_MIN})`,
      ),
      message: { vi: 'Khối địa chỉ quá rộng', en: 'A block of addresses is as wide as the world' },
    },
    {
      expression: everyPeerList(
        `list.all(p, !has(p.namespaceSelector) || p.namespaceSelector.?matchLabels.orValue({}).exists(k, k in [${nameable.map((key) => `'${key}'`).join(', ')}]))`,
      ),
      message: {
        vi: 'Bộ chọn không gian tên phải nêu đơn vị, hệ thống, dịch vụ hoặc tên',
        en: 'A namespace selector names a tenant, a system, a service or a namespace',
      },
    },
  ],
  audit: { key: 'policy', expression: "request.namespace + '/' + object.metadata.?name.orValue('')" },
};

/**
 * Pods run only where a quota bounds them. Without one, a tenant takes what others were promised; the quota is looked
 * up by the API server, and a namespace without any is refused (`parameterNotFoundAction`).
 */
export const quotaRule: AdmissionRule = {
  name: 'pods-stand-under-a-quota',
  resources: [{ apiGroup: '', names: ['pods'] }],
  operations: ['CREATE'],
  scope: 'tenants',
  parameter: { apiVersion: 'v1', kind: 'ResourceQuota' },
  variables: [{ name: 'hard', expression: 'params.spec.?hard.orValue({})' }],
  checks: [
    {
      expression: "['limits.cpu', 'limits.memory', 'pods'].all(k, k in variables.hard)",
      message: {
        vi: 'Hạn mức của không gian tên phải giới hạn CPU, bộ nhớ và số Pod',
        en: 'The quota of the namespace bounds CPU, memory and pods',
      },
    },
  ],
  audit: { key: 'quota', expression: "string(params.metadata.?name.orValue(''))" },
};

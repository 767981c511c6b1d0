import { labels } from '../../model/naming';
import { listAt, textAt, textsAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** What an API server must look at itself, and words without which an expression can't. */
interface Guard {
  readonly resource: string;
  readonly words: readonly string[];
}

const guards: readonly Guard[] = [
  { resource: 'pods', words: ['hostNetwork', 'hostPID', 'hostIPC'] },
  { resource: 'pods', words: ['hostPath'] },
  { resource: 'pods', words: ['privileged'] },
  { resource: 'pods', words: ['hostPort'] },
  { resource: 'pods', words: ['limits.cpu', 'limits.memory'] },
  { resource: 'namespaces', words: [labels.tenant, labels.system, labels.zone] },
  { resource: 'networkpolicies', words: ['ipBlock'] },
];

export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm chứa hệ thống tự xét Pod, không gian tên và chính sách mạng mà người dùng tạo sau này',
    en: 'the API server of each cluster that hosts systems itself judges pods, namespaces and network policies made later',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.5.2.1', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Cổng kiểm tra chỉ thấy hiện vật; điều người dùng tạo trực tiếp trên cụm chỉ máy chủ API thấy.',
    en: 'The gate sees artifacts alone; what users make on the cluster is seen by its API server alone.',
  },
  fix: {
    vi: 'Sinh lại các ValidatingAdmissionPolicy của cụm.',
    en: 'Synthesize the ValidatingAdmissionPolicies of the cluster.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check({ of: cluster }, { view }) {
    const policies = view.resources.inCluster(cluster.id, 'ValidatingAdmissionPolicy');
    const missing = guards.find((guard) => !policies.some((one) => holds(one, guard)));
    return missing === undefined
      ? pass
      : fail('ValidatingAdmissionPolicy', `none on ${missing.words.join(', ')} of ${missing.resource}`, 'one');
  },
});

/** Whether a policy is asked about the resource when it is made, and speaks of the words. */
function holds({ body }: Resource, { resource, words }: Guard): boolean {
  const isAsked = listAt(body, 'spec', 'matchConstraints', 'resourceRules').some(
    (rule) => textsAt(rule, 'resources').includes(resource) && textsAt(rule, 'operations').includes('CREATE'),
  );
  const expressions = listAt(body, 'spec', 'validations').map((one) => textAt(one, 'expression') ?? '');
  return isAsked && words.every((word) => expressions.some((one) => one.includes(word)));
}

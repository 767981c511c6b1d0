import { isUnresolved, textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';

const PREFIX = 'pod-security.kubernetes.io/';
const modes = ['enforce', 'audit', 'warn'] as const;

export default definePolicy({
  title: {
    vi: 'Mọi không gian tên của hệ thống áp dụng Pod Security mức restricted',
    en: 'every namespace of a system is held to Pod Security restricted',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-6.5.2.3', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Một Pod có đặc quyền thoát ra máy chủ và đọc dữ liệu của mọi hệ thống khác trên đó.',
    en: 'A privileged pod gets out to its node and reads the data of every other system there.',
  },
  fix: {
    vi: 'Đặt ba nhãn enforce, audit, warn là restricted, và phiên bản bằng phiên bản Kubernetes đích.',
    en: 'Set the labels enforce, audit and warn to restricted, at the version of the target.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: { cluster, name } }, { view }) => {
    const namespace = view.resources.tryFind(`${cluster}/Namespace/-/${name}`);
    if (namespace === undefined) return fail('Namespace', 'missing', 'a namespace with Pod Security labels');
    const version = `v${view.model.nation.target.kubernetes}`;
    const wanted = modes.flatMap((mode) => [
      { label: `${PREFIX}${mode}`, value: 'restricted' },
      { label: `${PREFIX}${mode}-version`, value: version },
    ]);
    for (const { label, value } of wanted) {
      if (isUnresolved(valueAt(namespace.body, 'metadata', 'labels', label))) {
        return unknown(label, 'what Terraform alone can tell', value);
      }
      const got = textAt(namespace.body, 'metadata', 'labels', label);
      if (got !== value) return fail(label, got ?? 'not set', value);
    }
    return pass;
  },
});

import { booleanAt, isUnresolved, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { namespaceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mỗi không gian tên có tài khoản riêng cho ứng dụng, không tự gắn mã truy cập',
    en: 'every namespace has an account of its own for workloads, without a token that nobody asked for',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'd331-30.8'],
  why: {
    vi: 'Mã truy cập gắn sẵn cho phép kẻ chiếm được một Pod gọi API của cụm bằng quyền của ứng dụng.',
    en: "A token that is always there lets whoever captures a pod call the cluster's API in the workload's name.",
  },
  fix: {
    vi: 'Viết ServiceAccount khác default với automountServiceAccountToken là false.',
    en: 'Write a ServiceAccount other than default with automountServiceAccountToken false.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: { cluster, name } }, { view }) => {
    const accounts = view.resources.inNamespace(cluster, name, 'ServiceAccount');
    if (!accounts.some((one) => one.name !== 'default')) {
      return fail('ServiceAccount', accounts.length === 0 ? 'missing' : 'default alone', 'an account of its own');
    }
    for (const account of accounts) {
      const where = `ServiceAccount ${account.name} automountServiceAccountToken`;
      const value = valueAt(account.body, 'automountServiceAccountToken');
      if (isUnresolved(value)) return unknown(where, 'what Terraform alone can tell', 'false');
      if (booleanAt(account.body, 'automountServiceAccountToken') !== false) {
        return fail(where, value === undefined ? 'not set' : JSON.stringify(value), 'false');
      }
    }
    return pass;
  },
});

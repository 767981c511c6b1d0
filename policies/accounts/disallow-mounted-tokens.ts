import { is, not, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import serviceAccounts from '../engine/targets/access/service-accounts';

/** The operator of databases makes an account for each, whose pods call the API server by design. */
const DATABASES = 'postgresql.cnpg.io/v1';

/** CIS Kubernetes Benchmark 5.1.6. Pods say it too; an account that does reaches those that forget. */
export default defineRule({
  title: {
    vi: 'Tài khoản dịch vụ của hệ thống không tự gắn mã truy cập vào Pod',
    en: 'accounts of systems mount no token into pods that ask for none',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.5.2.1'],
  why: {
    vi: 'Mã truy cập gắn sẵn cho phép kẻ chiếm được một Pod gọi API của cụm bằng quyền của ứng dụng.',
    en: "A token that is always there lets whoever captures a pod call the cluster's API in the workload's name.",
  },
  fix: {
    vi: 'Đặt automountServiceAccountToken của ServiceAccount là false.',
    en: 'Set automountServiceAccountToken of the ServiceAccount to false.',
  },
  on: serviceAccounts,
  scope: 'tenants',
  when: (account) => not(some(account.metadata.ownerReferences, (owner) => is(owner.apiVersion, DATABASES))),
  require: (account) => is(account.automountServiceAccountToken, false),
  examples: {
    passes: { 'an account whose pods get no token': {} },
    fails: {
      'an account that something of no version made': {
        object: { automountServiceAccountToken: true, metadata: { ownerReferences: [{ name: 'web', uid: 'web' }] } },
      },
      'an account that says nothing of tokens': { object: { automountServiceAccountToken: null } },
      'an account of something that is no database': {
        object: {
          automountServiceAccountToken: true,
          metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'web' }] },
        },
      },
    },
    ignores: {
      'the account of a database': {
        object: {
          automountServiceAccountToken: null,
          metadata: {
            ownerReferences: [
              { apiVersion: 'v1', kind: 'ConfigMap', name: 'web', uid: 'web' },
              { apiVersion: DATABASES, kind: 'Cluster', name: 'database', uid: 'database' },
            ],
          },
        },
      },
    },
  },
});

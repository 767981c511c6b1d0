import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import secrets from '../engine/targets/access/secrets';

const TOKEN = 'kubernetes.io/service-account-token';

/** Kubernetes RBAC Good Practices; Kubernetes documentation, Managing Service Accounts. */
export default defineRule({
  title: {
    vi: 'Không bí mật nào chứa mã truy cập không hết hạn',
    en: 'no secret holds a token of an account that never ends',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Mã truy cập trong bí mật không hết hạn và không gắn với Pod nào: kẻ lấy được dùng mãi, từ bất kỳ đâu.',
    en: 'Such a token ends with its secret alone and is bound to no pod: whoever takes it uses it from anywhere.',
  },
  fix: {
    vi: 'Xóa bí mật; gắn mã truy cập có thời hạn qua projected volume, hoặc gọi TokenRequest.',
    en: 'Delete the secret; mount a token that ends by a projected volume, or call TokenRequest.',
  },
  mayBeVacuous: {
    vi: 'Hiện vật không chứa bí mật; bí mật được tạo trên cụm, nơi quy tắc này được kiểm tra.',
    en: 'Artifacts hold no secrets; those are made on clusters, where the rule acts.',
  },
  on: secrets,
  require: (secret) => isNot(secret.type, TOKEN),
  examples: {
    passes: { 'a secret of an application': {}, 'a secret without a type': { object: { type: null } } },
    fails: {
      'a token of an account': {
        object: { type: TOKEN, metadata: { annotations: { 'kubernetes.io/service-account.name': 'web' } } },
      },
    },
  },
});

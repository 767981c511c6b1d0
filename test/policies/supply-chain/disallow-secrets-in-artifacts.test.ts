import policy from '../../../policies/supply-chain/disallow-secrets-in-artifacts';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const given = (kind: string, rest: JsonObject): PolicyCase => ({
  view: viewOf({ resources: [{ kind, metadata: { name: 'x', namespace: 'platform-logging' }, ...rest }] }),
});
const config = (text: string): PolicyCase => given('ConfigMap', { data: { 'app.conf': text } });
const leak = { where: 'data.app.conf', got: 'looks like a secret' };
const pod = { containers: [{ name: 'x', env: [{ name: 'DB', value: 'postgres://u?password=hunter2secret' }] }] };

describePolicy('supply-chain/disallow-secrets-in-artifacts', policy, {
  passes: {
    'a configuration that names a secret': () => config('tls.key_file: /etc/certificate/tls.key'),
    'the way in which passwords are kept': () => config('password_encryption: scram-sha-256'),
    'a password from the environment': () => config('password: ${DATABASE_PASSWORD}'),
    'a Secret that others fill': () => given('Secret', { type: 'Opaque' }),
  },
  fails: {
    'a Secret with its values': () => ({ ...given('Secret', { data: { a: 'Yg==' } }), where: 'data', got: 'values' }),
    'a private key': () => ({ ...config(`-----BEGIN ${'RSA'} PRIVATE KEY-----\nMIIE`), ...leak }),
    'a key of a cloud': () => ({ ...config(`key = ${'AKIA'}ABCDEFGHIJKLMNOP`), ...leak }),
    'a password': () => ({ ...config('password: hunter2secret'), ...leak }),
    'a password of a container': () => ({
      ...given('Deployment', { spec: { template: { spec: pod } } }),
      where: 'spec.template.spec.containers.0.env.0.value',
      got: 'looks like a secret',
    }),
  },
  ignores: { 'kinds that carry no text for programs': () => given('ResourceQuota', { spec: {} }) },
});

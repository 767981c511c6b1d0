import policy from '../../../policies/control-plane/require-strong-tls';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFlag } from './kit/planes';

const weak = 'TLS_RSA_WITH_AES_128_CBC_SHA';

describePolicy('control-plane/require-strong-tls', policy, {
  passes: {
    'TLS 1.2 with strong suites': () => planes(),
    'TLS 1.3': () => withFlag('apiServer', 'tls-min-version', 'VersionTLS13'),
  },
  fails: {
    'TLS 1.0': () => ({
      ...withFlag('apiServer', 'tls-min-version', 'VersionTLS10'),
      where: 'apiServer --tls-min-version',
      got: 'VersionTLS10',
    }),
    'a suite without forward secrecy': () => ({
      ...withFlag('scheduler', 'tls-cipher-suites', weak),
      where: 'scheduler --tls-cipher-suites',
      got: weak,
    }),
    'no list of suites': () => ({
      ...withFlag('controllerManager', 'tls-cipher-suites', ''),
      where: 'controllerManager --tls-cipher-suites',
      got: '',
    }),
    'an etcd that takes any suite': () => ({
      ...withFlag('etcd', 'cipher-suites'),
      where: 'etcd --cipher-suites',
      got: 'not given',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});

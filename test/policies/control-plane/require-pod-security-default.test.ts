import policy from '../../../policies/control-plane/require-pod-security-default';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFile, withFlag } from './kit/planes';

const security = ['plugins', 0, 'configuration'] as const;

describePolicy('control-plane/require-pod-security-default', policy, {
  passes: {
    'restricted by default': () => planes(),
    'no exemption at all': () => withFile('admission', [...security, 'exemptions', 'namespaces'], []),
  },
  fails: {
    'an API server that reads no such file': () => ({
      ...withFlag('apiServer', 'admission-control-config-file'),
      where: '--admission-control-config-file',
      got: 'not given',
    }),
    'a file that isn’t there': () => ({
      ...withFile('admission', []),
      where: '--admission-control-config-file',
      got: 'no file /etc/kubernetes/configuration/admission.yaml',
    }),
    'other plugins alone': () => ({
      ...withFile('admission', ['plugins', 0, 'name'], 'EventRateLimit'),
      where: 'plugins',
      got: 'without PodSecurity',
    }),
    'baseline pods': () => ({
      ...withFile('admission', [...security, 'defaults', 'enforce'], 'baseline'),
      where: 'PodSecurity defaults.enforce',
      got: 'baseline',
    }),
    'a namespace of a system that is exempt': () => ({
      ...withFile('admission', [...security, 'exemptions', 'namespaces'], ['kube-system', 'p01-proc-server']),
      where: 'PodSecurity exemptions.namespaces',
      got: 'p01-proc-server',
    }),
    'a user who is exempt': () => ({
      ...withFile('admission', [...security, 'exemptions', 'usernames'], ['ndc:somebody']),
      where: 'PodSecurity exemptions.usernames',
      got: 'ndc:somebody',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});

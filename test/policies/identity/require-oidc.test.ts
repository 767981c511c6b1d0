import policy from '../../../policies/identity/require-oidc';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { authentication, controlPlane, SUBJECT, type GivenControlPlane } from './kit/control-plane';

const given = (one: GivenControlPlane = {}) => ({ subject: SUBJECT, view: viewOf({ resources: controlPlane(one) }) });
const mapped = (username: string, groups: string) => ({
  claimMappings: { username: { claim: 'sub', prefix: username }, groups: { claim: 'groups', prefix: groups } },
});

describePolicy('identity/require-oidc', policy, {
  passes: {
    'the national provider with a second factor': () => given(),
    'a prefix of groups instead of a rule that refuses them': () =>
      given({ authentication: authentication({ ...mapped('ndc:', 'ndc:'), userValidationRules: [] }) }),
  },
  fails: {
    'a cluster without control plane': () => ({
      subject: SUBJECT,
      view: viewOf(),
      where: 'KubeadmControlPlane',
      got: 'missing',
    }),
    'an API server without the flag': () => ({
      ...given({ flags: { 'authorization-mode': 'Node,RBAC' } }),
      where: '--authentication-config',
      got: 'not given',
    }),
    'a flag that names no file': () => ({
      ...given({ flags: { 'authentication-config': '/etc/other.yaml' } }),
      where: '/etc/other.yaml',
      got: 'no such file',
    }),
    'another provider': () => ({
      ...given({
        authentication: authentication({ issuer: { url: 'http://identity.test.gov.vn', audiences: ['kubernetes'] } }),
      }),
      where: 'jwt issuer.url',
      got: 'http://identity.test.gov.vn',
    }),
    'tokens for others as well': () => ({
      ...given({
        authentication: authentication({
          issuer: { url: 'https://identity.test.gov.vn', audiences: ['kubernetes', 'mail'] },
        }),
      }),
      where: 'jwt issuer.audiences',
      got: 'kubernetes, mail',
    }),
    'no second factor': () => ({
      ...given({ authentication: authentication({ claimValidationRules: [] }) }),
      where: 'jwt claimValidationRules',
      got: 'no rule for a second factor',
    }),
    'a second factor that is optional': () => ({
      ...given({
        authentication: authentication({
          claimValidationRules: [{ expression: "!has(claims.amr) || dyn(claims.amr).exists(m, m == 'mfa')" }],
        }),
      }),
      where: 'jwt claimValidationRules',
      got: 'no rule for a second factor',
    }),
    'names without prefix': () => ({
      ...given({ authentication: authentication(mapped('', '')) }),
      where: 'jwt claimMappings.username.prefix',
      got: 'none',
    }),
    'groups that may be those of Kubernetes': () => ({
      ...given({ authentication: authentication({ userValidationRules: [] }) }),
      where: 'jwt claimMappings.groups.prefix',
      got: 'none',
    }),
    'a configuration that nobody can read': () => ({
      ...given({ authentication: '- not\n- an object\n' }),
      verdict: 'unknown',
      where: 'spec.kubeadmConfigSpec.files[0].content',
      got: 'not one YAML object',
    }),
  },
  ignores: { 'a nation without clusters': () => ({ view: viewOf({ model: { ...healthyModel(), clusters: [] } }) }) },
});

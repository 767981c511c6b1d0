import type { NationFact } from '../../../model/facts/nation-fact';
import { platformGroups } from '../../cluster/access/platform-groups';

/** What answers without a name: health for the kubelet's probes, and what a new node needs to trust the cluster. */
const anonymousPaths = [
  '/livez',
  '/readyz',
  '/healthz',
  '/api/v1/namespaces/kube-public/configmaps/cluster-info',
] as const;

/**
 * Who may call the API server (apiserver.config.k8s.io/v1): people of the national identity provider, with a second
 * factor (RFC 8176 `amr`) and a token that is short-lived, shorter for administrators. Anonymous requests get four
 * paths and no more: with the flag `anonymous-auth=false` kubeadm could neither probe nor join a node, and the API
 * server refuses the flag beside this. Groups come as the provider names them, but never one of Kubernetes itself.
 */
export function authenticationConfiguration(identity: NationFact['identity']): object {
  const rules = [...multiFactorRules(identity), ...sessionRules(identity)];
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    jwt: [
      {
        issuer: { url: `https://${identity.issuer}`, audiences: [identity.clientId] },
        claimValidationRules: rules,
        claimMappings: { username: { claim: 'sub', prefix: 'ndc:' }, groups: { claim: 'groups', prefix: '' } },
        userValidationRules: [
          {
            expression: "!user.username.startsWith('system:') && user.groups.all(group, !group.startsWith('system:'))",
            message: 'names that start with system: belong to Kubernetes',
          },
        ],
      },
    ],
    anonymous: { enabled: true, conditions: anonymousPaths.map((path) => ({ path })) },
  };
}

/** Claims have no type of their own in CEL: without `dyn()` the API server refuses to look into a list. */
function multiFactorRules({ multiFactor }: NationFact['identity']): object[] {
  if (!multiFactor) return [];
  return [
    {
      expression: "has(claims.amr) && dyn(claims.amr).exists(method, method == 'mfa')",
      message: 'sign in with a second factor',
    },
  ];
}

function sessionRules({ sessionMinutesMax, adminSessionMinutesMax }: NationFact['identity']): object[] {
  const administrators = Object.values(platformGroups)
    .map((group) => `'${group}'`)
    .join(', ');
  return [
    {
      expression: `claims.exp - claims.iat <= ${sessionMinutesMax * 60}`,
      message: `a session lasts at most ${sessionMinutesMax} minutes`,
    },
    {
      expression:
        `!has(claims.groups) || !dyn(claims.groups).exists(group, group in [${administrators}] || group.endsWith(':administrators'))` +
        ` || claims.exp - claims.iat <= ${adminSessionMinutesMax * 60}`,
      message: `a session of an administrator lasts at most ${adminSessionMinutesMax} minutes`,
    },
  ];
}

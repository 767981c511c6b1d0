/** Namespaces of Kubernetes itself, where the network agent runs; all others carry labels of their own. */
const exemptNamespaces = ['kube-system'] as const;

/**
 * What pods are when their namespace says nothing (Pod Security Admission): `restricted`. Namespaces of the platform
 * whose agents need more say so by label, with the reason beside it; only Kubernetes' own is exempt.
 */
export function admissionConfiguration(kubernetes: string): object {
  const version = `v${kubernetes}`;
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AdmissionConfiguration',
    plugins: [
      {
        name: 'PodSecurity',
        configuration: {
          apiVersion: 'pod-security.admission.config.k8s.io/v1',
          kind: 'PodSecurityConfiguration',
          defaults: {
            enforce: 'restricted',
            'enforce-version': version,
            audit: 'restricted',
            'audit-version': version,
            warn: 'restricted',
            'warn-version': version,
          },
          exemptions: { usernames: [], runtimeClasses: [], namespaces: [...exemptNamespaces] },
        },
      },
    ],
  };
}

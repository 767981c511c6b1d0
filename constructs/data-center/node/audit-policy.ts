/** Groups whose objects decide who may do what, or what is admitted: writes are logged with their content. */
const powerGroups = [
  { group: 'rbac.authorization.k8s.io' },
  { group: 'admissionregistration.k8s.io' },
  { group: 'networking.k8s.io', resources: ['networkpolicies'] },
  { group: 'policy.networking.k8s.io' },
  { group: 'cilium.io', resources: ['ciliumnetworkpolicies', 'ciliumclusterwidenetworkpolicies'] },
] as const;

const writes = ['create', 'update', 'patch', 'delete', 'deletecollection'] as const;

/**
 * What the API server records (audit.k8s.io/v1; TCVN 14423:2026 x.8.2.1 a): who did what to which object for every
 * request; for writes to access and policies also what. Secrets, tokens and config maps never with their content. The
 * first rule that matches counts.
 */
export function auditPolicy(): object {
  return {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitManagedFields: true,
    omitStages: ['RequestReceived'],
    rules: [
      {
        level: 'Metadata',
        resources: [
          { group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/token'] },
          { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
        ],
      },
      { level: 'RequestResponse', verbs: [...writes], resources: powerGroups.map((one) => ({ ...one })) },
      { level: 'Metadata' },
    ],
  };
}

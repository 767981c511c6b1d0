import { defineTarget } from '../../language/target';
import type { ServiceAccount } from '../../shapes/kubernetes';

/** Accounts in whose name pods call the API server. */
export default defineTarget<ServiceAccount>({
  name: 'service-accounts',
  namespaced: true,
  // Kubernetes makes the account `default` of each namespace, and a namespace without it takes no pods.
  exempt: ['system:kube-controller-manager', 'system:serviceaccount:kube-system:service-account-controller'],
  shapes: [
    {
      name: 'account',
      kinds: [{ kind: 'ServiceAccount', group: '', version: 'v1', resource: 'serviceaccounts' }],
    },
  ],
  healthy: { automountServiceAccountToken: false },
});

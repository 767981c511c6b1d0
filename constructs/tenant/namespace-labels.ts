import { labels, MANAGED_BY } from '../../model/naming';
import type { Namespace } from '../../model/tenancy/namespace';

/**
 * Labels of a tenant's namespace: whose it is, which policies select; and Pod Security `restricted`, held at the
 * version of the target so that an upgrade of the cluster never changes what is admitted.
 */
export function namespaceLabels(namespace: Namespace, kubernetes: string): Record<string, string> {
  return {
    [labels.managedBy]: MANAGED_BY,
    [labels.tenant]: namespace.tenant,
    [labels.system]: namespace.system,
    [labels.zone]: namespace.zone,
    [labels.level]: String(namespace.level),
    [labels.site]: namespace.site,
    ...podSecurityLabels(kubernetes),
  };
}

function podSecurityLabels(kubernetes: string): Record<string, string> {
  const modes = ['enforce', 'audit', 'warn'] as const;
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, 'restricted'],
      [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetes}`],
    ]),
  );
}

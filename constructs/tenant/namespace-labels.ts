import { labels, MANAGED_BY } from '../../model/naming';
import type { Namespace } from '../../model/tenancy/namespace';

/** Labels of every object in a tenant's namespace: who wrote it and whose it is. */
export function tenantObjectLabels({ tenant, system }: Namespace): Record<string, string> {
  return { [labels.managedBy]: MANAGED_BY, [labels.tenant]: tenant, [labels.system]: system };
}

/**
 * Labels of a tenant's namespace: whose it is, what policies select it by; and Pod Security `restricted`, held at the
 * version of the target so that an upgrade of the cluster never changes what is admitted.
 */
export function namespaceLabels(namespace: Namespace, kubernetes: string): Record<string, string> {
  return {
    ...tenantObjectLabels(namespace),
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

import { labels, MANAGED_BY } from '../../../model/naming';
import type { JsonObject } from '../../../resources/resource';

/** Name of the service that every namespace of a GitOps engine is labelled with, as those of the platform are. */
const SERVICE = 'gitops';

/** Labels of what an export writes beside the objects of the assembly. */
export const ownLabels = { [labels.managedBy]: MANAGED_BY, [labels.service]: SERVICE } as const;

/** A namespace of an engine: of the platform, so that its images and pods are judged as those of the platform are. */
export function engineNamespace(name: string): JsonObject {
  const podSecurity = Object.fromEntries(
    ['audit', 'enforce', 'warn'].map((mode) => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
  );
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...ownLabels, ...podSecurity } } };
}

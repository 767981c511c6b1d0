import { platformNamespaceName } from '../../../../model/naming';
import { platformServicesOf } from '../../../../model/platform/platform-service-table';
import type { ModelView } from '../../model-view';

/** Services of the platform that whoever may reach a cluster from outside may call. */
const frontServices: ReadonlySet<string> = new Set(
  platformServicesOf({ role: 'shared' })
    .filter(({ callers }) => callers === 'outside')
    .map(({ service }) => platformNamespaceName(service)),
);

/** Whether a namespace is a front: the DMZ of a system, or a service of the platform that has callers outside. */
export function isFront(model: ModelView, cluster: string, namespace: string): boolean {
  const known = model.tryNamespace(cluster, namespace);
  return known === undefined ? frontServices.has(namespace) : known.zone === 'dmz';
}

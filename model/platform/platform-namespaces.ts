import type { Model } from '../model';
import { platformNamespaceName } from '../naming';
import type { Cluster } from '../site/cluster';
import { machinesNamespace, SITE_NAMESPACE } from './management-namespace';
import type { PlatformService } from './platform-service';
import { platformServicesOf } from './platform-service-table';

/** A namespace of the platform in one cluster, and what it is for. */
export interface PlatformNamespaceRow {
  readonly name: string;
  readonly service: PlatformService;
}

/** Namespaces that hold objects of controllers and run no pods. */
const objectsOnly: Omit<PlatformService, 'service'> = {
  once: { cpu: 1, memoryGiB: 1, pods: 0 },
  in: ['management'],
  callers: 'nobody',
  ports: [],
  calls: [],
  webhookPorts: [],
};

/**
 * The platform namespaces of a cluster, sorted by name. A management cluster also has one for the machines of each
 * cluster of its site, and one for the site itself.
 */
export function platformNamespacesOf(
  model: Pick<Model, 'clusters'>,
  cluster: Cluster,
): readonly PlatformNamespaceRow[] {
  return [...serviceNamespacesOf(cluster), ...machineNamespaces(model, cluster)].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** The namespaces in which services of the platform run, and their controllers with them, sorted by service. */
export function serviceNamespacesOf(cluster: Pick<Cluster, 'role'>): readonly PlatformNamespaceRow[] {
  return platformServicesOf(cluster).map((service) => ({
    name: service.namespace ?? platformNamespaceName(service.service),
    service,
  }));
}

function machineNamespaces(
  { clusters }: Pick<Model, 'clusters'>,
  { role, site }: Cluster,
): readonly PlatformNamespaceRow[] {
  if (role !== 'management') return [];
  const machines = clusters.filter((one) => one.site === site).map(machinesNamespace);
  return [
    { name: SITE_NAMESPACE, service: { ...objectsOnly, service: 'site' } },
    ...machines.map((name) => ({ name, service: { ...objectsOnly, service: 'machines' } })),
  ];
}

import type { Model } from '../model';
import { platformNamespaceName } from '../naming';
import type { Cluster } from '../site/cluster';
import { apiEndpoint } from './api-server';

/** Port of syslog over TLS (RFC 5425). */
export const SYSLOG_TLS_PORT = 6514;

const HTTPS_PORT = 443;

/** What a platform service calls outside its cluster: host names, sorted, and a TCP port. */
export interface PlatformDestination {
  readonly service: string;
  readonly names: readonly string[];
  readonly port: number;
}

/** Everything that the platform services of a cluster call by name, sorted by service. */
export function platformDestinations(model: Model, cluster: Cluster): readonly PlatformDestination[] {
  const { security, identity, domain } = model.nation;
  const dataCenters = model.sites.filter((site) => site.kind === 'national-data-center');
  const managed = model.clusters.filter((one) => cluster.role === 'management' && one.site === cluster.site);
  const destinations: readonly PlatformDestination[] = [
    { service: 'backup', names: dataCenters.map(({ id }) => `objects.${id}.${domain}`), port: HTTPS_PORT },
    { service: 'cert-manager', names: [security.certificateAuthority], port: HTTPS_PORT },
    { service: 'cluster-api', names: managed.map((one) => apiEndpoint(one, domain).host), port: 6443 },
    { service: 'identity', names: [identity.issuer], port: HTTPS_PORT },
    { service: 'logging', names: [security.siem, security.nationalCenter], port: SYSLOG_TLS_PORT },
  ];
  return destinations
    .filter(({ names }) => names.length > 0)
    .map((one) => ({ ...one, names: [...new Set(one.names)].toSorted() }));
}

/** Namespace of the service that calls a destination. */
export function namespaceOf({ service }: PlatformDestination): string {
  return platformNamespaceName(service);
}

import { DATABASE_LABEL, platformNamespaceName } from '../../../model/naming';
import { apiServerPorts } from '../../../model/platform/api-server';
import { podsOf, type DeclaredEnd, type DeclaredPath } from '../../../model/segmentation/declared-path';
import { DATABASE_STATUS, HTTPS, POSTGRESQL } from '../../../model/segmentation/zone-flow';
import { listAt, textAt } from '../../json-path';
import type { Resource } from '../../resource';

/**
 * What a database needs beside the flows of its zone (CloudNativePG): its instances replicate and ask each other's state,
 * their operator asks it too, they call the API server, and the log archive goes to its store under the nation's domain.
 */
export function databasePaths(database: Resource, domain: string): readonly DeclaredPath[] {
  const { name, namespace = '' } = database;
  const own: DeclaredEnd = { kind: 'pods', namespace, labels: { [DATABASE_LABEL]: name } };
  const path = (declared: Omit<DeclaredPath, 'wantedBy'>): DeclaredPath => ({
    ...declared,
    wantedBy: `database/${name}`,
  });
  return [
    path({ from: own, to: own, ports: [POSTGRESQL, DATABASE_STATUS] }),
    path({ from: podsOf(platformNamespaceName('database')), to: own, ports: [DATABASE_STATUS] }),
    path({ from: own, to: { kind: 'nodes' }, ports: apiServerPorts }),
    ...archiveHosts(database, domain).map((fqdn) => path({ from: own, to: { kind: 'name', fqdn }, ports: [HTTPS] })),
  ];
}

/** Hosts of the stores that a database archives to or recovers from, in the nation's domain. */
export function archiveHosts({ body }: Resource, domain: string): readonly string[] {
  const urls = [
    textAt(body, 'spec', 'backup', 'barmanObjectStore', 'endpointURL'),
    ...listAt(body, 'spec', 'externalClusters').map((one) => textAt(one, 'barmanObjectStore', 'endpointURL')),
  ];
  const hosts = urls.flatMap((url) => /^https:\/\/([a-z0-9.-]{1,253})$/.exec(url ?? '')?.[1] ?? []);
  return [...new Set(hosts)].filter((host) => host.endsWith(`.${domain}`)).toSorted();
}

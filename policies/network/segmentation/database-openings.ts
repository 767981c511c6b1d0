import { DATABASE_LABEL, platformNamespaceName } from '../../../model/naming';
import { apiServerPorts } from '../../../model/platform/api-server';
import { DATABASE_STATUS, HTTPS, POSTGRESQL } from '../../../model/segmentation/zone-flow';
import { textMapAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { archiveHosts } from '../../../resources/view/reachability/database-paths';
import type { Direction } from '../../../resources/view/network-rule';
import { openingText, podsText, portText } from './opening';

/**
 * What a database needs beyond the flows of its zone, for a policy that selects the instances of a database of its
 * namespace: they replicate, their operator asks their state, they talk to the API server, and the log archive goes
 * to its store under the nation's domain. Nothing for any other policy.
 */
export function databaseOpenings(view: AssemblyView, policy: Resource): Readonly<Record<Direction, readonly string[]>> {
  const database = tryDatabase(view, policy);
  if (database === undefined) return { ingress: [], egress: [] };
  const own = podsText({ [`k8s:${DATABASE_LABEL}`]: database.name });
  const operator = podsText({ 'k8s:io.kubernetes.pod.namespace': platformNamespaceName('database') });
  const instances = [POSTGRESQL, DATABASE_STATUS].map((port) => openingText(own, portText(port)));
  return {
    ingress: [...instances, openingText(operator, portText(DATABASE_STATUS))],
    egress: [
      ...instances,
      ...apiServerPorts.map((port) => openingText('kube-apiserver', portText(port))),
      ...archiveHosts(database, view.model.nation.domain).map((host) => openingText(host, portText(HTTPS))),
    ],
  };
}

function tryDatabase({ resources }: AssemblyView, { body, cluster, namespace }: Resource): Resource | undefined {
  const name = textMapAt(body, 'spec', 'endpointSelector', 'matchLabels').get(DATABASE_LABEL) ?? '';
  const found = resources.tryFind(`${cluster ?? ''}/Cluster/${namespace ?? '-'}/${name}`);
  return found?.apiVersion.startsWith('postgresql.cnpg.io/') === true ? found : undefined;
}

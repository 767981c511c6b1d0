import { DATABASE_LABEL, platformNamespaceName } from '../../../model/naming';
import { textMapAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { archiveHosts } from '../../../resources/view/reachability/database-paths';
import type { Direction } from '../../../resources/view/network-rule';
import { openingText, podsText } from './opening';

/** Ports of CloudNativePG: the database itself, and the status that instances tell each other and their operator. */
const instancePorts = ['5432/TCP', '8000/TCP'] as const;
const STATUS = '8000/TCP';
const apiServerPorts = ['6443/TCP', '443/TCP'] as const;

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
  const instances = instancePorts.map((port) => openingText(own, port));
  return {
    ingress: [...instances, openingText(operator, STATUS)],
    egress: [
      ...instances,
      ...apiServerPorts.map((port) => openingText('kube-apiserver', port)),
      ...archiveHosts(database, view.model.nation.domain).map((host) => openingText(host, '443/TCP')),
    ],
  };
}

function tryDatabase({ resources }: AssemblyView, { body, cluster, namespace }: Resource): Resource | undefined {
  const name = textMapAt(body, 'spec', 'endpointSelector', 'matchLabels').get(DATABASE_LABEL) ?? '';
  const found = resources.tryFind(`${cluster ?? ''}/Cluster/${namespace ?? '-'}/${name}`);
  return found?.apiVersion.startsWith('postgresql.cnpg.io/') === true ? found : undefined;
}

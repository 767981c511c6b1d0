import { openCluster } from '../../delivery/kubernetes/client/cluster-client';
import { apiVersionOf, type ApiKind } from '../../delivery/kubernetes/client/kinds/api-kind';
import type { ApiFailure } from '../../delivery/kubernetes/client/answer/api-failure';
import { readKubeconfig } from '../../delivery/kubernetes/connect/read-kubeconfig';
import { problem, ProblemError, valueOf } from '../../model/problem';
import { isAboutReach } from '../../resources/reachability/cluster-input';
import { pluginSettings } from '../../resources/reachability/profile/read-profile';
import { textAt } from '../../resources/json-path';
import { kubernetesAddress } from '../../resources/read/kubernetes';
import { foreignResource } from '../../resources/read/read-manifests';
import type { JsonObject, Resource } from '../../resources/resource';
import { textOption, type CommandInput } from '../command';
import { realOutside } from '../delivery/session/outside';
import { reachOf } from '../delivery/session/reach';
import type { Io } from '../io';

/**
 * All objects of a live cluster that decide who reaches whom, as they stand now: workloads, policies, and ways in.
 * @throws ProblemError when the cluster can't be reached or asked
 */
export async function liveCluster(input: CommandInput, io: Io): Promise<readonly Resource[]> {
  const context = textOption(input, 'live') ?? '';
  const access = valueOf(readKubeconfig(reachOf(input, io).kubeconfig, context));
  const client = openCluster({ access, outside: realOutside(io) });
  try {
    const kinds = await client.kinds();
    if (!kinds.ok) throw new ProblemError([unasked(context, 'its kinds', kinds.failure)]);
    const found: Resource[] = [];
    for (const kind of kinds.value.all.filter((one) =>
      isRead(one, kinds.value.tryFindPreferred(one.group, one.kind)),
    )) {
      const listed = await client.list(kind);
      if (!listed.ok) throw new ProblemError([unasked(context, kind.kind, listed.failure)]);
      found.push(...listed.value.map((body) => liveResource(kind, body, context)));
    }
    const settings = await client.get(pluginSettings);
    if (settings.ok) found.push(liveResource(CONFIG_MAP, settings.value, context));
    else if (settings.failure.kind !== 'not-found')
      throw new ProblemError([unasked(context, 'the settings of its network plugin', settings.failure)]);
    return found;
  } finally {
    client.close();
  }
}

/**
 * Each kind is read in the version that the server prefers. Nothing makes pods of a PodTemplate, and the role `view` of
 * Kubernetes doesn't let anybody list them.
 */
function isRead(kind: ApiKind, preferred: ApiKind | undefined): boolean {
  const isPreferred = preferred?.version === kind.version && kind.kind !== 'PodTemplate';
  return isPreferred && isAboutReach({ apiVersion: apiVersionOf(kind), kind: kind.kind });
}

const CONFIG_MAP = { group: '', version: 'v1', kind: 'ConfigMap' } as const;

function liveResource(kind: Pick<ApiKind, 'group' | 'version' | 'kind'>, body: JsonObject, context: string): Resource {
  const [name, namespace] = [textAt(body, 'metadata', 'name') ?? '', textAt(body, 'metadata', 'namespace')];
  const address = kubernetesAddress(kind.kind, namespace, name);
  const apiVersion = apiVersionOf(kind);
  return foreignResource(
    { apiVersion, kind: kind.kind, name, namespace, body, address, steps: [], known: true },
    context,
    'kubernetes',
  );
}

function unasked(context: string, what: string, { kind, message }: ApiFailure) {
  return problem({
    code: 'cluster-not-asked',
    at: [context],
    what: `the cluster doesn't tell ${what}`,
    got: `${kind}: ${message}`,
    want: 'an answer to a list of all namespaces',
    next: 'ask as an account with the role security-auditor, which may list policies, namespaces and workloads',
  });
}

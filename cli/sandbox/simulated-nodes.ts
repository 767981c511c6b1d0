import { labelPrefix } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import type { Host } from '../../model/site/site';
import { isObject, listAt, objectAt, textAt, valueAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import { embeddedConfigs } from '../../resources/view/embedded-config';
import type { NodeTaint, SimulatedNode } from '../../sandbox/control-plane/sandbox-spec';

const KEYS = {
  cluster: `${labelPrefix}/cluster`,
  role: `${labelPrefix}/host-role`,
  failureDomain: 'infrastructure.cluster.x-k8s.io/failure-domain',
} as const;

/** What kubeadm gives control-plane nodes whose registration says nothing of taints. */
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const controlPlaneLabels = { [CONTROL_PLANE]: '', 'node.kubernetes.io/exclude-from-external-load-balancers': '' };
const controlPlaneTaint: NodeTaint = { key: CONTROL_PLANE, effect: 'NoSchedule' };

/** Kubernetes' own limit of pods on a node, where its configuration says nothing. */
const PODS_PER_NODE = 110;
const EFFECTS: readonly string[] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * The nodes that a cluster would have: one for each of its bare-metal hosts in the assembly, registered as its machine
 * pool says, as large as the model says its host is.
 */
export function simulatedNodes(cluster: Cluster, resources: readonly Resource[]): readonly SimulatedNode[] {
  const hosts = new Map(cluster.hosts.map((host) => [host.id, host]));
  return resources
    .filter(({ kind, body }) => kind === 'BareMetalHost' && labelOf(body, KEYS.cluster) === cluster.id)
    .flatMap(({ name, body }) => {
      const host = hosts.get(name);
      return host === undefined ? [] : [nodeOf(host, registrationOf(body, cluster.id, resources))];
    });
}

/** How a host registers as a node, and the files of its pool. */
interface Registration {
  readonly node: JsonObject | undefined;
  readonly podsMax: number;
}

function nodeOf(host: Host, { node, podsMax }: Registration): SimulatedNode {
  const isControl = host.role === 'control';
  const taints =
    valueAt(node, 'taints') === undefined && isControl ? [controlPlaneTaint] : listAt(node, 'taints').flatMap(taintOf);
  return {
    name: host.id,
    labels: { ...(isControl ? controlPlaneLabels : {}), ...labelsOf(node, host.id) },
    taints,
    capacity: {
      cpu: String(host.cores),
      memory: `${host.memoryGiB}Gi`,
      'ephemeral-storage': `${host.diskGiB}Gi`,
      pods: String(podsMax),
    },
  };
}

/** The labels of `--node-labels`; one that only the running machine can tell is left out. */
function labelsOf(node: JsonObject | undefined, name: string): Readonly<Record<string, string>> {
  const given = listAt(node, 'kubeletExtraArgs').find((one) => textAt(one, 'name') === 'node-labels');
  const pairs = (textAt(given, 'value') ?? '').split(',').map((pair) => pair.split('='));
  const known = pairs.flatMap(([key = '', value = '']): [string, string][] => {
    const told = value.replaceAll(/\{\{\s*ds\.meta_data\.name\s*\}\}/g, name);
    return key === '' || told.includes('{{') ? [] : [[key, told]];
  });
  return Object.fromEntries(known);
}

function taintOf(taint: unknown): readonly NodeTaint[] {
  if (!isObject(taint)) return [];
  const { key, value, effect } = taint;
  if (typeof key !== 'string' || typeof effect !== 'string' || !EFFECTS.includes(effect)) return [];
  return [{ key, ...(typeof value === 'string' ? { value } : {}), effect: effect as NodeTaint['effect'] }];
}

function registrationOf(host: JsonObject, cluster: string, resources: readonly Resource[]): Registration {
  const owned = resources.filter(({ body, kind }) => isOfCluster(body, kind, cluster));
  const template =
    labelOf(host, KEYS.role) === 'control'
      ? owned.find(({ kind }) => kind === 'KubeadmControlPlane')
      : templateOfPool(host, owned, resources);
  const join =
    objectAt(template?.body, 'spec', 'kubeadmConfigSpec', 'joinConfiguration') ??
    objectAt(template?.body, 'spec', 'template', 'spec', 'joinConfiguration');
  return {
    node: objectAt(join, 'nodeRegistration'),
    podsMax: template === undefined ? PODS_PER_NODE : podsMaxOf(template),
  };
}

/** The bootstrap template of the machine pool that takes a host: the one whose machines have its role and place. */
function templateOfPool(
  host: JsonObject,
  owned: readonly Resource[],
  resources: readonly Resource[],
): Resource | undefined {
  const pool = owned.find(
    ({ kind, body }) =>
      kind === 'MachineDeployment' &&
      [KEYS.role, KEYS.failureDomain].every(
        (key) => textAt(body, 'spec', 'template', 'metadata', 'labels', key) === labelOf(host, key),
      ),
  );
  const name = textAt(pool?.body, 'spec', 'template', 'spec', 'bootstrap', 'configRef', 'name');
  return resources.find(
    (one) => one.kind === 'KubeadmConfigTemplate' && one.name === name && one.namespace === pool?.namespace,
  );
}

function isOfCluster(body: JsonObject, kind: string, cluster: string): boolean {
  if (kind === 'MachineDeployment') return textAt(body, 'spec', 'clusterName') === cluster;
  return kind === 'KubeadmControlPlane' && textAt(body, 'metadata', 'name') === `${cluster}-control`;
}

function podsMaxOf(template: Resource): number {
  const kubelet = embeddedConfigs(template).find(({ value }) => textAt(value, 'kind') === 'KubeletConfiguration');
  const found = valueAt(kubelet?.value, 'maxPods');
  return typeof found === 'number' ? found : PODS_PER_NODE;
}

function labelOf(body: JsonObject, key: string): string | undefined {
  return textAt(body, 'metadata', 'labels', key);
}

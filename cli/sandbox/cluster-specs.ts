import type { Cluster } from '../../model/site/cluster';
import type { Assembly } from '../../resources/assembly';
import { listAt, objectAt, textAt, textsAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { ClusterSpec, Flag, HostFile } from '../../sandbox/control-plane/sandbox-spec';
import { definedKinds, type CustomResourceDefinition } from '../../sandbox/schemas/definitions';
import { deployerRules } from './deployer-rules';
import { simulatedNodes } from './simulated-nodes';

/** A cluster of an assembly, and what its control plane would be started with. */
export interface AssemblyCluster {
  readonly cluster: Pick<Cluster, 'id' | 'role' | 'site'>;
  readonly spec: ClusterSpec;
}

/**
 * The control planes of an assembly, each with the definitions that its own objects need, as their own objects describe them (KubeadmControlPlane and Cluster of Cluster
 * API, BareMetalHost of Metal3); clusters without such objects are left out. Sorted by name.
 */
export function clusterSpecs(
  { model, resources }: Assembly,
  definitions: readonly CustomResourceDefinition[],
): readonly AssemblyCluster[] {
  return model.clusters
    .flatMap((cluster) => {
      const controlPlane = ofKind(
        resources,
        'controlplane.cluster.x-k8s.io',
        `KubeadmControlPlane/${cluster.id}-control`,
      );
      const machines = ofKind(resources, 'cluster.x-k8s.io', `Cluster/${cluster.id}`);
      if (controlPlane === undefined || machines === undefined) return [];
      return [{ cluster, spec: specOf(cluster, { controlPlane, machines, resources, definitions }) }];
    })
    .toSorted((a, b) => (a.cluster.id < b.cluster.id ? -1 : 1));
}

interface ClusterObjects {
  readonly controlPlane: Resource;
  readonly machines: Resource;
  readonly resources: readonly Resource[];
  readonly definitions: readonly CustomResourceDefinition[];
}

function specOf(cluster: Cluster, { controlPlane, machines, resources, definitions }: ClusterObjects): ClusterSpec {
  const configuration = objectAt(controlPlane.body, 'spec', 'kubeadmConfigSpec', 'clusterConfiguration');
  const network = objectAt(machines.body, 'spec', 'clusterNetwork');
  const own = resources.filter((one) => one.cluster === cluster.id);
  const kinds = new Set(own.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  return {
    name: cluster.id,
    release: textAt(controlPlane.body, 'spec', 'version') ?? '',
    hosts: textsAt(configuration, 'apiServer', 'certSANs'),
    podBlocks: textsAt(network, 'pods', 'cidrBlocks'),
    serviceBlocks: textsAt(network, 'services', 'cidrBlocks'),
    apiServer: flagsOf(objectAt(configuration, 'apiServer')),
    controllerManager: flagsOf(objectAt(configuration, 'controllerManager')),
    scheduler: flagsOf(objectAt(configuration, 'scheduler')),
    etcd: flagsOf(objectAt(configuration, 'etcd', 'local')),
    files: configurationFiles(controlPlane),
    nodes: simulatedNodes(cluster, resources),
    deployerRules: deployerRules(own),
    definitions: definitions.filter((one) => definedKinds(one).some((kind) => kinds.has(kind))),
  };
}

function flagsOf(component: JsonObject | undefined): readonly Flag[] {
  return listAt(component, 'extraArgs').flatMap((one) => {
    const [name, value] = [textAt(one, 'name'), textAt(one, 'value')];
    return name === undefined || value === undefined ? [] : [{ name, value }];
  });
}

/** The files that a flag of the API server names; those of the kubelet and the kernel have nobody here to read them. */
function configurationFiles(controlPlane: Resource): readonly HostFile[] {
  const read = new Set(
    flagsOf(objectAt(controlPlane.body, 'spec', 'kubeadmConfigSpec', 'clusterConfiguration', 'apiServer')).map(
      ({ value }) => value,
    ),
  );
  return listAt(controlPlane.body, 'spec', 'kubeadmConfigSpec', 'files').flatMap((file) => {
    const [path, content] = [textAt(file, 'path'), textAt(file, 'content')];
    return path !== undefined && content !== undefined && read.has(path) ? [{ path, content }] : [];
  });
}

function ofKind(resources: readonly Resource[], group: string, id: string): Resource | undefined {
  const [kind, name] = id.split('/');
  return resources.find((one) => one.kind === kind && one.name === name && one.apiVersion.startsWith(`${group}/`));
}

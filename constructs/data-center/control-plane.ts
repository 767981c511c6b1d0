import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../model/facts/nation-fact';
import { labels, MANAGED_BY } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import { kubernetesRelease } from './cluster-release';
import { apiVersions, contractReference } from './machine-kinds';
import { MachineTemplate } from './machine-template';
import { machinesNamespace } from '../../model/platform/management-namespace';
import { clusterConfiguration } from './node/cluster-configuration';
import { controlPlaneFiles } from './node/node-files';
import { initConfiguration, joinConfiguration, preKubeadmCommands } from './node/node-registration';

/** What a control plane depends on. */
export interface ControlPlaneProps {
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  /** Whether the key service is a hardware module. */
  readonly hardwareKeys: boolean;
}

/**
 * The control plane of a cluster on all of its control hosts. None is to spare, so an upgrade gives one up before it
 * takes it back: `maxSurge` is 0, which needs three.
 */
export class ControlPlane extends Construct {
  /** What the Cluster refers to. */
  public readonly reference: ReturnType<typeof contractReference>;

  public constructor(scope: Construct, id: string, props: ControlPlaneProps) {
    super(scope, id);
    const { cluster, nation } = props;
    const name = `${cluster.id}-control`;
    const { imageRegistry } = nation;
    const template = new MachineTemplate(this, 'template', { name, cluster, imageRegistry, role: 'control' });
    new ApiObject(this, 'Resource', {
      apiVersion: apiVersions.controlPlane,
      kind: 'KubeadmControlPlane',
      metadata: { name, namespace: machinesNamespace(cluster), labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        replicas: cluster.hosts.filter((host) => host.role === 'control').length,
        version: kubernetesRelease(cluster),
        rollout: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } } },
        machineTemplate: { spec: { infrastructureRef: template.reference } },
        kubeadmConfigSpec: kubeadmConfigSpec(props),
      },
    });
    this.reference = contractReference('controlPlane', 'KubeadmControlPlane', name);
  }
}

function kubeadmConfigSpec({ cluster, nation, hardwareKeys }: ControlPlaneProps): object {
  const { domain, imageRegistry, identity, timeServers } = nation;
  return {
    clusterConfiguration: clusterConfiguration({ cluster, domain, imageRegistry, hardwareKeys }),
    initConfiguration: initConfiguration({ role: 'control' }),
    joinConfiguration: joinConfiguration({ role: 'control' }),
    files: controlPlaneFiles({ cluster, identity, hardwareKeys }),
    ntp: { enabled: true, servers: [...timeServers] },
    preKubeadmCommands: [...preKubeadmCommands],
  };
}

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../model/facts/nation-fact';
import { labels, MANAGED_BY } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import type { Host } from '../../model/site/site';
import { kubernetesRelease } from './cluster-release';
import { hostLabels } from './host-labels';
import { apiVersions, CLUSTER_NAME_LABEL, contractReference } from './machine-kinds';
import { MachineTemplate } from './machine-template';
import { machinesNamespace } from '../../model/platform/management-namespace';
import { nodeFiles } from './node/node-files';
import { joinConfiguration, preKubeadmCommands } from './node/node-registration';

/** The hosts of one role that a cluster has in one failure domain. */
export interface MachinePoolProps {
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  readonly role: Exclude<Host['role'], 'control'>;
  readonly failureDomain: string;
  readonly replicas: number;
}

/** The workers, or the storage nodes, of a cluster in one failure domain: as many machines as it has hosts there. */
export class MachinePool extends Construct {
  public constructor(scope: Construct, props: MachinePoolProps) {
    const { cluster, nation, role, failureDomain, replicas } = props;
    super(scope, `${role}-${failureDomain}`);
    const name = `${role}-${failureDomain}`;
    const namespace = machinesNamespace(cluster);
    const metadata = { name, namespace, labels: { [labels.managedBy]: MANAGED_BY } };
    const { imageRegistry } = nation;
    const template = new MachineTemplate(this, 'template', { name, cluster, imageRegistry, role, failureDomain });

    new ApiObject(this, 'bootstrap', {
      apiVersion: apiVersions.bootstrap,
      kind: 'KubeadmConfigTemplate',
      metadata,
      spec: { template: { spec: bootstrapSpec(props) } },
    });

    const poolLabels = {
      [CLUSTER_NAME_LABEL]: cluster.id,
      [hostLabels.role]: role,
      [hostLabels.failureDomain]: failureDomain,
    };
    new ApiObject(this, 'Resource', {
      apiVersion: apiVersions.cluster,
      kind: 'MachineDeployment',
      metadata,
      spec: {
        clusterName: cluster.id,
        replicas,
        rollout: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } },
        selector: { matchLabels: poolLabels },
        template: {
          metadata: { labels: poolLabels },
          spec: {
            clusterName: cluster.id,
            version: kubernetesRelease(cluster),
            bootstrap: { configRef: contractReference('bootstrap', 'KubeadmConfigTemplate', name) },
            infrastructureRef: template.reference,
          },
        },
      },
    });
  }
}

function bootstrapSpec({ cluster, nation, role, failureDomain }: MachinePoolProps): object {
  return {
    joinConfiguration: joinConfiguration({ role, failureDomain }),
    files: nodeFiles(cluster),
    ntp: { enabled: true, servers: [...nation.timeServers] },
    preKubeadmCommands: [...preKubeadmCommands],
  };
}

import type { NationFact } from '../../../model/facts/nation-fact';
import type { Cluster } from '../../../model/site/cluster';
import { admissionConfiguration } from './admission-configuration';
import { auditPolicy } from './audit-policy';
import { authenticationConfiguration } from './authentication-configuration';
import { encryptionConfiguration } from './encryption-configuration';
import { kernelParameters, kubeletConfiguration } from './kubelet-configuration';
import { findNodeBlocks } from '../../../model/site/node-blocks';
import { configurationFile, textFile, type NodeFile } from './node-file';

/** Folder of the API server's configuration files on a control-plane host. */
export const CONFIGURATION_FOLDER = '/etc/kubernetes/configuration';

/** Folder of kubeadm's patches. */
export const PATCHES_FOLDER = '/etc/kubernetes/patches';

/** The API server's configuration files, as flags name them. */
export const configurationPaths = {
  admission: `${CONFIGURATION_FOLDER}/admission.yaml`,
  audit: `${CONFIGURATION_FOLDER}/audit-policy.yaml`,
  authentication: `${CONFIGURATION_FOLDER}/authentication.yaml`,
  encryption: `${CONFIGURATION_FOLDER}/encryption.yaml`,
} as const;

/** Files of every node: the kubelet's settings and the kernel's. */
export function nodeFiles(cluster: Cluster): readonly NodeFile[] {
  const kubelet = kubeletConfiguration(findNodeBlocks(cluster));
  return [
    configurationFile(`${PATCHES_FOLDER}/kubeletconfiguration0+merge.yaml`, kubelet),
    textFile('/etc/sysctl.d/90-kubelet.conf', kernelParameters),
  ];
}

/** What the files of a control-plane host depend on. */
export interface ControlPlaneFilesProps {
  readonly cluster: Cluster;
  readonly identity: NationFact['identity'];
  /** Whether the key service is a hardware module. */
  readonly hardwareKeys: boolean;
}

/** Files of a control-plane host: those of every node, and the API server's; none holds a key. */
export function controlPlaneFiles({ cluster, identity, hardwareKeys }: ControlPlaneFilesProps): readonly NodeFile[] {
  return [
    configurationFile(configurationPaths.admission, admissionConfiguration(cluster.kubernetes)),
    configurationFile(configurationPaths.audit, auditPolicy()),
    configurationFile(configurationPaths.authentication, authenticationConfiguration(identity)),
    configurationFile(configurationPaths.encryption, encryptionConfiguration({ hardwareKeys })),
    ...nodeFiles(cluster),
  ];
}

import policy from '../../../policies/resilience/require-cluster-objects';
import { labelPrefix } from '../../../model/naming';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { provisioned, shared, subject } from './kit/cluster-objects';

const host = 'dc-north-h1-a-shared-002';
const machine = `BareMetalHost/${host}`;
const domain = 'infrastructure.cluster.x-k8s.io/failure-domain';

describePolicy('resilience/require-cluster-objects', policy, {
  passes: {
    'a shared cluster with all of its objects': () => ({ view: provisioned(), subject }),
    'a management cluster, which makes itself': () => ({ view: provisioned(), subject: 'cluster/dc-north-management' }),
    'a dedicated cluster': () => ({ view: provisioned(), subject: 'cluster/dc-center-land' }),
  },
  fails: {
    'no Cluster': () => ({
      view: provisioned(drop('Cluster', shared)),
      subject,
      where: 'Cluster',
      got: 'none named dc-north-shared-0',
    }),
    'no infrastructure': () => ({
      view: provisioned(drop('Metal3Cluster', shared)),
      subject,
      where: 'spec.infrastructureRef',
      got: 'no dc-north-management/Metal3Cluster/platform-machines-dc-north-shared-0/dc-north-shared-0',
    }),
    'no control plane': () => ({
      view: provisioned(drop('KubeadmControlPlane', `${shared}-control`)),
      subject,
      where: 'spec.controlPlaneRef',
      got: 'no KubeadmControlPlane',
    }),
    'a control plane of one': () => ({
      view: provisioned(change(`KubeadmControlPlane/${shared}-control`, ['spec', 'replicas'], 1)),
      subject,
      where: 'dc-north-shared-0-control: spec.replicas',
      got: '1',
    }),
    'a pool that is gone': () => ({
      view: provisioned(drop('MachineDeployment', 'storage-dc-north-h1-a')),
      subject,
      where: 'MachineDeployment',
      got: '20 machines',
    }),
    'no check of health': () => ({
      view: provisioned(drop('MachineHealthCheck', shared)),
      subject,
      where: 'MachineHealthCheck',
      got: 'none of dc-north-shared-0',
    }),
    'a template of machines that is gone': () => ({
      view: provisioned(drop('Metal3MachineTemplate', `${shared}-control`)),
      subject,
      where: 'dc-north-shared-0-control: spec.machineTemplate.spec.infrastructureRef',
      got: 'no dc-north-management/Metal3MachineTemplate/platform-machines-dc-north-shared-0/dc-north-shared-0-control',
    }),
    'the configuration of a pool that is gone': () => ({
      view: provisioned(drop('KubeadmConfigTemplate', 'worker-dc-north-h1-a')),
      subject,
      where: 'worker-dc-north-h1-a: spec.template.spec.bootstrap.configRef',
      got: 'no dc-north-management/KubeadmConfigTemplate/platform-machines-dc-north-shared-0/worker-dc-north-h1-a',
    }),
    'a host that is gone, naming it': () => ({
      view: provisioned(drop('BareMetalHost', host)),
      subject,
      where: 'BareMetalHost',
      got: `none named ${host}`,
    }),
    'a host of another cluster': () => ({
      view: provisioned(change(machine, ['metadata', 'labels', `${labelPrefix}/cluster`], 'dc-north-land')),
      subject,
      where: `BareMetalHost ${host}: ${labelPrefix}/cluster`,
      got: 'dc-north-land',
    }),
    'a host in another failure domain': () => ({
      view: provisioned(change(machine, ['metadata', 'labels', domain], 'dc-north-h1-b')),
      subject,
      where: `BareMetalHost ${host}: ${domain}`,
      got: 'dc-north-h1-b',
    }),
    'a management controller whom nobody checks': () => ({
      view: provisioned(change(machine, ['spec', 'bmc', 'disableCertificateVerification'], true)),
      subject,
      where: `BareMetalHost ${host}: spec.bmc.disableCertificateVerification`,
      got: 'true',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: provisioned(), subject: 'cluster/other' }),
  },
});

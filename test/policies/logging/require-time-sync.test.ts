import policy from '../../../policies/logging/require-time-sync';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { shared, subject } from '../resilience/kit/cluster-objects';
import { logging } from './kit/logging-objects';

const plane = `KubeadmControlPlane/${shared}-control`;
const template = 'KubeadmConfigTemplate/storage-dc-north-h1-a';
const ntp = ['spec', 'kubeadmConfigSpec', 'ntp'];
const workers = ['spec', 'template', 'spec', 'ntp'];

describePolicy('logging/require-time-sync', policy, {
  passes: {
    'the nation’s time servers everywhere': () => ({ view: logging(), subject }),
    'one of the nation’s time servers': () => ({
      view: logging(change(plane, [...ntp, 'servers'], ['time-2.test.gov.vn'])),
      subject,
    }),
  },
  fails: {
    'clocks that nobody sets': () => ({
      view: logging(change(plane, ntp, undefined)),
      subject,
      where: 'dc-north-shared-0-control: spec.kubeadmConfigSpec.ntp.enabled',
      got: 'not on',
    }),
    'a foreign time server': () => ({
      view: logging(change(plane, [...ntp, 'servers', 1], 'time.example.com')),
      subject,
      where: 'dc-north-shared-0-control: spec.kubeadmConfigSpec.ntp.servers',
      got: 'time.example.com',
    }),
    'workers without a time server': () => ({
      view: logging(change(template, [...workers, 'servers'], [])),
      subject,
      where: 'storage-dc-north-h1-a: spec.template.spec.ntp.servers',
      got: 'none',
    }),
    'workers whose configuration is gone': () => ({
      view: logging(drop('KubeadmConfigTemplate')),
      subject,
      where: 'KubeadmConfigTemplate',
      got: 'none',
    }),
    'no control plane': () => ({
      view: logging(drop('KubeadmControlPlane')),
      subject,
      where: 'KubeadmControlPlane',
      got: 'none',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});

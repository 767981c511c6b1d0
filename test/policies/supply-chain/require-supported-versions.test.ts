import policy from '../../../policies/supply-chain/require-supported-versions';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { withCluster } from '../resilience/kit/bend-model';
import { provisioned, shared, subject } from '../resilience/kit/cluster-objects';

const running = (kubernetes: string) =>
  provisioned(
    undefined,
    withCluster(shared, () => ({ kubernetes })),
  );

describePolicy('supply-chain/require-supported-versions', policy, {
  passes: {
    'a minor that gets fixes': () => ({ view: provisioned(), subject }),
    'a minor on its last day': () => ({ view: running('1.34'), subject, today: '2026-10-27' }),
  },
  fails: {
    'a minor past its end': () => ({
      view: running('1.34'),
      subject,
      today: '2026-10-28',
      where: 'kubernetes',
      got: '1.34, at its end since 2026-10-27',
    }),
    'a minor that nobody lists': () => ({ view: running('1.29'), subject, where: 'kubernetes', got: '1.29' }),
    'machines of another minor': () => ({
      view: provisioned(change(`KubeadmControlPlane/${shared}-control`, ['spec', 'version'], 'v1.30.1')),
      subject,
      where: 'dc-north-shared-0-control: spec.version',
      got: 'v1.30.1',
    }),
    'no control plane, as unknown': () => ({
      view: provisioned(drop('KubeadmControlPlane')),
      subject,
      verdict: 'unknown',
      where: 'KubeadmControlPlane',
      got: 'none',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: provisioned(), subject: 'cluster/other' }),
  },
});

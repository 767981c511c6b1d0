import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { tryControlPlane } from '../identity/control-plane/control-plane-of';
import { clusterSubjects } from '../subjects';
import { kubernetesSupport } from './versions/kubernetes-support';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm chạy phiên bản Kubernetes còn được hỗ trợ, đúng như đã khai báo',
    en: 'Each cluster runs a Kubernetes minor that is still supported, the one that it declares',
  },
  force: 'block',
  controls: ['tcvn-14423-6.3.2.3', 'tcvn-14423-7.3.2.3', 'tcvn-14423-5.7.2.2'],
  why: {
    vi: 'Phần mềm hết hỗ trợ không còn bản vá; lỗ hổng mới ở lại mãi.',
    en: 'Software past its support gets no fixes; each new weakness stays.',
  },
  fix: {
    vi: 'Nâng target.kubernetes lên phiên bản còn hỗ trợ rồi sinh lại.',
    en: 'Raise target.kubernetes to a supported minor and synthesize again.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view, today }) {
    const support = kubernetesSupport.find((one) => one.minor === cluster.kubernetes);
    const known = kubernetesSupport.map((one) => one.minor).join(', ');
    if (support === undefined) return fail('kubernetes', cluster.kubernetes, `one of ${known}`);
    if (today > support.endOfLife) {
      return fail('kubernetes', `${support.minor}, at its end since ${support.endOfLife}`, 'a minor that gets fixes');
    }
    const plane = tryControlPlane(view, cluster);
    if (plane === undefined) return unknown('KubeadmControlPlane', 'none', `v${cluster.kubernetes}`);
    const version = textAt(plane.body, 'spec', 'version') ?? 'not said';
    return version.startsWith(`v${cluster.kubernetes}.`)
      ? pass
      : fail(`${plane.name}: spec.version`, version, `v${cluster.kubernetes}`);
  },
});

import { listAt, textAt, textsAt } from '../../resources/json-path';
import type { JsonObject } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { configuredFile } from '../logging/api-server/configured-file';
import { clusterSubjects } from '../subjects';

/** Namespaces of Kubernetes itself, whose pods are the node's own. */
const EXEMPT: ReadonlySet<string> = new Set(['kube-system']);

/** CIS Kubernetes Benchmark 5.2; twin of `tenancy/require-pod-security` for namespaces that somebody forgot to label. */
export default definePolicy({
  title: {
    vi: 'Máy chủ API của mỗi cụm áp Pod Security mức restricted cho mọi không gian tên không có nhãn',
    en: 'the API server of every cluster holds namespaces without a label to Pod Security restricted',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Không gian tên tạo vội không có nhãn; mặc định của Kubernetes là cho phép mọi Pod.',
    en: 'A namespace made in haste has no label, and the default of Kubernetes is to allow every pod.',
  },
  fix: {
    vi: 'Sinh lại AdmissionConfiguration với PodSecurity enforce restricted, chỉ miễn kube-system.',
    en: 'Synthesize the AdmissionConfiguration with PodSecurity enforce restricted, kube-system alone exempt.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const file = configuredFile(view, cluster, {
      flag: 'admission-control-config-file',
      kind: 'AdmissionConfiguration',
    });
    if (!file.found) return file.judgement;
    const plugin = listAt(file.value, 'plugins').find((one) => textAt(one, 'name') === 'PodSecurity');
    if (plugin === undefined) return fail('plugins', 'without PodSecurity', 'PodSecurity');
    const enforced = textAt(plugin, 'configuration', 'defaults', 'enforce') ?? 'not set';
    if (enforced !== 'restricted') return fail('PodSecurity defaults.enforce', enforced, 'restricted');
    return judgeExemptions(plugin as JsonObject);
  },
});

function judgeExemptions(plugin: JsonObject): Judgement {
  for (const kind of ['usernames', 'runtimeClasses', 'namespaces']) {
    const stray = textsAt(plugin, 'configuration', 'exemptions', kind).find(
      (one) => kind !== 'namespaces' || !EXEMPT.has(one),
    );
    if (stray !== undefined) return fail(`PodSecurity exemptions.${kind}`, stray, 'kube-system alone');
  }
  return pass;
}

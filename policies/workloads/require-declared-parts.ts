import { listAt, textAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { podOf, workloadSubjects } from './pods/workload-pods';

export default definePolicy({
  title: {
    vi: 'Tài khoản, cấu hình và chứng thư mà Pod của nền tảng dùng đều được khai báo cùng nơi với nó',
    en: 'accounts, configurations and certificates that pods of the platform use are declared beside them',
  },
  force: 'block',
  controls: ['d331-30.6', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Thiếu một phần thì Pod không chạy, hoặc chạy với phần do người khác đặt vào.',
    en: 'Without one of its parts a pod doesn’t run, or runs with what somebody else put there.',
  },
  fix: {
    vi: 'Sinh lại ServiceAccount, ConfigMap hoặc Certificate bị thiếu.',
    en: 'Synthesize the ServiceAccount, ConfigMap or Certificate that is missing.',
  },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }, { view }) {
    const missing = partsOf(podOf(workload)).find((part) => !isDeclared(view, workload, part));
    return missing === undefined ? pass : fail(missing.kind, `no ${missing.name}`, 'one beside the pod');
  },
});

interface Part {
  readonly kind: 'ServiceAccount' | 'ConfigMap' | 'Certificate';
  readonly name: string;
}

function partsOf(pod: JsonObject): readonly Part[] {
  const account = textAt(pod, 'serviceAccountName');
  const volumes = listAt(pod, 'volumes').flatMap((volume): readonly Part[] => {
    const config = textAt(volume, 'configMap', 'name');
    const secret = textAt(volume, 'secret', 'secretName');
    return [
      ...(config === undefined ? [] : [{ kind: 'ConfigMap', name: config } as const]),
      ...(secret === undefined ? [] : [{ kind: 'Certificate', name: secret } as const]),
    ];
  });
  return account === undefined ? volumes : [{ kind: 'ServiceAccount', name: account }, ...volumes];
}

/** Assemblies hold no secrets: what a pod mounts as one is made by a Certificate. */
function isDeclared(
  { resources }: AssemblyView,
  { cluster = '', namespace = '' }: Resource,
  { kind, name }: Part,
): boolean {
  const declared = resources.inNamespace(cluster, namespace, kind);
  return kind === 'Certificate'
    ? declared.some(({ body }) => textAt(body, 'spec', 'secretName') === name)
    : declared.some((one) => one.name === name);
}

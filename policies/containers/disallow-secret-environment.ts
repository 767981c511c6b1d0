import { exists, not, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { someContainer } from '../pods/parts/containers';

const secret = { secretRef: { name: 'database' } } as const;
const settings = { configMapRef: { name: 'settings' } } as const;

/** CIS Kubernetes Benchmark 5.4.1. Twin of containers/disallow-secret-variables, which asks about one variable each. */
export default defineRule({
  title: {
    vi: 'Không container nào nhận cả một Secret làm biến môi trường',
    en: 'no container takes a whole Secret as its environment',
  },
  force: 'block',
  controls: ['tcvn-14423-3.4.2.4', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Mọi khóa của Secret, kể cả khóa thêm sau này, lọt vào nhật ký, báo cáo lỗi và tiến trình con.',
    en: 'Every key of the Secret, later ones too, leaks into logs, crash reports and child processes.',
  },
  fix: {
    vi: 'Bỏ envFrom.secretRef; gắn những khóa thực sự cần thành tệp.',
    en: 'Remove envFrom.secretRef; mount the keys that are needed as files.',
  },
  on: workloads,
  require: (pod) =>
    not(someContainer(pod, (container) => some(container.envFrom, ({ secretRef }) => exists(secretRef)))),
  examples: {
    passes: {
      'a container without variables': {},
      'a container with settings that anybody may read': {
        object: { spec: { containers: [{ envFrom: [settings] }] } },
      },
    },
    fails: {
      'a container with a Secret': { object: { spec: { containers: [{ envFrom: [settings, secret] }] } } },
      'a container with a Secret beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1', envFrom: [secret] }] } },
      },
      'a container that runs first with a Secret': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', envFrom: [secret] }] } },
      },
      'a container that is added to look inside with a Secret': {
        object: { spec: { ephemeralContainers: [{ name: 'look', image: 'look:1', envFrom: [secret] }] } },
      },
    },
  },
});

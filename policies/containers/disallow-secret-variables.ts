import { absent, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyStatedContainer } from '../pods/parts/containers';

const password = { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } } as const;
const level = { name: 'LOG_LEVEL', value: 'info' } as const;

/** CIS Kubernetes Benchmark 5.4.1. Who may add a container to look inside sees the secrets of the pod anyway. */
export default defineRule({
  title: {
    vi: 'Không biến môi trường nào mang bí mật',
    en: 'no environment variable carries a secret',
  },
  force: 'block',
  controls: ['tcvn-14423-3.4.2.4', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Biến môi trường lọt vào nhật ký, báo cáo lỗi và tiến trình con, và không đổi theo khi bí mật được xoay vòng.',
    en: 'Variables leak into logs, crash reports and child processes, and stay the same when the secret is rotated.',
  },
  fix: {
    vi: 'Bỏ env.valueFrom.secretKeyRef; gắn bí mật thành tệp và đọc từ đó.',
    en: 'Remove env.valueFrom.secretKeyRef; mount the secret as a file and read it there.',
  },
  on: workloads,
  require: (pod) =>
    everyStatedContainer(pod, (container) => every(container.env, ({ valueFrom }) => absent(valueFrom.secretKeyRef))),
  examples: {
    passes: {
      'a container without variables': {},
      'a container with a variable that anybody may read': { object: { spec: { containers: [{ env: [level] }] } } },
    },
    fails: {
      'a container with a password': { object: { spec: { containers: [{ env: [level, password] }] } } },
      'a container with a password beside another': {
        object: { spec: { containers: [{}, { name: 'side', image: 'side:1', env: [password] }] } },
      },
      'a container that runs first with a password': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', env: [password] }] } },
      },
    },
  },
});

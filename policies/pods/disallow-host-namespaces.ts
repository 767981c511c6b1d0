import { all, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

/** CIS Kubernetes Benchmark 5.2.3 to 5.2.5; Pod Security Standards, baseline. */
export default defineRule({
  title: {
    vi: 'Mọi Pod có mạng, tiến trình và bộ nhớ chia sẻ riêng, tách khỏi máy chủ',
    en: 'every pod has a network, processes and shared memory of its own, apart from its host',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'd331-30.8'],
  why: {
    vi: 'Trong mạng của máy chủ, Pod đi vòng qua mọi chính sách mạng; thấy tiến trình của máy chủ là đọc được bí mật của mọi hệ thống trên nút.',
    en: 'In the network of its host a pod goes around every network policy; among its processes it reads the secrets of every system there.',
  },
  fix: {
    vi: 'Bỏ hostNetwork, hostPID và hostIPC, hoặc đặt là false.',
    en: 'Remove hostNetwork, hostPID and hostIPC, or set them to false.',
  },
  on: workloads,
  require: ({ spec }) => all(isNot(spec.hostNetwork, true), isNot(spec.hostPID, true), isNot(spec.hostIPC, true)),
  examples: {
    passes: {
      'a pod that says nothing of its host': {},
      'a pod that says it shares nothing': {
        object: { spec: { hostNetwork: false, hostPID: false, hostIPC: false } },
      },
    },
    fails: {
      'the network of the host': {
        object: { spec: { hostNetwork: true, containers: [{ ports: [{ hostPort: 8080 }] }] } },
      },
      'the processes of the host': { object: { spec: { hostPID: true } } },
      'the shared memory of the host': { object: { spec: { hostIPC: true } } },
    },
  },
});

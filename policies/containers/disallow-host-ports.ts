import { every, is, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyStatedContainer } from '../pods/parts/containers';

const open = { ports: [{ containerPort: 8080, hostPort: 8080 }] } as const;

/** CIS Kubernetes Benchmark 5.2.13; Pod Security Standards, baseline. No server holds ports of an ephemeral container. */
export default defineRule({
  title: { vi: 'Không container nào mở cổng trên máy chủ', en: 'no container opens a port of its host' },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'Cổng của máy chủ nhận kết nối từ ngoài cụm, không qua cổng chung có TLS, tường lửa và nhật ký, và chiếm chỗ của nút.',
    en: 'A port of the host takes connections from outside, past the gateway with its TLS, firewall and logs.',
  },
  fix: {
    vi: 'Bỏ hostPort; công bố dịch vụ bằng Service và cổng chung.',
    en: 'Remove hostPort; publish through a Service and the gateway.',
  },
  on: workloads,
  require: (pod) =>
    everyStatedContainer(pod, (container) => every(container.ports, (port) => is(orElse(port.hostPort, 0), 0))),
  examples: {
    passes: { 'a container with a port of its own': {} },
    fails: {
      'a port of the host': { object: { spec: { containers: [open] } } },
      'a port of the host after a port of its own': {
        object: { spec: { containers: [{ ports: [{}, { containerPort: 8081, hostPort: 1 }] }] } },
      },
      'a container that runs first and opens a port of the host': {
        object: { spec: { initContainers: [{ name: 'first', image: 'first:1', ...open }] } },
      },
    },
  },
});

import { all, entry, quantity } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { everyStatedContainer } from '../pods/parts/containers';

/** Requests may be no greater than limits; without any, each limit can be as low as it likes. */
const limited = (limits: { readonly cpu?: string | null; readonly memory?: string | null }) => ({
  resources: { requests: null, limits },
});
const first = { name: 'first', image: 'first:1' } as const;

/** CIS Kubernetes Benchmark 5.7; no server holds resources of an ephemeral container. `256m` of memory is a quarter of a byte. */
export default defineRule({
  title: {
    vi: 'Mọi container có mức CPU và bộ nhớ tối đa',
    en: 'every container states the CPU and memory that it may take at most',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-5.5.2.1'],
  why: {
    vi: 'Một chương trình rò bộ nhớ hay chạy vòng lặp sẽ lấy hết tài nguyên của nút và làm ngã mọi hệ thống ở đó.',
    en: 'A program that leaks memory or spins takes all that its node has, and every system there goes down with it.',
  },
  fix: {
    vi: 'Ghi resources.limits.cpu (từ 1m) và resources.limits.memory (từ 1Mi) ở từng container.',
    en: 'Write resources.limits.cpu (1m or more) and resources.limits.memory (1Mi or more) in each container.',
  },
  on: workloads,
  require: (pod) =>
    everyStatedContainer(pod, ({ resources: { limits } }) =>
      all(quantity(entry(limits, 'cpu'), { atLeast: '1m' }), quantity(entry(limits, 'memory'), { atLeast: '1Mi' })),
    ),
  examples: {
    passes: {
      'a container with both': {},
      'a container with the least of both': {
        object: { spec: { containers: [limited({ cpu: '1m', memory: '1Mi' })] } },
      },
    },
    fails: {
      'a container without CPU': { object: { spec: { containers: [limited({ cpu: null })] } } },
      'a container without memory': { object: { spec: { containers: [limited({ memory: null })] } } },
      'a container with no CPU': { object: { spec: { containers: [limited({ cpu: '0' })] } } },
      'a container with a byte too little': { object: { spec: { containers: [limited({ memory: '1048575' })] } } },
      'a container with less of both than it may': {
        object: { spec: { containers: [limited({ memory: '1048575999m' })] } },
      },
      'a container that runs first with neither': { object: { spec: { initContainers: [first] } } },
    },
  },
});

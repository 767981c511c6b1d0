import { absent, all, any, entry, quantity } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import type { Ref } from '../engine/language/reference';
import type { Condition } from '../engine/language/tree';
import type { ResourceRequirements } from '../engine/shapes/kubernetes';
import workloads from '../engine/targets/workloads/workloads';
import { everyStatedContainer } from '../pods/parts/containers';

const asking = (requests: { readonly cpu?: string | null; readonly memory?: string | null }) => ({
  resources: { requests },
});
const first = { name: 'first', image: 'first:1' } as const;

/** NSA/CISA Kubernetes Hardening Guidance: resource policies. No server holds resources of an ephemeral container. */
export default defineRule({
  title: {
    vi: 'Mọi container được giữ chỗ CPU và bộ nhớ mà nó cần',
    en: 'CPU and memory that every container needs are kept for it',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Không giữ chỗ thì bộ xếp lịch dồn Pod quá sức nút, và Pod này bị đuổi trước hết khi nút thiếu bộ nhớ.',
    en: 'Otherwise the scheduler puts more on a node than it can carry, and this pod is the first to be thrown out.',
  },
  fix: {
    vi: 'Ghi resources.requests.cpu (từ 1m) và memory (từ 1Mi), hoặc chỉ ghi limits: Kubernetes lấy limits làm requests.',
    en: 'Write resources.requests.cpu (1m or more) and memory (1Mi or more), or limits alone: Kubernetes takes them for requests.',
  },
  on: workloads,
  require: (pod) =>
    everyStatedContainer(pod, ({ resources }) =>
      all(isKept(resources, 'cpu', '1m'), isKept(resources, 'memory', '1Mi')),
    ),
  examples: {
    passes: {
      'a container that asks for both': {},
      'a container that asks for the least of both': {
        object: { spec: { containers: [asking({ cpu: '1m', memory: '1Mi' })] } },
      },
      'a container with limits alone': { object: { spec: { containers: [{ resources: { requests: null } }] } } },
      'a container with the least of limits alone': {
        object: { spec: { containers: [{ resources: { requests: null, limits: { cpu: '1m', memory: '1Mi' } } }] } },
      },
    },
    fails: {
      'a container that asks for no CPU': { object: { spec: { containers: [asking({ cpu: '0' })] } } },
      'a container that asks for a byte too little': {
        object: { spec: { containers: [asking({ memory: '1048575999m' })] } },
      },
      'a container whose limits are none': {
        object: { spec: { containers: [{ resources: { requests: null, limits: { cpu: '0' } } }] } },
      },
      'a container whose limit of memory is a byte too little': {
        object: { spec: { containers: [{ resources: { requests: null, limits: { memory: '1048575999m' } } }] } },
      },
      'a container that says nothing of CPU': {
        object: { spec: { containers: [{ resources: { requests: { cpu: null }, limits: { cpu: null } } }] } },
      },
      'a container that says nothing of memory': {
        object: { spec: { containers: [{ resources: { requests: { memory: null }, limits: { memory: null } } }] } },
      },
      'a container that runs first and asks for nothing': { object: { spec: { initContainers: [first] } } },
    },
  },
});

/** Kubernetes takes the limit for a request that isn't written. */
function isKept(
  { requests, limits }: Ref<ResourceRequirements>,
  resource: 'cpu' | 'memory',
  atLeast: string,
): Condition {
  const asked = entry(requests, resource);
  return any(quantity(asked, { atLeast }), all(absent(asked), quantity(entry(limits, resource), { atLeast })));
}

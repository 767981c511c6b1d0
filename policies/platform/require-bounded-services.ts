import { hasUnresolved, listAt, textAt, valueAt } from '../../resources/json-path';
import { parseQuantity } from '../../resources/quantity';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { platformNamespaceSubjects } from './places/platform-namespaces';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';

const KEYS = ['requests.cpu', 'limits.cpu', 'requests.memory', 'limits.memory', 'pods'] as const;
const DEFAULTS = ['default', 'defaultRequest'] as const;

/** Twin of `tenancy/require-quota` and `tenancy/require-limit-range`, which ask it of the namespaces of systems. */
export default definePolicy({
  title: {
    vi: 'Không gian tên của dịch vụ nền tảng có hạn mức, và mặc định cho container không nêu nhu cầu',
    en: 'namespaces of services of the platform have a quota, and defaults for containers that state no needs',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-5.12.2.4e'],
  why: {
    vi: 'Dịch vụ nền tảng không bị giới hạn có thể lấy hết phần đã hứa cho các hệ thống.',
    en: 'A service of the platform without a bound can take what was promised to the systems.',
  },
  fix: {
    vi: 'Sinh lại ResourceQuota và LimitRange của không gian tên.',
    en: 'Synthesize ResourceQuota and LimitRange of the namespace.',
  },
  subjects: ({ view }) => platformNamespaceSubjects(view),
  check({ of: namespace }, { view }) {
    const quota = judgeQuota(view, namespace);
    return quota.verdict === 'pass' ? judgeDefaults(view, namespace) : quota;
  },
});

function judgeQuota({ resources }: AssemblyView, { cluster = '', name }: Resource): Judgement {
  const quotas = resources.inNamespace(cluster, name, 'ResourceQuota');
  if (quotas.length === 0) return fail('ResourceQuota', 'missing', 'a quota');
  for (const key of KEYS) {
    const values = quotas.map(({ body }) => valueAt(body, 'spec', 'hard', key)).filter((one) => one !== undefined);
    if (values.some((one) => hasUnresolved(one))) return unknown(key, 'what Terraform alone can tell', 'an amount');
    if (!values.some((one) => parseQuantity(one) !== undefined)) {
      return fail(`ResourceQuota ${key}`, 'not limited', 'an amount');
    }
  }
  return pass;
}

function judgeDefaults({ resources }: AssemblyView, { cluster = '', name }: Resource): Judgement {
  const ranges = resources.inNamespace(cluster, name, 'LimitRange');
  if (ranges.some(({ body }) => hasUnresolved(body['spec']))) {
    return unknown('LimitRange', 'what Terraform alone can tell', 'defaults of containers');
  }
  const limits = ranges
    .flatMap(({ body }) => listAt(body, 'spec', 'limits'))
    .find((one) => textAt(one, 'type') === 'Container');
  if (limits === undefined) return fail('LimitRange', 'missing', 'defaults of containers');
  const missing = DEFAULTS.flatMap((key) => ['cpu', 'memory'].map((unit) => [key, unit] as const)).find(
    (path) => parseQuantity(valueAt(limits, ...path)) === undefined,
  );
  return missing === undefined ? pass : fail(`LimitRange ${missing.join('.')}`, 'not set', 'an amount');
}

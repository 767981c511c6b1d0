import type { Namespace } from '../../model/tenancy/namespace';
import { hasUnresolved, listAt, textAt, valueAt } from '../../resources/json-path';
import { GIB, parseQuantity } from '../../resources/quantity';
import type { JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { namespaceSubjects } from '../subjects';

const defaults = ['default', 'defaultRequest', 'max'] as const;
const units = ['cpu', 'memory'] as const;
const WANT = 'an amount within the quota';

export default definePolicy({
  title: {
    vi: 'Mỗi không gian tên có giới hạn mặc định và giới hạn trên cho từng container',
    en: 'every namespace has default and largest limits for a container',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.12.2.4e'],
  why: {
    vi: 'Container không ghi yêu cầu tài nguyên thì bị hạn mức từ chối, hoặc lấy hết bộ nhớ của máy chủ.',
    en: 'A container that asks for nothing is refused by the quota, or takes all memory of its node.',
  },
  fix: {
    vi: 'Viết LimitRange loại Container có default, defaultRequest và max không vượt hạn mức.',
    en: 'Write a LimitRange of type Container with default, defaultRequest and max within the quota.',
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, { view }) => {
    const ranges = view.resources.inNamespace(namespace.cluster, namespace.name, 'LimitRange');
    if (ranges.some((one) => hasUnresolved(one.body['spec']))) {
      return unknown('LimitRange', 'what Terraform alone can tell', 'limits of type Container');
    }
    const items = ranges.flatMap((one) => listAt(one.body, 'spec', 'limits'));
    const ofContainers = items.filter((one) => textAt(one, 'type') === 'Container');
    if (ofContainers.length === 0) return fail('LimitRange', 'missing', 'limits of type Container');
    return ofContainers.map((one) => checkLimits(one, namespace)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function checkLimits(limits: JsonValue, { quota }: Namespace): Judgement {
  const maximum = { cpu: quota.cpu, memory: quota.memoryGiB * GIB };
  for (const key of defaults) {
    for (const unit of units) {
      const where = `LimitRange ${key}.${unit}`;
      const value = valueAt(limits, key, unit);
      if (value === undefined) return fail(where, 'not set', WANT);
      const amount = parseQuantity(value);
      if (amount === undefined) return fail(where, 'no quantity', WANT);
      if (amount > maximum[unit]) return fail(where, JSON.stringify(value), WANT);
    }
  }
  return pass;
}

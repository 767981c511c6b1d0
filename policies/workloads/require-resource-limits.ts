import { valueAt } from '../../resources/json-path';
import { parseQuantity } from '../../resources/quantity';
import { definePolicy, fail, pass } from '../define-policy';
import { containersOf, podOf, workloadSubjects } from './pods/workload-pods';

const FIELDS = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'cpu'],
  ['limits', 'memory'],
] as const;

export default definePolicy({
  title: {
    vi: 'Mọi container của nền tảng nêu CPU, bộ nhớ cần có và tối đa',
    en: 'every container of the platform states the CPU and memory that it needs and may take at most',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-5.12.2.4e'],
  why: {
    vi: 'Một agent rò bộ nhớ trên mọi nút làm ngã mọi hệ thống cùng lúc.',
    en: 'An agent that leaks memory on every node takes every system down at once.',
  },
  fix: { vi: 'Ghi resources.requests và resources.limits.', en: 'Write resources.requests and resources.limits.' },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }) {
    for (const { where, container } of containersOf(podOf(workload))) {
      for (const field of FIELDS) {
        const value = valueAt(container, 'resources', ...field);
        const amount = parseQuantity(value);
        if (amount === undefined || amount <= 0) {
          return fail(`${where}.resources.${field.join('.')}`, JSON.stringify(value ?? null), 'an amount');
        }
      }
    }
    return pass;
  },
});

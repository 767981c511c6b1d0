import { absent, any, every, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads';

/** NSA/CISA Kubernetes Hardening Guidance: resource policies. */
export default defineRule({
  title: {
    vi: 'Mọi chỗ ghi tạm của Pod có kích thước tối đa',
    en: 'every scratch folder of a pod has a size that it can’t outgrow',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'emptyDir không giới hạn ăn hết đĩa hoặc bộ nhớ của nút, rồi mọi Pod trên nút bị đuổi.',
    en: 'An unbounded emptyDir eats the disk or the memory of its node, and every pod there is thrown out.',
  },
  fix: { vi: 'Ghi emptyDir.sizeLimit.', en: 'Write emptyDir.sizeLimit.' },
  on: workloads,
  require: ({ spec }) => every(spec.volumes, ({ emptyDir }) => any(absent(emptyDir), exists(emptyDir.sizeLimit))),
  examples: {
    passes: {
      'a pod without scratch': {},
      'a pod with bounded scratch': {
        object: { spec: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '64Mi' } }] } },
      },
      'a pod with settings': {
        object: { spec: { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] } },
      },
    },
    fails: {
      'a pod with scratch without bounds': { object: { spec: { volumes: [{ name: 'scratch', emptyDir: {} }] } } },
      'a pod with scratch without bounds after settings': {
        object: {
          spec: {
            volumes: [
              { name: 'settings', configMap: { name: 'settings' } },
              { name: 'scratch', emptyDir: { medium: 'Memory' } },
            ],
          },
        },
      },
    },
  },
});

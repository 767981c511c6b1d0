import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

/** The containers of a pod are the smallest boundary that Kubernetes draws. */
export default defineRule({
  title: {
    vi: 'Container trong một Pod không thấy tiến trình của nhau',
    en: 'containers of a pod don’t see each other’s processes',
  },
  force: 'block',
  controls: ['tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Dùng chung tiến trình thì container phụ đọc được tệp, biến môi trường và bí mật của container chính qua /proc.',
    en: 'With shared processes a side container reads files, variables and secrets of the main one through /proc.',
  },
  fix: {
    vi: 'Bỏ shareProcessNamespace, hoặc đặt là false.',
    en: 'Remove shareProcessNamespace, or set it to false.',
  },
  on: workloads,
  require: ({ spec }) => isNot(spec.shareProcessNamespace, true),
  examples: {
    passes: {
      'a pod that says nothing of it': {},
      'a pod that says they don’t': { object: { spec: { shareProcessNamespace: false } } },
    },
    fails: { 'a pod that says they do': { object: { spec: { shareProcessNamespace: true } } } },
  },
});

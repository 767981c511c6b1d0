import { labels } from '../../model/naming';
import { all, implies, is, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import workloads from '../engine/targets/workloads/workloads';
import { noTenantWorkloads } from './parts/no-tenant-workloads';

const LEVELS = [1, 2, 3, 4, 5] as const;

const classOf = (level: number): string => `level-${level}`;

const ofLevel = (level: number, priorityClassName: string) => ({
  object: { spec: { priorityClassName } },
  namespace: { [labels.level]: String(level) },
});

/** The classes are those of the platform's own priorities: one for each level, and one above them for itself. */
export default defineRule({
  title: {
    vi: 'Pod của đơn vị không giành mức ưu tiên cao hơn cấp độ của hệ thống',
    en: 'pods of a tenant take no priority above the level of their system',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'd331-30.8'],
  why: {
    vi: 'Khi thiếu tài nguyên, Pod ưu tiên cao đuổi Pod khác: tự nâng ưu tiên là lấy chỗ của hệ thống quan trọng hơn, kể cả của nền tảng.',
    en: 'Where resources run short, high priorities throw others out: who raises their own takes the place of systems that matter more.',
  },
  fix: {
    vi: 'Bỏ priorityClassName, hoặc đặt level-<cấp độ của hệ thống>.',
    en: 'Remove priorityClassName, or set level-<level of the system>.',
  },
  mayBeVacuous: noTenantWorkloads,
  on: workloads,
  scope: 'tenants',
  require: ({ spec: { priorityClassName } }) =>
    all(
      oneOf(orElse(priorityClassName, ''), ['', ...LEVELS.map(classOf)]),
      ...([2, 3, 4, 5] as const).map((level) => implies(is(priorityClassName, classOf(level)), levelAtLeast(level))),
    ),
  examples: {
    passes: {
      'a pod that asks for none': {},
      'the first level, which every system has': { object: { spec: { priorityClassName: 'level-1' } } },
      ...Object.fromEntries(
        LEVELS.flatMap((level) =>
          LEVELS.slice(0, level).map((own) => [
            `level ${own} in a system of level ${level}`,
            ofLevel(level, classOf(own)),
          ]),
        ),
      ),
    },
    fails: {
      ...Object.fromEntries(
        LEVELS.slice(1).map((level) => [
          `level ${level} in a system of level ${level - 1}`,
          ofLevel(level - 1, classOf(level)),
        ]),
      ),
      ...Object.fromEntries(
        LEVELS.slice(1).map((level) => [
          `level ${level} in a system of no level`,
          { object: { spec: { priorityClassName: classOf(level) } } },
        ]),
      ),
      'the priority of the platform': ofLevel(5, 'platform-critical'),
      'the priority of Kubernetes itself': ofLevel(5, 'system-node-critical'),
    },
  },
});

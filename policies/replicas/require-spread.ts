import { labels } from '../../model/naming';
import { all, is, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import replicatedWorkloads from '../engine/targets/workloads/replicated-workloads';
import { noWorkloadsOfLevel } from './parts/no-levels';

const DOMAIN = 'topology.kubernetes.io/zone';

const level = (value: string) => ({ [labels.level]: value });
const spread = (topologyKey: string, whenUnsatisfiable: string) => ({ maxSkew: 1, topologyKey, whenUnsatisfiable });
const constraints = (...topologySpreadConstraints: readonly object[]) => ({
  template: { spec: { topologySpreadConstraints } },
});

/** Twin of workloads/require-topology-spread, which also asks of the platform's services whether the own pods are meant. */
export default defineRule({
  title: {
    vi: 'Từ cấp độ 4, các bản của mọi dịch vụ luôn nằm ở những miền hỏng khác nhau',
    en: 'from level 4, replicas of every service always stand in different failure domains',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-5.12.2.2a-hot-standby'],
  why: {
    vi: 'Hai bản trên cùng một tủ máy mất cùng lúc khi tủ đó mất điện.',
    en: 'Two replicas in one rack group are lost together when it loses power.',
  },
  fix: {
    vi: `Ghi topologySpreadConstraints theo ${DOMAIN}, whenUnsatisfiable là DoNotSchedule.`,
    en: `Write topologySpreadConstraints over ${DOMAIN} with whenUnsatisfiable DoNotSchedule.`,
  },
  mayBeVacuous: noWorkloadsOfLevel,
  on: replicatedWorkloads,
  when: () => levelAtLeast(4),
  require: ({ template }) =>
    some(template.spec.topologySpreadConstraints, ({ topologyKey, whenUnsatisfiable }) =>
      all(is(topologyKey, DOMAIN), is(whenUnsatisfiable, 'DoNotSchedule')),
    ),
  examples: {
    passes: {
      'replicas in different domains at level 4': { namespace: level('4') },
      'replicas on different hosts, and in different domains, at level 5': {
        namespace: level('5'),
        object: constraints(spread('kubernetes.io/hostname', 'ScheduleAnyway'), spread(DOMAIN, 'DoNotSchedule')),
      },
    },
    fails: {
      'no constraint': { namespace: level('4'), object: constraints() },
      'different hosts alone': {
        namespace: level('4'),
        object: constraints(spread('kubernetes.io/hostname', 'DoNotSchedule')),
      },
      'domains that nobody names': {
        namespace: level('4'),
        object: constraints({ topologyKey: null }),
      },
      'different domains, and nothing said of where that can’t be': {
        namespace: level('4'),
        object: constraints({ whenUnsatisfiable: null }),
      },
      'different domains if that is easy': {
        namespace: level('5'),
        object: constraints(spread(DOMAIN, 'ScheduleAnyway')),
      },
    },
    ignores: {
      'no constraint at level 3': { namespace: level('3'), object: constraints() },
      'no constraint in a system of no level': { object: constraints() },
    },
  },
});

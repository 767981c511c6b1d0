import { listAt, objectAt, textAt, textMapAt } from '../../resources/json-path';
import { selects } from '../../resources/label-selector';
import type { JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { podOf, workloadSubjects } from './pods/workload-pods';

const REPLICATED: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet']);
const DOMAIN = 'topology.kubernetes.io/zone';

/** Twin of `resilience/require-replicas`, which asks how many there are; this one asks where. */
export default definePolicy({
  title: {
    vi: 'Các bản của dịch vụ nền tảng luôn nằm ở những miền hỏng khác nhau',
    en: 'replicas of a service of the platform always stand in different failure domains',
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
  subjects: ({ view }) => workloadSubjects(view).filter(({ of }) => REPLICATED.has(of.kind)),
  check({ of: workload }) {
    const labels = textMapAt(workload.body, 'spec', 'template', 'metadata', 'labels');
    const constraints = listAt(podOf(workload), 'topologySpreadConstraints');
    if (constraints.length === 0) return fail('topologySpreadConstraints', 'none', DOMAIN);
    const strict = constraints.find((one) => isStrict(one));
    if (strict === undefined) return fail('topologySpreadConstraints', textOf(constraints), `${DOMAIN}: DoNotSchedule`);
    const selector = objectAt(strict, 'labelSelector');
    return selector !== undefined && selects(selector, labels) === 'yes'
      ? pass
      : fail('topologySpreadConstraints.labelSelector', JSON.stringify(selector ?? null), 'the own pods');
  },
});

function isStrict(constraint: JsonValue): boolean {
  return textAt(constraint, 'topologyKey') === DOMAIN && textAt(constraint, 'whenUnsatisfiable') === 'DoNotSchedule';
}

function textOf(constraints: readonly JsonValue[]): string {
  return constraints
    .map((one) => `${textAt(one, 'topologyKey') ?? ''}: ${textAt(one, 'whenUnsatisfiable') ?? ''}`)
    .join(', ');
}

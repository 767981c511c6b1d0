import { levelRules, type Level } from '../../model/level';
import { labels } from '../../model/naming';
import { numberAt, objectAt, textAt, textMapAt, valueAt } from '../../resources/json-path';
import { selects } from '../../resources/label-selector';
import type { JsonObject, JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** The level that the platform itself is held to where hot standby is asked for. */
const HOT_STANDBY_LEVEL: Level = 3;

export default definePolicy({
  title: {
    vi: 'Cơ sở dữ liệu từ cấp độ 3 và dịch vụ nền tảng chạy ít nhất hai bản, luôn còn một bản khi bảo trì',
    en: 'Databases from level 3 and services of the platform run twice at least, and one stays during maintenance',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'tcvn-14423-5.11-availability', 'd331-30.5-4'],
  why: {
    vi: 'Chạy một bản thì mỗi lần nâng cấp máy chủ là một lần dừng dịch vụ.',
    en: 'With one replica every upgrade of a host is an outage.',
  },
  fix: {
    vi: 'Khai báo ít nhất hai bản; dịch vụ nền tảng kèm PodDisruptionBudget.',
    en: 'Declare two replicas at least; give services of the platform a PodDisruptionBudget.',
  },
  subjects: ({ view }) =>
    resourceSubjects([
      ...view.resources
        .ofKind('Cluster', 'postgresql.cnpg.io/')
        .filter((one) => levelOf(view, one) >= HOT_STANDBY_LEVEL),
      ...['Deployment', 'StatefulSet']
        .flatMap((kind) => view.resources.ofKind(kind, 'apps/'))
        .filter((one) => levelOf(view, one) >= HOT_STANDBY_LEVEL),
    ]),
  check({ of: resource }, { view }) {
    const least = levelRules[levelOf(view, resource)].replicasMin;
    const field = resource.kind === 'Cluster' ? 'instances' : 'replicas';
    const count = numberAt(resource.body, 'spec', field) ?? 1;
    if (count < least) return fail(`spec.${field}`, String(count), `at least ${least}`);
    if (resource.kind !== 'Cluster') return judgeBudget(view, resource, count);
    const isGuarded = valueAt(resource.body, 'spec', 'enablePDB') !== false;
    return isGuarded ? pass : fail('spec.enablePDB', 'false', 'true');
  },
});

/** The level of a resource's system; what belongs to no system is the platform's. */
function levelOf({ model }: AssemblyView, { system, cluster, namespace, level }: Resource): Level {
  const found = model.trySystem(system ?? model.tryNamespace(cluster ?? '', namespace ?? '')?.system ?? '');
  return found?.level ?? level ?? HOT_STANDBY_LEVEL;
}

function judgeBudget(
  view: AssemblyView,
  { body, cluster = '', namespace = '' }: Resource,
  replicas: number,
): Judgement {
  const pods = textMapAt(body, 'spec', 'template', 'metadata', 'labels');
  const budget = view.resources
    .inNamespace(cluster, namespace, 'PodDisruptionBudget')
    .find((one) => takes(objectAt(one.body, 'spec', 'selector'), pods));
  const name = pods.get(labels.name) ?? textAt(body, 'metadata', 'name') ?? '';
  if (budget === undefined) return fail('PodDisruptionBudget', `none for ${name}`, 'one that keeps a replica');
  const least = valueAt(budget.body, 'spec', 'minAvailable');
  const most = valueAt(budget.body, 'spec', 'maxUnavailable');
  return keepsOne(least, most, replicas)
    ? pass
    : fail(
        `PodDisruptionBudget ${budget.name}`,
        `minAvailable ${JSON.stringify(least ?? null)}, maxUnavailable ${JSON.stringify(most ?? null)}`,
        'one stays',
      );
}

/** A budget without a selector takes no pod, one with an empty selector takes all. */
function takes(selector: JsonObject | undefined, pods: ReadonlyMap<string, string>): boolean {
  return selector !== undefined && selects(selector, pods) === 'yes';
}

function keepsOne(least: JsonValue | undefined, most: JsonValue | undefined, replicas: number): boolean {
  if (typeof least === 'number') return least >= 1;
  if (typeof most === 'number') return most < replicas;
  const share = /^(\d{1,3})%$/.exec(typeof least === 'string' ? least : '')?.[1];
  return share !== undefined && Number(share) > 0;
}

import { listAt, objectAt, textAt, textMapAt } from '../../resources/json-path';
import { selects } from '../../resources/label-selector';
import type { JsonObject, JsonValue } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { LOGGING_NAMESPACE, logWorkloads } from './pipeline/log-workload';

export default definePolicy({
  title: {
    vi: 'Nhật ký chờ trên đĩa khi đường gửi bị đứt, được gửi lại không giới hạn, và số liệu của agent được theo dõi',
    en: 'logs wait on disk while the way is cut, are sent again without end, and the agent’s own figures are watched',
  },
  force: 'block',
  controls: ['tcvn-14423-5.8.2.1a-capacity', 'tcvn-14423-5.8.2.1a-central', 'd165-audit'],
  why: {
    vi: 'Kẻ tấn công chỉ cần cắt mạng vài phút; đệm trong bộ nhớ mất là mất dấu vết, và không ai biết.',
    en: 'An attacker needs to cut the network for minutes only; what waits in memory is lost, and nobody knows.',
  },
  fix: {
    vi: 'Đặt storage.type là filesystem, retry_limit là no_limits; sinh lại Service và ServiceMonitor của agent.',
    en: 'Set storage.type to filesystem and retry_limit to no_limits; synthesize Service and ServiceMonitor of the agent.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const agent = logWorkloads(view, cluster.id, 'DaemonSet').find((one) => one.pipeline !== undefined);
    if (agent?.pipeline === undefined) return fail('DaemonSet', 'no pipeline', 'an agent with its pipeline');
    const memory = membersOf(agent.pipeline, 'inputs').find((one) => textAt(one, 'storage.type') !== 'filesystem');
    if (memory !== undefined) return fail(`inputs ${textAt(memory, 'tag') ?? ''}`, 'storage.type memory', 'filesystem');
    const giving = membersOf(agent.pipeline, 'outputs')
      .filter((one) => textAt(one, 'name') === 'syslog')
      .find((one) => textAt(one, 'retry_limit') !== 'no_limits');
    if (giving !== undefined) {
      return fail('outputs.retry_limit', textAt(giving, 'retry_limit') ?? 'not set', 'no_limits');
    }
    return judgeWatch(view, cluster.id, textMapAt(agent.workload.body, 'spec', 'template', 'metadata', 'labels'));
  },
});

function membersOf(pipeline: JsonObject, list: 'inputs' | 'outputs'): readonly JsonValue[] {
  return listAt(pipeline, 'pipeline', list);
}

/** The monitor takes a Service, and the Service takes the pods of the agent. */
function judgeWatch({ resources }: AssemblyView, cluster: string, pods: ReadonlyMap<string, string>): Judgement {
  const services = resources
    .inNamespace(cluster, LOGGING_NAMESPACE, 'Service')
    .filter((one) => [...textMapAt(one.body, 'spec', 'selector')].every(([key, value]) => pods.get(key) === value));
  if (services.length === 0) return fail('Service', 'none for the agent’s figures', 'one that takes its pods');
  const monitors = resources.inNamespace(cluster, LOGGING_NAMESPACE, 'ServiceMonitor');
  const isWatched = monitors.some((one) => {
    const selector = objectAt(one.body, 'spec', 'selector');
    return (
      selector !== undefined &&
      services.some((service) => selects(selector, textMapAt(service.body, 'metadata', 'labels')) === 'yes')
    );
  });
  return isWatched ? pass : fail('ServiceMonitor', 'none for the agent', 'one that takes its Service');
}

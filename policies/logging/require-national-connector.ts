import { numberAt, objectAt, textAt, textMapAt } from '../../resources/json-path';
import { selects } from '../../resources/label-selector';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { clusterSubjects } from '../subjects';
import { hostsOf, LOGGING_NAMESPACE, logWorkloads, sendsTo, type LogWorkload } from './pipeline/log-workload';

/** Tag of security events in the pipelines of agents. */
const SECURITY_TAG = 'security.audit';

/** The lowest level whose systems are connected (Law 116/2025 Art. 40.1 b; the strict reading of who is important). */
const LEVEL_MIN = 3;

export default definePolicy({
  title: {
    vi: 'Cụm có hệ thống từ cấp độ 3 chuyển sự kiện an ninh tới Trung tâm An ninh mạng quốc gia',
    en: 'A cluster with systems from level 3 hands security events to the national cybersecurity center',
  },
  force: 'block',
  controls: ['law-116-40.1b', 'd331-33.5', 'law-116-10-levels-3-4'],
  why: {
    vi: 'Luật yêu cầu kết nối giám sát tập trung; không kết nối thì trung tâm không thấy tấn công lan giữa các bộ, tỉnh.',
    en: 'The law asks for the connection; without it the center can’t see an attack spread between agencies.',
  },
  fix: {
    vi: 'Sinh lại bộ kết nối trong platform-logging và đầu ra của bộ gửi nhật ký tới nó.',
    en: 'Synthesize the connector in platform-logging and the shipper’s output to it.',
  },
  subjects: ({ view }) => {
    const placements = view.model.systems.filter(({ level }) => level >= LEVEL_MIN).flatMap((one) => one.placements);
    const hosting = new Set(placements.flatMap(({ cluster, site }) => [cluster, site]));
    // A management cluster sees all that its site hosts.
    return clusterSubjects(
      view.model.clusters.filter(({ id, role, site }) => hosting.has(role === 'management' ? site : id)),
    );
  },
  check({ of: { id } }, { view }) {
    const center = view.model.nation.security.nationalCenter;
    const agents = logWorkloads(view, id, 'DaemonSet');
    if (agents.some((one) => sendsTo(one, center, SECURITY_TAG))) return pass;
    const connectors = logWorkloads(view, id, 'Deployment').filter((one) => sendsTo(one, center, SECURITY_TAG));
    if (connectors.length === 0) return fail('Deployment', `nothing to ${center} over TLS`, 'a connector');
    const judgements = connectors.map((connector) => judgeConnector(view, id, { connector, agents }));
    return judgements.find((one) => one.verdict === 'pass') ?? judgements[0] ?? pass;
  },
});

/** Whether a connector runs, and the agents hand it what they see, through its Service over TLS. */
function judgeConnector(
  { resources }: AssemblyView,
  cluster: string,
  { connector, agents }: { readonly connector: LogWorkload; readonly agents: readonly LogWorkload[] },
): Judgement {
  const { name, body } = connector.workload;
  if ((numberAt(body, 'spec', 'replicas') ?? 1) < 1) return fail(`${name}: spec.replicas`, '0', 'at least 1');
  const pods = textMapAt(body, 'spec', 'template', 'metadata', 'labels');
  const reached = agents.some((agent) =>
    hostsOf(agent, SECURITY_TAG)
      .filter((host) => sendsTo(agent, host, SECURITY_TAG))
      .map((host) => resources.tryFind(`${cluster}/Service/${LOGGING_NAMESPACE}/${host.split('.')[0]}`))
      .some((service) => {
        const matchLabels = objectAt(service?.body, 'spec', 'selector');
        return matchLabels !== undefined && selects({ matchLabels }, pods) === 'yes';
      }),
  );
  return reached
    ? pass
    : fail(`${textAt(body, 'metadata', 'name') ?? ''}: Service`, 'no agent sends to it', 'the agents’ security events');
}

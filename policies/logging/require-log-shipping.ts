import { listAt, textAt, valueAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { tryApiServerFlag, tryControlPlane } from '../identity/control-plane/control-plane-of';
import { clusterSubjects } from '../subjects';
import { filesRead, LOGGING_NAMESPACE, logWorkloads, sendsTo } from './pipeline/log-workload';

/** Logs of every pod, where the container runtime writes them. */
const POD_LOGS = '/var/log/containers/*.log';

export default definePolicy({
  title: {
    vi: 'Mọi nút của mỗi cụm gửi nhật ký về kho tập trung qua TLS',
    en: 'Every node of each cluster ships its logs to the central store over TLS',
  },
  force: 'block',
  controls: ['tcvn-14423-5.8.2.1a-central', 'tcvn-14423-6.8.2.2-zone', 'tcvn-14423-6.8.2.2-provider', 'd165-audit'],
  why: {
    vi: 'Kẻ tấn công xóa nhật ký tại chỗ trước tiên; chỉ bản đã gửi đi còn lại.',
    en: 'An attacker deletes local logs first; only what was shipped remains.',
  },
  fix: {
    vi: 'Sinh lại DaemonSet gửi nhật ký, chạy trên mọi nút, đích là SIEM của quốc gia qua TLS.',
    en: 'Synthesize the log DaemonSet, on all nodes, with the nation’s SIEM over TLS as its target.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const agents = logWorkloads(view, cluster.id, 'DaemonSet');
    if (agents.length === 0) return fail('DaemonSet', `none in ${LOGGING_NAMESPACE}`, 'an agent on every node');
    const { siem } = view.model.nation.security;
    const plane = tryControlPlane(view, cluster);
    const auditLog = plane === undefined ? undefined : tryApiServerFlag(plane, 'audit-log-path');
    const judgements = agents.map((agent): Judgement => {
      const { name } = agent.workload;
      if (agent.pipeline === undefined) return fail(`${name}: pipeline`, 'none', 'a pipeline in a ConfigMap');
      if (!sendsTo(agent, siem, 'pods')) return fail(`${name}: outputs`, `nothing to ${siem} over TLS`, 'everything');
      const missing = [POD_LOGS, auditLog ?? 'the log of the API server'].find(
        (path) => !filesRead(agent).includes(path),
      );
      if (missing !== undefined) return fail(`${name}: inputs`, `without ${missing}`, 'pods and the API server');
      return judgeNodes(agent.workload);
    });
    return judgements.find((one) => one.verdict === 'pass') ?? judgements[0] ?? pass;
  },
});

/** Whether a DaemonSet runs on every node, whatever its taints and labels. */
function judgeNodes({ name, body }: Resource): Judgement {
  const pod = ['spec', 'template', 'spec'] as const;
  const chosen = ['nodeSelector', 'affinity', 'nodeName'].find((field) => valueAt(body, ...pod, field) !== undefined);
  if (chosen !== undefined) return fail(`${name}: ${pod.join('.')}.${chosen}`, 'set', 'every node');
  const isEverywhere = listAt(body, ...pod, 'tolerations').some(
    (one) =>
      textAt(one, 'operator') === 'Exists' && (textAt(one, 'key') ?? '') === '' && (textAt(one, 'effect') ?? '') === '',
  );
  return isEverywhere ? pass : fail(`${name}: ${pod.join('.')}.tolerations`, 'not for every taint', 'operator: Exists');
}

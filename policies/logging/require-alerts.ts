import { listAt, textAt } from '../../resources/json-path';
import type { JsonValue } from '../../resources/resource';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

/** What must raise an alert, and the measure that tells of it. */
const TOPICS = [
  { topic: 'capacity', measure: 'kube_resourcequota' },
  { topic: 'certificate', measure: 'certmanager_certificate_expiration_timestamp_seconds' },
  { topic: 'backup', measure: 'velero_backup_failure_total' },
  { topic: 'database backup', measure: 'cnpg_collector_last_failed_backup_timestamp' },
  { topic: 'log capacity', measure: 'kubelet_volume_stats_available_bytes' },
] as const;

export default definePolicy({
  title: {
    vi: 'Mỗi cụm cảnh báo khi sắp hết tài nguyên, chỗ lưu nhật ký, hạn chứng thư, và khi sao lưu thất bại',
    en: 'Each cluster alerts on capacity, on the store of logs, on certificates, and on failed backups',
  },
  force: 'block',
  controls: ['tcvn-14423-5.8.2.1a-capacity', 'tcvn-14423-5.11-availability', 'tcvn-14423-6.4.2.5'],
  why: {
    vi: 'Sao lưu hỏng trong im lặng chỉ được phát hiện vào ngày cần khôi phục.',
    en: 'A backup that fails in silence is found on the day when it is needed.',
  },
  fix: {
    vi: 'Sinh lại PrometheusRule của nền tảng trong cụm.',
    en: 'Synthesize the platform’s PrometheusRule of the cluster.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: { id } }, { view }) {
    const rules = view.resources
      .inCluster(id, 'PrometheusRule')
      .flatMap(({ body }) => listAt(body, 'spec', 'groups'))
      .flatMap((group) => listAt(group, 'rules'))
      .filter((rule) => textAt(rule, 'alert') !== undefined);
    const silent = TOPICS.find(({ measure }) => !rules.some((rule) => asks(rule, measure)));
    if (silent !== undefined)
      return fail('PrometheusRule', `no alert on ${silent.topic}`, `one over ${silent.measure}`);
    const mute = rules.find((rule) => textAt(rule, 'labels', 'severity') === undefined);
    return mute === undefined
      ? pass
      : fail(`alert ${textAt(mute, 'alert') ?? ''}: labels.severity`, 'none', 'a severity, by which it is routed');
  },
});

/** Whether an alert looks at a measure, as a whole word of its expression. */
function asks(rule: JsonValue, measure: string): boolean {
  return (textAt(rule, 'expr') ?? '').split(/[^A-Za-z0-9_:]+/).includes(measure);
}

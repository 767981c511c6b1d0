import policy from '../../../policies/logging/require-alerts';
import type { JsonValue } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { subject } from '../resilience/kit/cluster-objects';

const severity = { severity: 'critical' };
const backup = 'increase(velero_backup_failure_total[1h]) > 0 or cnpg_collector_last_failed_backup_timestamp > 0';
const certificate = 'certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 86400';
const rules: readonly JsonValue[] = [
  { alert: 'BackupFailed', expr: backup, labels: severity },
  { alert: 'QuotaNearlyUsed', expr: 'kube_resourcequota{type="used"} > 0.9', labels: severity },
  { alert: 'CertificateExpiresSoon', expr: certificate, labels: severity },
  { alert: 'LogStoreNearlyFull', expr: 'kubelet_volume_stats_available_bytes < 0.2', labels: severity },
];

function alerting(given: readonly JsonValue[]): PolicyCase {
  const rule = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'platform', namespace: 'platform-monitoring' },
    spec: { groups: [{ name: 'platform', rules: given }] },
  };
  return { view: viewOf({ resources: [rule] }), subject };
}

describePolicy('logging/require-alerts', policy, {
  passes: {
    'an alert on each topic': () => alerting(rules),
    'more than that': () => alerting([...rules, { alert: 'NodeDown', expr: 'up == 0', labels: severity }]),
  },
  fails: {
    'no alerts': () => ({ view: viewOf(), subject, where: 'PrometheusRule', got: 'no alert on capacity' }),
    'no alert on backups': () => ({
      ...alerting(rules.slice(1)),
      where: 'PrometheusRule',
      got: 'no alert on backup',
    }),
    'no alert on certificates': () => ({
      ...alerting(rules.toSpliced(2, 1)),
      where: 'PrometheusRule',
      got: 'no alert on certificate',
    }),
    'a recording instead of an alert': () => ({
      ...alerting(rules.toSpliced(3, 1, { record: 'a', expr: 'kubelet_volume_stats_available_bytes' })),
      where: 'PrometheusRule',
      got: 'no alert on log capacity',
    }),
    'a measure whose name only begins alike': () => ({
      ...alerting(rules.toSpliced(1, 1, { alert: 'A', expr: 'kube_resourcequota_created > 0', labels: severity })),
      where: 'PrometheusRule',
      got: 'no alert on capacity',
    }),
    'an alert that goes nowhere': () => ({
      ...alerting([...rules, { alert: 'NodeDown', expr: 'up == 0' }]),
      where: 'alert NodeDown: labels.severity',
      got: 'none',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ ...alerting(rules), subject: 'cluster/other' }),
  },
});

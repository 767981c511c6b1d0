import { platformNamespaceName } from '../../../model/naming';
import type { Text } from '../../../model/text';

/** One alert of the platform: when it fires, and what it means to whoever is on duty. */
export interface AlertRow {
  /** Name of the alert, in the form that Prometheus uses. */
  readonly alert: string;
  readonly group: 'backup' | 'capacity' | 'logging' | 'nodes' | 'security';
  /** PromQL. */
  readonly expression: string;
  /** How long it must hold. */
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: Text;
}

const logging = `namespace="${platformNamespaceName('logging')}"`;

/** The alerts that every cluster has; adding one is one row here. */
export const alertTable: readonly AlertRow[] = [
  {
    alert: 'BackupFailed',
    group: 'backup',
    expression:
      'increase(velero_backup_failure_total[1h]) > 0 or increase(velero_backup_partial_failure_total[1h]) > 0' +
      ' or cnpg_collector_last_failed_backup_timestamp > cnpg_collector_last_available_backup_timestamp',
    for: '0m',
    severity: 'critical',
    summary: { vi: 'Một bản sao lưu đã thất bại', en: 'A backup failed' },
  },
  {
    alert: 'QuotaNearlyUsed',
    group: 'capacity',
    expression: 'kube_resourcequota{type="used"} / ignoring(type) (kube_resourcequota{type="hard"} > 0) > 0.9',
    for: '30m',
    severity: 'warning',
    summary: { vi: 'Hạn mức của không gian tên sắp hết', en: 'The quota of a namespace is nearly used up' },
  },
  {
    alert: 'PolicyMapNearlyFull',
    group: 'capacity',
    expression: 'max by (instance) (cilium_bpf_map_pressure{map_name=~"policy_.*"}) > 0.8',
    for: '10m',
    severity: 'critical',
    summary: {
      vi: 'Bảng chính sách mạng của một nút sắp đầy; khi đầy, lưu lượng bị rớt',
      en: 'The network policy map of a node is nearly full; when it is, traffic is dropped',
    },
  },
  {
    alert: 'LogStoreNearlyFull',
    group: 'logging',
    expression:
      `kubelet_volume_stats_available_bytes{${logging}} / kubelet_volume_stats_capacity_bytes{${logging}} < 0.2` +
      ' or node_filesystem_avail_bytes{mountpoint="/var/log"} / node_filesystem_size_bytes{mountpoint="/var/log"} < 0.2',
    for: '15m',
    severity: 'critical',
    summary: { vi: 'Nơi lưu nhật ký sắp đầy', en: 'A store of logs is nearly full' },
  },
  {
    alert: 'LogShipperMissing',
    group: 'logging',
    expression: `kube_daemonset_status_number_unavailable{${logging},daemonset="log-shipper"} > 0`,
    for: '10m',
    severity: 'critical',
    summary: { vi: 'Có nút không gửi nhật ký', en: 'A node sends no logs' },
  },
  {
    alert: 'LogsNotDelivered',
    group: 'logging',
    expression: `increase(fluentbit_output_dropped_records_total{${logging}}[15m]) > 0`,
    for: '0m',
    severity: 'critical',
    summary: {
      vi: 'Nhật ký bị mất trước khi đến kho tập trung',
      en: 'Logs were lost before they reached the central store',
    },
  },
  {
    alert: 'NodeDown',
    group: 'nodes',
    expression: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
    for: '5m',
    severity: 'critical',
    summary: { vi: 'Một nút ngừng hoạt động', en: 'A node is down' },
  },
  {
    alert: 'ClockOff',
    group: 'nodes',
    expression: 'abs(node_timex_offset_seconds) > 0.05 or node_timex_sync_status == 0',
    for: '10m',
    severity: 'critical',
    summary: {
      vi: 'Đồng hồ của một nút lệch với máy chủ thời gian',
      en: 'The clock of a node is off the time servers',
    },
  },
  {
    alert: 'CertificateExpiresSoon',
    group: 'security',
    expression: 'certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 86400',
    for: '1h',
    severity: 'critical',
    summary: { vi: 'Chứng thư sắp hết hạn mà chưa được gia hạn', en: 'A certificate expires soon and is not renewed' },
  },
];

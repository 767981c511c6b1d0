import { alertTable } from '../../../../constructs/cluster/monitoring/alert-table';
import { LogMetrics } from '../../../../constructs/cluster/monitoring/log-metrics';
import { PlatformAlerts } from '../../../../constructs/cluster/monitoring/platform-alerts';
import { clusterOf } from '../../../support/healthy-cluster';
import { findObject, renderConstruct } from '../../../support/render-construct';

interface Groups {
  readonly groups: readonly {
    readonly name: string;
    readonly rules: readonly { readonly alert: string; readonly labels: object; readonly annotations: object }[];
  }[];
}

function render(): Groups {
  const objects = renderConstruct((scope) => new PlatformAlerts(scope, 'alerts', clusterOf()));
  return findObject(objects, 'PrometheusRule')['spec'] as Groups;
}

describe('PlatformAlerts', () => {
  test('watch backups, capacity, logs, nodes and certificates', () => {
    expect(render().groups.map(({ name, rules }) => [name, ...rules.map((rule) => rule.alert)])).toEqual([
      ['backup', 'BackupFailed'],
      ['capacity', 'QuotaNearlyUsed', 'PolicyMapNearlyFull'],
      ['logging', 'LogStoreNearlyFull', 'LogShipperMissing', 'LogsNotDelivered'],
      ['nodes', 'NodeDown', 'ClockOff'],
      ['security', 'CertificateExpiresSoon'],
    ]);
  });

  test('say where they come from, in both languages', () => {
    const [rule] = render().groups[0]?.rules ?? [];
    expect(rule?.labels).toEqual({ severity: 'critical', cluster: 'dc-north-shared-0', site: 'dc-north' });
    expect(rule?.annotations).toEqual({ summary_vi: 'Một bản sao lưu đã thất bại', summary_en: 'A backup failed' });
  });

  test('have one name each', () => {
    expect(new Set(alertTable.map((row) => row.alert)).size).toBe(alertTable.length);
  });
});

describe('LogMetrics', () => {
  test('reads the metrics of the log shipper through a service that selects it', () => {
    const objects = renderConstruct((scope) => new LogMetrics(scope, 'logs'));
    expect(findObject(objects, 'Service')['spec']).toMatchObject({
      selector: { 'app.kubernetes.io/name': 'log-shipper' },
      ports: [{ name: 'metrics', port: 9090 }],
    });
    expect(findObject(objects, 'ServiceMonitor')['spec']).toMatchObject({
      namespaceSelector: { matchNames: ['platform-logging'] },
      endpoints: [{ port: 'metrics' }],
    });
  });
});

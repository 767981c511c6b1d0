import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { groupBy } from '../../../model/group-by';
import { labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { alertTable, type AlertRow } from './alert-table';

/** The alerts of the platform in a cluster (monitoring.coreos.com/v1), with the place in each. */
export class PlatformAlerts extends Construct {
  public constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id);
    const groups = [...groupBy(alertTable, (row) => row.group)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    new ApiObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'platform',
        namespace: platformNamespaceName('monitoring'),
        labels: { [labels.managedBy]: MANAGED_BY },
      },
      spec: { groups: groups.map(([name, rows]) => ({ name, rules: rows.map((row) => alertRule(row, cluster)) })) },
    });
  }
}

function alertRule({ alert, expression, for: duration, severity, summary }: AlertRow, { id, site }: Cluster): object {
  return {
    alert,
    expr: expression,
    for: duration,
    labels: { severity, cluster: id, site },
    annotations: { summary_vi: summary.vi, summary_en: summary.en },
  };
}

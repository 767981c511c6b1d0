import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import { METRICS } from '../../../model/segmentation/zone-flow';

const NAME = 'log-shipper-metrics';
const NAMESPACE = platformNamespaceName('logging');

/** How the monitoring reads the log agents: that every line arrives is itself a duty. */
export class LogMetrics extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const own = { [labels.managedBy]: MANAGED_BY, [labels.name]: NAME };
    const metadata = { name: NAME, namespace: NAMESPACE, labels: own };
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        clusterIP: 'None',
        selector: { [labels.name]: 'log-shipper' },
        ports: [{ name: 'metrics', port: METRICS.port, protocol: 'TCP' }],
      },
    });
    new ApiObject(this, 'Resource', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata,
      spec: {
        selector: { matchLabels: { [labels.name]: NAME } },
        namespaceSelector: { matchNames: [NAMESPACE] },
        endpoints: [{ port: 'metrics', path: '/api/v2/metrics/prometheus', interval: '30s' }],
      },
    });
  }
}

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { annotations, labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import { METRICS } from '../../../model/segmentation/zone-flow';
import type { Cluster } from '../../../model/site/cluster';
import { PLATFORM_PRIORITY_CLASS } from '../priority-class-name';
import { PlatformCertificate } from '../gateway/platform-certificate';
import { agentProbes, agentSecurity, logAgentImage } from './log-agent';
import { BUFFER_FOLDER, CERTIFICATE_FOLDER, shipperPipeline } from './log-pipeline';
import type { LogDuty } from './log-retention';
import { LogShipperAccess } from './log-shipper-access';

const NAME = 'log-shipper';
const CERTIFICATE = 'log-shipper-certificate';
const NAMESPACE = platformNamespaceName('logging');

/** What log shipping in a cluster depends on. */
export interface LogShipperProps {
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  readonly duty: LogDuty;
}

/**
 * The agent on every node, control plane included, that sends all logs to the central store (TCVN 14423:2026 5.8.2.1
 * a) over TLS with a client's certificate. How long they are kept there is written on it, for the store and auditors.
 */
export class LogShipper extends Construct {
  public constructor(scope: Construct, id: string, props: LogShipperProps) {
    super(scope, id);
    const { cluster, nation, duty } = props;
    const metadata = {
      name: NAME,
      namespace: NAMESPACE,
      labels: { [labels.managedBy]: MANAGED_BY, [labels.name]: NAME },
      annotations: { [annotations.retentionDays]: String(duty.retentionDays) },
    };
    const dnsNames = [`${NAME}.${cluster.id}.${nation.domain}`];
    new PlatformCertificate(this, 'certificate', { name: CERTIFICATE, namespace: NAMESPACE, dnsNames, use: 'client' });
    new LogShipperAccess(this, 'access', { name: NAME, namespace: NAMESPACE });
    const { security } = nation;
    new ApiObject(this, 'pipeline', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { 'fluent-bit.yaml': shipperPipeline({ cluster, security, nationalCenter: duty.nationalCenter }) },
    });
    new ApiObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata,
      spec: {
        selector: { matchLabels: { [labels.name]: NAME } },
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
        template: {
          metadata: { labels: { [labels.name]: NAME, [labels.managedBy]: MANAGED_BY } },
          spec: podSpec(nation.imageRegistry),
        },
      },
    });
  }
}

function podSpec(imageRegistry: string): object {
  return {
    serviceAccountName: NAME,
    priorityClassName: PLATFORM_PRIORITY_CLASS,
    tolerations: [{ operator: 'Exists' }],
    containers: [
      {
        name: 'agent',
        image: logAgentImage(imageRegistry),
        args: ['--config=/etc/fluent-bit/fluent-bit.yaml'],
        env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
        ports: [{ name: 'metrics', containerPort: METRICS.port }],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
        securityContext: agentSecurity({ root: true }),
        ...agentProbes(METRICS.port),
        volumeMounts: [
          { name: 'pipeline', mountPath: '/etc/fluent-bit', readOnly: true },
          { name: 'certificate', mountPath: CERTIFICATE_FOLDER, readOnly: true },
          { name: 'logs', mountPath: '/var/log', readOnly: true },
          { name: 'flows', mountPath: '/var/run/cilium/hubble', readOnly: true },
          { name: 'buffer', mountPath: BUFFER_FOLDER },
        ],
      },
    ],
    volumes: [
      { name: 'pipeline', configMap: { name: NAME } },
      { name: 'certificate', secret: { secretName: CERTIFICATE } },
      { name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } },
      { name: 'flows', hostPath: { path: '/var/run/cilium/hubble', type: 'DirectoryOrCreate' } },
      { name: 'buffer', hostPath: { path: BUFFER_FOLDER, type: 'DirectoryOrCreate' } },
    ],
  };
}

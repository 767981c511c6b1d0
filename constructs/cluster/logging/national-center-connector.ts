import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import { METRICS } from '../../../model/segmentation/zone-flow';
import type { Cluster } from '../../../model/site/cluster';
import { PlatformCertificate } from '../gateway/platform-certificate';
import { PLATFORM_PRIORITY_CLASS } from '../priority-class-name';
import { agentProbes, agentSecurity, logAgentImage } from './log-agent';
import { CERTIFICATE_FOLDER, CONNECTOR_NAME, CONNECTOR_PORT, connectorPipeline } from './log-pipeline';

const CERTIFICATE = `${CONNECTOR_NAME}-certificate`;
const NAMESPACE = platformNamespaceName('logging');
const REPLICAS = 2;
const selector = { matchLabels: { [labels.name]: CONNECTOR_NAME } } as const;

/** Which cluster reports to the center. */
export interface NationalCenterConnectorProps {
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
}

/**
 * Hands the security events of a cluster, its audit and its flows, to the national cybersecurity center (Law 116/2025
 * Art. 40.1 b): two of them in two failure domains, one of which always stays.
 */
export class NationalCenterConnector extends Construct {
  public constructor(scope: Construct, id: string, { cluster, nation }: NationalCenterConnectorProps) {
    super(scope, id);
    const own = { [labels.managedBy]: MANAGED_BY, [labels.name]: CONNECTOR_NAME };
    const metadata = { name: CONNECTOR_NAME, namespace: NAMESPACE, labels: own };
    const pipeline = connectorPipeline({ cluster, security: nation.security, nationalCenter: true });
    this.#defineCertificate(cluster, nation.domain);
    new ApiObject(this, 'pipeline', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { 'fluent-bit.yaml': pipeline },
    });
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: selector.matchLabels, ports: [{ name: 'forward', port: CONNECTOR_PORT, protocol: 'TCP' }] },
    });
    new ApiObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: REPLICAS,
        selector,
        template: { metadata: { labels: own }, spec: podSpec(nation.imageRegistry) },
      },
    });
    new ApiObject(this, 'disruption', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable: REPLICAS - 1, selector },
    });
  }

  /** One certificate for both sides: the shippers know it by the Service's name, the center by the cluster's. */
  #defineCertificate(cluster: Cluster, domain: string): void {
    new PlatformCertificate(this, 'certificate', {
      name: CERTIFICATE,
      namespace: NAMESPACE,
      dnsNames: [`${CONNECTOR_NAME}.${cluster.id}.${domain}`, CONNECTOR_NAME, `${CONNECTOR_NAME}.${NAMESPACE}.svc`],
      use: 'both',
    });
  }
}

function podSpec(imageRegistry: string): object {
  return {
    automountServiceAccountToken: false,
    priorityClassName: PLATFORM_PRIORITY_CLASS,
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: selector,
      },
    ],
    containers: [
      {
        name: 'connector',
        image: logAgentImage(imageRegistry),
        args: ['--config=/etc/fluent-bit/fluent-bit.yaml'],
        ports: [
          { name: 'forward', containerPort: CONNECTOR_PORT },
          { name: 'metrics', containerPort: METRICS.port },
        ],
        resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
        securityContext: agentSecurity({ root: false }),
        ...agentProbes(METRICS.port),
        volumeMounts: [
          { name: 'pipeline', mountPath: '/etc/fluent-bit', readOnly: true },
          { name: 'certificate', mountPath: CERTIFICATE_FOLDER, readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'pipeline', configMap: { name: CONNECTOR_NAME } },
      { name: 'certificate', secret: { secretName: CERTIFICATE } },
    ],
  };
}

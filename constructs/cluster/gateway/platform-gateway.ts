import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';
import { GATEWAY_NAME, gatewayHostNames } from './gateway-name';
import { PlatformCertificate } from './platform-certificate';

const NAMESPACE = platformNamespaceName('gateway');
const CERTIFICATE = 'gateway-certificate';

/** Connections that the gateway holds at once (TCVN 14423:2026 5.12.2.4 e). */
const CONNECTIONS_MAX = 10_000;

/** Which cluster the gateway opens, under which domain. */
export interface PlatformGatewayProps {
  readonly cluster: Cluster;
  readonly domain: string;
}

/**
 * The only way from users into a cluster (Gateway API): HTTPS alone, TLS 1.2 or newer, for routes of front zones. Its
 * proxies are pods of `platform-gateway`, so network policies can name them.
 */
export class PlatformGateway extends Construct {
  public constructor(scope: Construct, id: string, { cluster, domain }: PlatformGatewayProps) {
    super(scope, id);
    const own = { [labels.managedBy]: MANAGED_BY };
    const metadata = { name: GATEWAY_NAME, namespace: NAMESPACE, labels: own };
    new ApiObject(this, 'class', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: GATEWAY_NAME, labels: own },
      spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller' },
    });
    const dnsNames = gatewayHostNames(cluster, domain);
    new PlatformCertificate(this, 'certificate', { name: CERTIFICATE, namespace: NAMESPACE, dnsNames, use: 'server' });
    new ApiObject(this, 'Resource', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata,
      spec: { gatewayClassName: GATEWAY_NAME, listeners: [httpsListener()] },
    });
    new ApiObject(this, 'clients', {
      apiVersion: 'gateway.envoyproxy.io/v1alpha1',
      kind: 'ClientTrafficPolicy',
      metadata,
      spec: {
        targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: GATEWAY_NAME }],
        tls: { minVersion: '1.2' },
        connection: { connectionLimit: { value: CONNECTIONS_MAX } },
      },
    });
  }
}

function httpsListener(): object {
  return {
    name: 'https',
    protocol: 'HTTPS',
    port: 443,
    tls: { mode: 'Terminate', certificateRefs: [{ name: CERTIFICATE }] },
    allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { [labels.zone]: 'dmz' } } } },
  };
}

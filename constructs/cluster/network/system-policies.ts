import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { labels, MANAGED_BY } from '../../../model/naming';
import { apiServerPorts } from '../../../model/platform/api-server';
import { dnsServers } from '../../../model/platform/dns-servers';
import { ciliumPorts } from '../../network/cilium-ports';

/**
 * What Kubernetes itself needs where nothing passes without a policy: names for every pod of the cluster, asked on
 * from the nation's own resolvers and never from the Internet's; and the health checks between nodes.
 */
export class SystemPolicies extends Construct {
  public constructor(scope: Construct, id: string, { addresses }: Readonly<NationFact>) {
    super(scope, id);
    const own = { [labels.managedBy]: MANAGED_BY };
    new ApiObject(this, 'Resource', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'dns', namespace: dnsServers.namespace, labels: own },
      spec: {
        endpointSelector: { matchLabels: { 'k8s:k8s-app': dnsServers.labels['k8s-app'] } },
        ingress: [{ fromEntities: ['cluster'], toPorts: [{ ports: ciliumPorts(dnsServers.ports) }] }],
        egress: [
          { toEntities: ['kube-apiserver'], toPorts: [{ ports: ciliumPorts(apiServerPorts) }] },
          { toCIDR: [addresses.nodes4, addresses.unicast6], toPorts: [{ ports: ciliumPorts(dnsServers.ports) }] },
        ],
      },
    });
    new ApiObject(this, 'health', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumClusterwideNetworkPolicy',
      metadata: { name: 'node-health', labels: own },
      spec: {
        endpointSelector: { matchLabels: { 'reserved:health': '' } },
        ingress: [{ fromEntities: ['remote-node'] }],
        egress: [{ toEntities: ['remote-node'] }],
      },
    });
  }
}

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../../model/naming';
import { dnsServerLabels, dnsServers } from '../../../model/platform/dns-servers';
import { ciliumPorts } from '../../network/cilium-ports';
import { namespaceOf, type PlatformDestination } from '../../../model/platform/platform-destination';

/**
 * The way of one platform service out of its cluster: to names alone, whose addresses Cilium learns from the answers
 * of DNS, so the same policy sends the questions for them through its proxy.
 */
export class PlatformEgress extends Construct {
  public constructor(scope: Construct, destination: PlatformDestination) {
    super(scope, destination.service);
    const names = destination.names.map((matchName) => ({ matchName }));
    new ApiObject(this, 'Resource', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: {
        name: 'destinations',
        namespace: namespaceOf(destination),
        labels: { [labels.managedBy]: MANAGED_BY, [labels.service]: destination.service },
      },
      spec: {
        endpointSelector: {},
        egress: [
          {
            toEndpoints: [{ matchLabels: dnsServerLabels }],
            toPorts: [{ ports: ciliumPorts(dnsServers.ports), rules: { dns: names } }],
          },
          { toFQDNs: names, toPorts: [{ ports: ciliumPorts([{ port: destination.port, protocol: 'TCP' }]) }] },
        ],
      },
    });
  }
}

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { NationFact } from '../../../model/facts/nation-fact';
import { labels, MANAGED_BY, platformNamespaceName } from '../../../model/naming';
import { readAddressPlan } from '../../../model/segmentation/peer-index';
import { findZone } from '../../../model/segmentation/zone';
import type { Cluster } from '../../../model/site/cluster';
import type { DataCenter } from '../../../model/site/site';
import { GATEWAY_NAME } from './gateway-name';

/** Numbers that the mesh gives to each site; a cluster's place among them is its place in the DMZ block. */
const MESH_IDS_PER_SITE = 31;
/** Size of a cluster's part of the DMZ block: 32 of them fill it. */
const parts = { ipv4: 25, ipv6: 112 } as const;

/** Which addresses a gateway may have. */
export interface GatewayAddressesProps {
  readonly cluster: Cluster;
  readonly site: DataCenter;
  readonly nation: Readonly<NationFact>;
}

/** The addresses of a cluster's gateway: its own part of the site's DMZ zone, which the site's routers lead to it. */
export class GatewayAddresses extends Construct {
  public constructor(scope: Construct, id: string, props: GatewayAddressesProps) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumLoadBalancerIPPool',
      metadata: { name: GATEWAY_NAME, labels: { [labels.managedBy]: MANAGED_BY } },
      spec: {
        blocks: gatewayBlocks(props).map((cidr) => ({ cidr })),
        serviceSelector: {
          matchLabels: { 'io.kubernetes.service.namespace': platformNamespaceName('gateway') },
        },
      },
    });
  }
}

/** The blocks of a cluster's gateway in both families; no two clusters of a site share one. */
export function gatewayBlocks({ cluster, site, nation }: GatewayAddressesProps): readonly string[] {
  const place = (cluster.meshId - 1) % MESH_IDS_PER_SITE;
  const zone = readAddressPlan(nation).zone(site.slot, findZone('dmz').slot);
  return [zone.ipv4.subnet(place, parts.ipv4), zone.ipv6.subnet(place, parts.ipv6)].map(String);
}

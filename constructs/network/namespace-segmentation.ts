import { NetworkPolicy, type NetworkPolicySpec } from '@cdktf/provider-kubernetes/lib/network-policy';
import { Construct } from 'constructs';
import { annotations, platformNamespaceName } from '../../model/naming';
import { dnsServers } from '../../model/platform/dns-servers';
import type { NamespacePeers, PeerRule } from '../../model/segmentation/peer-rule';
import { METRICS } from '../../model/segmentation/zone-flow';
import type { Namespace } from '../../model/tenancy/namespace';
import { applyAfter } from '../cluster/apply-after';
import { tenantObjectLabels } from '../tenant/namespace-labels';
import { egressBlocks, ingressBlocks, portBlocks } from './network-policy-blocks';

const dns = portBlocks(dnsServers.ports);

/** What a namespace's network policies need. */
export interface NamespaceSegmentationProps {
  readonly namespace: Namespace;
  readonly peers: NamespacePeers;
  /** Address of the namespace, which must exist before. */
  readonly after: string;
}

/**
 * What reaches a namespace and what it reaches (TCVN 14423:2026 x.12.2.4): nothing in either direction, but names
 * from DNS, metrics to the monitoring, and the flows that are declared. A direction without a flow has no policy of
 * its own: the default denial holds it.
 */
export class NamespaceSegmentation extends Construct {
  readonly #props: NamespaceSegmentationProps;

  public constructor(scope: Construct, id: string, props: NamespaceSegmentationProps) {
    super(scope, id);
    this.#props = props;

    this.#write('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    this.#write('platform', platformSpec());

    const { ingress, egress } = props.peers;
    const ingressRules = ingressBlocks(ingress);
    const egressRules = egressBlocks(egress);
    if (ingressRules.length > 0)
      this.#write('flows-ingress', { podSelector: {}, ingress: ingressRules, policyTypes: ['Ingress'] }, ingress);
    if (egressRules.length > 0)
      this.#write('flows-egress', { podSelector: {}, egress: egressRules, policyTypes: ['Egress'] }, egress);
  }

  /** Writes one policy; the flows that caused it stand in an annotation, for whoever reads it in the cluster. */
  #write(name: string, spec: NetworkPolicySpec, rules: readonly PeerRule[] = []): void {
    const { namespace, after } = this.#props;
    const flows = rules.map((rule) => rule.flow).join(',');
    const metadata = { name, namespace: namespace.name, labels: tenantObjectLabels(namespace) };
    const resource = new NetworkPolicy(this, name, {
      metadata: flows === '' ? metadata : { ...metadata, annotations: { [annotations.flows]: flows } },
      spec,
    });
    applyAfter(resource, [after]);
  }
}

function platformSpec(): NetworkPolicySpec {
  return {
    podSelector: {},
    egress: [
      {
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': dnsServers.namespace } },
            podSelector: { matchLabels: dnsServers.labels },
          },
        ],
        ports: dns,
      },
    ],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': platformNamespaceName('monitoring') } },
          },
        ],
        ports: portBlocks([METRICS]),
      },
    ],
    policyTypes: ['Ingress', 'Egress'],
  };
}

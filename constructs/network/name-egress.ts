import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { annotations } from '../../model/naming';
import { dnsServerLabels, dnsServers } from '../../model/platform/dns-servers';
import type { PeerRule } from '../../model/segmentation/peer-rule';
import type { Namespace } from '../../model/tenancy/namespace';
import { ciliumPorts } from './cilium-ports';
import { tenantObjectLabels } from '../tenant/namespace-labels';

/** What a policy for host names needs. */
export interface NameEgressProps {
  readonly namespace: Namespace;
  /** Rules of the egress direction; those without a host name are left to the network policies. */
  readonly rules: readonly PeerRule[];
}

/**
 * The way out to hosts that are known by name only: Cilium learns their addresses from the answers of DNS, so the
 * same policy sends the questions for these names through its DNS proxy.
 */
export class NameEgress extends Construct {
  public readonly resource: ApiObject;

  public constructor(scope: Construct, id: string, { namespace, rules }: NameEgressProps) {
    super(scope, id);
    const named = rules.filter((rule) => namesOf(rule).length > 0);
    this.resource = new ApiObject(this, 'Resource', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: {
        name: 'flows-names',
        namespace: namespace.name,
        labels: tenantObjectLabels(namespace),
        annotations: { [annotations.flows]: named.map((rule) => rule.flow).join(',') },
      },
      spec: { endpointSelector: {}, egress: [dnsRule(named), ...named.map(nameRule)] },
    });
  }
}

/** The host names among a rule's peers, sorted. */
export function namesOf(rule: PeerRule): readonly string[] {
  return rule.peers.flatMap((peer) => (peer.kind === 'name' ? [peer.fqdn] : [])).toSorted();
}

function dnsRule(rules: readonly PeerRule[]) {
  const names = [...new Set(rules.flatMap(namesOf))].toSorted();
  return {
    toEndpoints: [{ matchLabels: dnsServerLabels }],
    toPorts: [
      {
        ports: ciliumPorts(dnsServers.ports),
        rules: { dns: names.map((matchName) => ({ matchName })) },
      },
    ],
  };
}

function nameRule(rule: PeerRule) {
  return {
    toFQDNs: namesOf(rule).map((matchName) => ({ matchName })),
    toPorts: [{ ports: ciliumPorts(rule.ports) }],
  };
}

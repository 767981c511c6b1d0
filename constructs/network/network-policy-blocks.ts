import type {
  NetworkPolicySpecEgress,
  NetworkPolicySpecEgressTo,
  NetworkPolicySpecIngress,
} from '@cdktf/provider-kubernetes/lib/network-policy';
import type { Peer, PeerRule } from '../../model/segmentation/peer-rule';
import type { FlowPort } from '../../model/segmentation/zone-flow';

/** Rules as `ingress` blocks of a kubernetes_network_policy. */
export function ingressBlocks(rules: readonly PeerRule[]): NetworkPolicySpecIngress[] {
  return rules.flatMap(({ peers, ports }) => {
    const from = peers.flatMap(peerBlock);
    return from.length === 0 ? [] : [{ from, ports: portBlocks(ports) }];
  });
}

/** Rules as `egress` blocks of a kubernetes_network_policy; host names are left to Cilium's own policies. */
export function egressBlocks(rules: readonly PeerRule[]): NetworkPolicySpecEgress[] {
  return rules.flatMap(({ peers, ports }) => {
    const to = peers.flatMap(peerBlock);
    return to.length === 0 ? [] : [{ to, ports: portBlocks(ports) }];
  });
}

/** Destination ports as blocks; a port is text there because it may be a name. */
export function portBlocks(ports: readonly FlowPort[]): { port: string; protocol: string }[] {
  return ports.map(({ port, protocol }) => ({ port: String(port), protocol }));
}

function peerBlock(peer: Peer): readonly NetworkPolicySpecEgressTo[] {
  switch (peer.kind) {
    case 'namespaces':
      return [{ namespaceSelector: { matchLabels: peer.labels } }];
    case 'block':
      return [
        { ipBlock: peer.except.length === 0 ? { cidr: peer.cidr } : { cidr: peer.cidr, except: [...peer.except] } },
      ];
    case 'name':
      return [];
  }
}

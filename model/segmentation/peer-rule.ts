import type { FlowPort } from './zone-flow';

/** The other side of a conversation as a network policy can name it, whatever engine writes that policy. */
export type Peer =
  /** Every pod of the namespaces that carry all these labels, in the same cluster. */
  | { readonly kind: 'namespaces'; readonly labels: Readonly<Record<string, string>> }
  /** Addresses outside the cluster, less those excepted; CIDR notation. */
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] }
  /** A host name outside the cluster; only Cilium can name it, and only in the egress direction. */
  | { readonly kind: 'name'; readonly fqdn: string };

/** One flow as a namespace sees it; the peers are alternatives, and never none: no peer would mean any peer. */
export interface PeerRule {
  readonly flow: string;
  readonly peers: readonly [Peer, ...Peer[]];
  readonly ports: readonly FlowPort[];
}

/** Everything that may reach a namespace and that it may reach, beyond what every namespace has. */
export interface NamespacePeers {
  readonly ingress: readonly PeerRule[];
  readonly egress: readonly PeerRule[];
}

/** The name of this form of certificate, and its version. */
export const CERTIFICATE_FORMAT = 'ndc-segmentation/1';

/** What a certificate states of each of its clusters; the words are part of it. */
export const CERTIFICATE_STATEMENT =
  'On the listed paths, and on no other, packets of TCP, UDP and SCTP pass between pods of the listed namespaces, whatever their labels, and between them and what is outside of the cluster. A pod always reaches itself, its node and that node it; pods with the address of their node are nodes.';

/**
 * Who reaches whom in each cluster of an assembly, as a document that anybody checks against the Kubernetes objects alone.
 * It is canonical JSON, and one assembly has one: sets of ports and addresses have one spelling, lists are sorted.
 */
export interface SegmentationCertificate {
  readonly format: typeof CERTIFICATE_FORMAT;
  readonly statement: typeof CERTIFICATE_STATEMENT;
  /** Sorted by id. */
  readonly clusters: readonly CertifiedCluster[];
}

/** What is certified of one cluster. */
export interface CertifiedCluster {
  /** Id of the cluster. */
  readonly cluster: string;
  readonly profile: CertifiedProfile;
  /** Every namespace, every network policy and the settings of the network plugin; sorted by id. */
  readonly objects: readonly CertifiedObject[];
  /** Every path that is open; sorted by ends as canonical JSON. */
  readonly paths: readonly CertifiedPath[];
}

/** What the network plugin makes of policies. */
export interface CertifiedProfile {
  readonly plugin: 'cilium';
  /** What becomes of traffic of which no policy says anything (`enable-policy`). */
  readonly withoutPolicy: 'open' | 'closed';
  /** Whether blocks of addresses take nodes (`policy-cidr-match-mode`); they never take pods. */
  readonly blocksTakeNodes: boolean;
  /** Blocks that hold the addresses of all nodes, in CIDR notation: assumed, since no object of the cluster says it. */
  readonly nodes: readonly string[];
}

/** An object that a certificate speaks of. */
export interface CertifiedObject {
  /** `<cluster>/<Kind>/<namespace or ->/<name>` */
  readonly id: string;
  /** `sha256:` and the digest of its canonical JSON. */
  readonly digest: string;
}

/** One end of a path. */
export type CertifiedEnd =
  /** All pods of a namespace that carry these labels, whatever others they carry; without labels, all pods. */
  | { readonly namespace: string; readonly labels?: Readonly<Record<string, string>> }
  /** Addresses outside of the cluster, CIDR notation; a block that lacks some addresses is written as those that are left. */
  | { readonly block: string }
  /** A host name, or a pattern of such, outside of the cluster. */
  | { readonly name: string }
  /** Nodes of the cluster, one at least. */
  | { readonly nodes: true };

/** A path that is open; pods stand at one of its ends at least. */
export interface CertifiedPath {
  readonly from: CertifiedEnd;
  readonly to: CertifiedEnd;
  /** Ports and ranges of them by protocol, `443/TCP` or `1-65535/UDP`: first TCP, then UDP, then SCTP, each in order. */
  readonly ports: readonly string[];
}

import type { FlowPort } from './zone-flow';

/** One end of a path as somebody declared it: pods of one cluster, or what is outside of it. */
export type DeclaredEnd =
  /** Pods of a namespace that carry these labels: all of them where there are none. */
  | { readonly kind: 'pods'; readonly namespace: string; readonly labels: Readonly<Record<string, string>> }
  /** Addresses outside of the cluster, less those excepted; CIDR notation. */
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] }
  /** A host name outside of the cluster. */
  | { readonly kind: 'name'; readonly fqdn: string }
  /** The nodes of the cluster. */
  | { readonly kind: 'nodes' };

/** A path that is meant to be open in one cluster: pods stand at one of its ends at least. */
export interface DeclaredPath {
  readonly from: DeclaredEnd;
  readonly to: DeclaredEnd;
  readonly ports: readonly FlowPort[] | 'all';
  /** What wants it: `flow/<id>`, `platform/<service>`, or `database/<name>`. */
  readonly wantedBy: string;
}

/** Every pod of a namespace. */
export function podsOf(namespace: string): DeclaredEnd {
  return { kind: 'pods', namespace, labels: {} };
}

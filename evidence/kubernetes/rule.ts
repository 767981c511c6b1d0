import { union, type Numbers } from './numbers';
import type { Want } from './selector';

/** Both directions of traffic, as the subject of a policy sees them. */
export const directions = ['ingress', 'egress'] as const;
/** One of them. */
export type Direction = (typeof directions)[number];

/** Pods of some namespaces, by what is wanted of their labels. */
export interface Pods {
  readonly namespaces: ReadonlySet<string>;
  readonly wants: readonly Want[];
}

/** Whom a rule names; nodes are their addresses. */
export interface Peers {
  readonly pods: readonly Pods[];
  readonly addresses: Numbers;
  /** Host names, and patterns of such. */
  readonly names: readonly string[];
}

/** A rule of a policy, in one form for both APIs. */
export interface Rule extends Peers {
  /** Id of the object, and the place in it: `… spec.ingress[0]`. */
  readonly at: string;
  readonly direction: Direction;
  readonly denies: boolean;
  readonly subject: Pods;
  readonly ports: Numbers;
}

/** A policy: its rules, and in which directions it closes to its subject what no rule opens. */
export interface Policy {
  readonly subject: Pods;
  readonly isolates: readonly Direction[];
  readonly rules: readonly Rule[];
}

/** What the meaning of a policy hangs on beside its text. */
export interface Around {
  /** Id of the object, and the place in it. */
  readonly at: string;
  /** The namespace that it stands in; undefined for one of the whole cluster. */
  readonly own: string | undefined;
  /** The names of namespaces with labels as wanted. */
  readonly find: (wants: readonly Want[]) => ReadonlySet<string>;
  readonly nodes: Numbers;
  readonly blocksTakeNodes: boolean;
}

/** The peers that any of these name. */
export function together(peers: readonly Partial<Peers>[]): Peers {
  return {
    pods: peers.flatMap(({ pods = [] }) => pods),
    addresses: union(peers.map(({ addresses = [] }) => addresses)),
    names: peers.flatMap(({ names = [] }) => names),
  };
}

import type { ObjectChange } from './object-change';

/** A cluster that could not be asked: what stands there is not known. */
export interface UnreachedCluster {
  readonly cluster: string;
  readonly why: string;
}

/** An object that a deploy once brought and that the assembly no longer has; no plan deletes it. */
export interface LeftOver {
  readonly id: string;
  readonly engine: 'terraform' | 'kubernetes';
  /** The step that brought it. */
  readonly step: string;
}

/** What deploying an assembly would do, from both engines, nothing of it done yet. */
export interface DeliveryPlan {
  readonly environment: string;
  readonly assemblyDigest: string;
  /** Every object of the assembly on a cluster that was asked, sorted by id; unchanged ones too. */
  readonly changes: readonly ObjectChange[];
  readonly leftOver: readonly LeftOver[];
  readonly unreached: readonly UnreachedCluster[];
  /** Clusters of the assembly that nobody asked to deploy. */
  readonly leftOut: readonly string[];
  /** Ids of objects that nothing here can bring, since their kind has no definition to be had. */
  readonly withoutDefinition: readonly string[];
  /** Number of resources that other tools bring (leased capacity). */
  readonly notDelivered: number;
  /** Files with each engine's own words, by step. */
  readonly raw: Readonly<Record<string, string>>;
}

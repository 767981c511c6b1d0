import type { Resource } from '../../resources/resource';
import type { DeliveryStep, WaveName } from '../wave/delivery-step';

/** Who owns the objects that Terraform writes: Terraform goes on, or the clusters pull them as manifests. */
export const foundationOwners = ['terraform', 'manifests'] as const;

/** One of the owners of the foundation. */
export type FoundationOwner = (typeof foundationOwners)[number];

/** A step of a deploy that a cluster pulls; one folder of the tree and one object of the engine. */
export interface PulledPart {
  /** A DNS label, unique in its cluster. */
  readonly name: string;
  /** The step of `ndc deploy` that does the same. */
  readonly step: string;
  readonly wave: WaveName;
  /** From the root of the tree, with `/`. */
  readonly folder: string;
  /** Names of the parts that must be ready before; those that follow from others are left out. */
  readonly after: readonly string[];
  /** Place in the order of the cluster, from 0; every part in `after` has a lower one. */
  readonly rank: number;
  readonly resources: readonly Resource[];
}

/** What one cluster pulls of one wave. */
export interface PulledWave {
  readonly name: WaveName;
  /** From the root of the tree; every part of the wave stands below. */
  readonly folder: string;
  readonly parts: readonly PulledPart[];
}

/** What one cluster pulls, in the order of its waves. */
export interface PulledCluster {
  readonly id: string;
  /** From the root of the tree. */
  readonly folder: string;
  readonly waves: readonly PulledWave[];
  /** Steps that Terraform does for the cluster; none when the clusters pull them. */
  readonly leftToTerraform: readonly DeliveryStep[];
}

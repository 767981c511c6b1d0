import type { DriftedObject, PlannedChange } from './planned-change';

/** What a saved plan is for. */
export type PlanPurpose = 'apply' | 'destroy' | 'refresh';

/** A saved plan of one shard, as read back from Terraform's own file. */
export interface ShardPlan {
  readonly shard: string;
  readonly purpose: PlanPurpose;
  /** Digest of the shard's file that it was made from. */
  readonly shardDigest: string;
  /** Uid of the cluster that it was made against. */
  readonly clusterUid: string;
  /** Digest of the saved plan: this and nothing else is applied. */
  readonly planDigest: string;
  /** Version of Terraform or OpenTofu. */
  readonly programVersion: string;
  /** Versions of the providers by their source, such as `hashicorp/kubernetes`. */
  readonly providerVersions: ReadonlyMap<string, string>;
  /** Everything the plan does or finds in order, sorted by address. */
  readonly changes: readonly PlannedChange[];
  /** What was changed outside since the last time, sorted by address. */
  readonly drift: readonly DriftedObject[];
  /** True when applying changes nothing. */
  readonly isEmpty: boolean;
}

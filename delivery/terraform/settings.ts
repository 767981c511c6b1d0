import type { Outcome } from './failure/terraform-failure';
import type { TerraformProgram } from './program/identify-program';

/** What the engine needs to know of the machine and of the environment that it works for. */
export interface TerraformSettings {
  readonly program: TerraformProgram;
  /** Folder of everything that must last between runs; one for each environment, absolute, private. */
  readonly stateFolder: string;
  /** Path of the kubeconfig whose contexts are named like clusters. */
  readonly kubeconfig: string;
  /** Folder with providers, laid out as a filesystem mirror.
   * @default - providers come from their registry
   */
  readonly providerMirror?: string | undefined;
  /** The environment of the process; what goes on to Terraform is listed in `process/child-environment.ts`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of this machine, as Terraform writes it into its locks. */
  readonly hostName: string;
  readonly now: () => Date;
  /**
   * Asks a cluster who it is: the uid of its namespace `kube-system`, or why it doesn't say so. A page of a proxy or
   * another cluster also answers "not found" to everything, and must not be believed.
   */
  readonly clusterUid: (cluster: string) => Promise<Outcome<string>>;
  readonly limits: TerraformLimits;
}

/** How much time, patience and room the engine takes. */
export interface TerraformLimits {
  /** Shards worked on at once. */
  readonly shardsAtOnce: number;
  /** Resources of one shard worked on at once. */
  readonly resourcesAtOnce: number;
  /** The longest time of one Terraform command. */
  readonly timeoutMilliseconds: number;
  /** Time between an interrupt and the next, harder signal. */
  readonly graceMilliseconds: number;
  /** How long a command waits for the lock of a state, in seconds. */
  readonly lockTimeoutSeconds: number;
}

/** Limits that fit two cores and shards of at most 1,000 resources. */
export const usualLimits: TerraformLimits = {
  shardsAtOnce: 4,
  resourcesAtOnce: 10,
  timeoutMilliseconds: 1_800_000,
  graceMilliseconds: 60_000,
  lockTimeoutSeconds: 30,
};

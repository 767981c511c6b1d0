/** One field that is no longer as the assembly says; secrets are redacted. */
export interface DriftedField {
  /** As Kubernetes writes it. */
  readonly path: string;
  /** JSON text.
   * @default - the assembly doesn't want the field
   */
  readonly want?: string | undefined;
  /** JSON text.
   * @default - it is gone
   */
  readonly got?: string | undefined;
  /** Who has it now, with how and when where the server tells. */
  readonly by: readonly string[];
  /** What it means, such as `network` or `access`.
   * @default - the object's own matter
   */
  readonly concern?: string | undefined;
}

/** One object that is no longer as the assembly says. */
export interface DriftedObject {
  readonly id: string;
  readonly state: 'missing' | 'kind-missing' | 'changed' | 'added-to' | 'untold';
  readonly engine: 'terraform' | 'kubernetes';
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  readonly fields: readonly DriftedField[];
  /** Why it couldn't be read.
   * @default - it was read
   */
  readonly because?: string | undefined;
}

/** A Terraform state that no longer agrees with the cluster, or couldn't be compared. */
export interface DriftedState {
  readonly shard: string;
  readonly address: string;
  readonly what: string;
}

/** How one cluster departs from the assembly. */
export interface ClusterDrift {
  readonly cluster: string;
  /** Why the cluster couldn't be asked; then nothing else is known.
   * @default - it was asked
   */
  readonly unreached?: string | undefined;
  /** Objects of the assembly that were compared. */
  readonly compared: number;
  readonly drifted: readonly DriftedObject[];
  readonly states: readonly DriftedState[];
  /** Delivered once, no longer in the assembly. */
  readonly leftOver: readonly string[];
  /** In namespaces of ours, made by others; told, but no drift. */
  readonly unmanaged: readonly string[];
}

/** Whether anything departs from the assembly, or can't be told. */
export function isDrifted({ unreached, drifted, states, leftOver }: ClusterDrift): boolean {
  return unreached !== undefined || drifted.length > 0 || states.length > 0 || leftOver.length > 0;
}

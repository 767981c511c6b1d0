import type { Construct } from 'constructs';
import type { ArtifactEngine } from '../model/assembly';

/**
 * One file of the assembly, built alone: it needs nothing of the other units, so units can be made in any
 * order, side by side, or again one by one.
 */
export interface Unit {
  readonly engine: ArtifactEngine;
  /** Path of the file in the assembly: `terraform/<shard>/cdk.tf.json`, `kubernetes/<cluster>/<wave>/<name>.yaml`, `cloudformation/<site>.template.json`. */
  readonly path: string;
  readonly site: string;
  /** @default - not for a cluster */
  readonly cluster?: string | undefined;
  /** @default - not part of a shard */
  readonly shard?: string | undefined;
  /** @default - has no waves */
  readonly wave?: number | undefined;
  /** Makes the stack (`TerraformStack`, cdk8s `Chart` or aws-cdk-lib `Stack`) under an app of the unit's engine. */
  define(app: Construct): Construct;
}

/** The waves in which a cluster takes its Kubernetes objects; Terraform's foundation comes before them. */
export const waves = [
  { name: '0-infrastructure', holds: 'bare metal and Cluster API objects, in management clusters' },
  { name: '1-baseline', holds: 'what the whole cluster needs before tenants' },
  { name: '2-tenancy', holds: 'service accounts, tenant policies that Terraform cannot write' },
  { name: '3-data', holds: 'databases, backup schedules, certificates, monitoring of tenants' },
] as const;

/** Path of a Kubernetes unit. */
export function kubernetesPath(cluster: string, wave: number, name: string): string {
  const row = waves[wave];
  if (row === undefined) throw new RangeError(`no wave ${wave}`);
  return `kubernetes/${cluster}/${row.name}/${name}.yaml`;
}

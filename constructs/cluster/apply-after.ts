import type { TerraformResource } from 'cdktf';

/** The address of a resource in its state, as a literal. */
export function terraformAddress(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/**
 * Makes a resource wait for others of its shard. Written as a literal: `dependsOn` of the constructor's properties
 * becomes a token, whose resolution doubles the time of a synthesis.
 */
export function applyAfter(resource: TerraformResource, addresses: readonly string[]): void {
  resource.dependsOn = [...addresses];
}

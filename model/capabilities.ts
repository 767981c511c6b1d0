/** A feature that not every version of the target has. */
export interface CapabilityRow {
  readonly name: string;
  /** First minor of Cilium 1.x that honours it; an older one would take the object and silently ignore it. */
  readonly ciliumMinorMin: number;
  readonly source: string;
}

/** What the product writes only where the target honours it; the one place where such a version stands. */
export const capabilityTable = [
  {
    name: 'cluster-network-policy',
    ciliumMinorMin: 20,
    source: 'Cilium 1.20 (k8sClusterNetworkPolicy.enabled); 1.19 and older do not read policy.networking.k8s.io',
  },
  {
    name: 'local-policy-selectors',
    ciliumMinorMin: 19,
    source: 'Cilium 1.19: selectors of policies match the local cluster of a mesh; 1.18 and older match all clusters',
  },
] as const satisfies readonly CapabilityRow[];

/** Name of a feature that depends on the target. */
export type Capability = (typeof capabilityTable)[number]['name'];

/**
 * Whether a target honours a feature.
 * @throws RangeError when the version isn't of Cilium 1.x; the fact's shape allows no other
 */
export function supports(target: { readonly cilium: string }, capability: Capability): boolean {
  const minor = /^1\.(\d{1,3})(\.|$)/.exec(target.cilium)?.[1];
  if (minor === undefined) throw new RangeError(`${target.cilium} is not a version of Cilium 1.x`);
  return capabilityTable.some((row) => row.name === capability && Number(minor) >= row.ciliumMinorMin);
}

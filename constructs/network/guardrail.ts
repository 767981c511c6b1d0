/** A system whose databases only it and the platform may reach. */
export interface GuardedSystem {
  readonly id: string;
  readonly owner: string;
}

/** What no tenant of a cluster may override, whatever object carries it. */
export interface GuardrailRules {
  /** Namespaces of platform services: what they may reach is left to the tenants' network policies. */
  readonly platformNamespaces: readonly string[];
  /** Blocks that no tenant may reach: management networks, both families. */
  readonly forbiddenBlocks: readonly string[];
  /** Systems from level 4 on with a database zone in the cluster. */
  readonly guardedSystems: readonly GuardedSystem[];
}

/** Where clouds answer for a machine's credentials (link-local; the IPv6 one is Amazon's). */
export const metadataBlocks = ['169.254.169.254/32', 'fd00:ec2::254/128'] as const;

/** Names of the objects that carry the guardrails. */
export const guardrailNames = {
  boundary: 'tenant-boundary',
  defaultDeny: 'tenant-default-deny',
  database: (system: string): string => `tenant-database-${system}`,
} as const;

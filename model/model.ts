import type { StatedAttestations } from './attestations/attestation';
import type { Approvals } from './approvals/approvals';
import type { NationFact } from './facts/nation-fact';
import type { FactPath } from './problem';
import type { Exchange } from './segmentation/exchange';
import type { Flow } from './segmentation/flow';
import type { Cluster } from './site/cluster';
import type { Site } from './site/site';
import type { Namespace } from './tenancy/namespace';
import type { System } from './tenancy/system';
import type { Tenant } from './tenancy/tenant';

/**
 * An approved, dated skip of one finding: of one policy, on one resource, with one value. Counts from `from` to
 * `expires`, both days included, in the time of Vietnam.
 */
export interface PolicyException {
  readonly id: string;
  readonly policy: string;
  readonly resource: string;
  /** What the policy found there; another value is another finding. */
  readonly value: string;
  readonly owner: string;
  readonly reason: string;
  readonly approver: string;
  readonly from: string;
  readonly expires: string;
  readonly origin: FactPath;
}

/** What is to happen to a tenant or system that is no longer declared. */
export interface Removal {
  readonly id: string;
  readonly kind: 'tenant' | 'system';
  readonly target: string;
  readonly mode: 'retire' | 'orphan' | 'destroy';
  readonly reason: string;
  /** @default - no second approval */
  readonly secondApproval?: string | undefined;
  readonly origin: FactPath;
}

/**
 * The whole nation as derived from its facts: frozen, plain data, every list sorted by id. Written as
 * `model.json` into the assembly, and read back from there by the inspectors.
 */
export interface Model {
  /** Name of the environment: its folder's name. */
  readonly environment: string;
  readonly nation: Readonly<NationFact>;
  readonly sites: readonly Site[];
  readonly clusters: readonly Cluster[];
  readonly tenants: readonly Tenant[];
  readonly systems: readonly System[];
  readonly namespaces: readonly Namespace[];
  readonly flows: readonly Flow[];
  /** What sharing platforms carry by two flows each. */
  readonly exchanges: readonly Exchange[];
  readonly exceptions: readonly PolicyException[];
  readonly removals: readonly Removal[];
  readonly approvals: Approvals;
  /** @default - the facts have no records of manual controls, and declare no periods */
  readonly attestations?: StatedAttestations | undefined;
}

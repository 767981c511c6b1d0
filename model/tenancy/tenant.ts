import type { FactPath } from '../problem';
import type { DualBlock } from '../site/site';
import type { Text } from '../text';

/** What an agency is. */
export type TenantKind = 'national' | 'ministry' | 'province' | 'commune';

/** An agency that owns systems, or a commune that works inside its province's. */
export interface Tenant {
  /** ASCII slug: `moh`, `p01`, `c00004`. */
  readonly id: string;
  readonly kind: TenantKind;
  /** Official code. */
  readonly code: string;
  readonly officialName: Text;
  /** The province of a commune.
   * @default - not a commune
   */
  readonly parent?: string | undefined;
  readonly homeSite: string;
  readonly standbySite: string;
  /** The shared cluster of its home site that holds its block. */
  readonly homeCluster: string;
  /** The access end on TSLCD level II of a commune.
   * @default - not a commune
   */
  readonly accessEnd?: DualBlock | undefined;
  readonly origin: FactPath;
}

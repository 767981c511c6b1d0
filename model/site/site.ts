import type { DivisionProvince } from '../facts/fact-kinds';
import type { DataCenterFact, LeasedSiteFact } from '../facts/site-fact';
import type { FactPath } from '../problem';
import type { Text } from '../text';

/** Blocks of one thing in both families, in CIDR notation. */
export interface DualBlock {
  readonly ipv4: string;
  readonly ipv6: string;
}

/** What every place of the nation's platform has. */
export interface SiteBase {
  readonly id: string;
  readonly officialName: Text;
  /** Place in the address plan, 0 to 127. */
  readonly slot: number;
  readonly block: DualBlock;
  readonly origin: FactPath;
}

/** A national data center (Decision 2629/QĐ-TTg; Resolution 175/NQ-CP). */
export interface DataCenter extends SiteBase {
  readonly kind: 'national-data-center';
  readonly fact: Readonly<DataCenterFact>;
  readonly standby: string;
  /** The other data center that is neither this one nor its standby: the third copy. */
  readonly third: string;
  /** Geodesic distance to the standby in kilometers, WGS84, rounded to 0.1. */
  readonly standbyDistanceKm: number;
  readonly failureDomains: readonly FailureDomain[];
  readonly capacity: Capacity;
}

/** Capacity rented in the country: third copies and burst; nothing depends on it. */
export interface LeasedSite extends SiteBase {
  readonly kind: 'leased';
  readonly fact: Readonly<LeasedSiteFact>;
}

/** A node of the party and state network (Decision 33/2025/QĐ-TTg). */
export interface NetworkCenter extends SiteBase {
  readonly kind: 'tslcd-regional' | 'tslcd-backup' | 'tslcd-metro' | 'tslcd-provincial';
  readonly province: string;
}

/** Any place of the platform. */
export type Site = DataCenter | LeasedSite | NetworkCenter;

/** A hall and rack group that fails as one (Cluster API: failure domain). */
export interface FailureDomain {
  /** `<site>-<hall>-<rack group>`. */
  readonly id: string;
  readonly hall: string;
  readonly rackGroup: string;
  readonly racks: number;
  readonly powerKw: number;
  readonly hosts: readonly Host[];
}

/** One physical server. */
export interface Host {
  /** `<failure domain>-<class>-<three digits>`. */
  readonly id: string;
  readonly class: string;
  readonly role: 'control' | 'worker' | 'storage';
  readonly failureDomain: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  /** The cluster it belongs to; undefined when it stands by.
   * @default - a spare
   */
  readonly cluster?: string | undefined;
}

/** What a set of hosts offers: cores, GiB and number. */
export interface Capacity {
  readonly hosts: number;
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
}

/** A province as the model knows it. */
export type Province = DivisionProvince;

import type { FactPath } from '../problem';
import type { Text } from '../text';
import type { ZoneName } from './zone';
import type { FlowPort } from './zone-flow';

/** The platform services that every namespace may need. */
export const platformServices = ['dns', 'gateway', 'monitoring', 'logging', 'backup', 'identity', 'database'] as const;

/** Name of a platform service. */
export type PlatformService = (typeof platformServices)[number];

/** The three platforms that carry data between agencies (Decree 194/2025 Art. 20; Decree 278/2025). */
export const brokers = ['ndxp', 'data-coordination', 'lgsp'] as const;

/** Name of a broker platform. */
export type Broker = (typeof brokers)[number];

/** Where a platform is reached by those who ask, and from where it reaches those who provide. */
export const brokerZones = { asked: 'dmz', asking: 'server' } as const satisfies Record<string, ZoneName>;

/** One end of a flow. */
export type FlowEnd =
  | { readonly kind: 'zone'; readonly system: string; readonly zone: ZoneName }
  | { readonly kind: 'platform'; readonly service: PlatformService }
  | { readonly kind: 'external'; readonly cidrs: readonly string[] }
  | { readonly kind: 'name'; readonly fqdn: string }
  | { readonly kind: 'internet' };

/** An end of a flow that is a zone of a system. */
export type ZoneEnd = FlowEnd & { readonly kind: 'zone' };

/** One permitted conversation; replies are implied. */
export interface Flow {
  /** Unique in the model: `<system>/<name>`, or for a leg `<system>/<zone>.<other system>.<other zone>`. */
  readonly id: string;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly ports: readonly FlowPort[];
  readonly reason: Text;
  /** The platform at one of its ends, when its ends belong to two agencies or it is a leg of an exchange.
   * @default - both ends belong to one owner
   */
  readonly broker?: Broker | undefined;
  /** The declared exchanges that it is a leg of, sorted: `<system>/<name>`.
   * @default - it is declared itself, or follows from the zone table
   */
  readonly carries?: readonly string[] | undefined;
  readonly origin: FactPath;
}

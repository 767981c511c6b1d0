import { z } from 'zod';
import { count, slug, text } from './fields';

const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ want: 'a two-letter country code' }),
  /** `law` when an instrument names the place; `parameter` when it is ours until the law fixes it. */
  basis: z.enum(['law', 'parameter']),
  note: text,
});

const uplink = z.strictObject({
  id: slug(30),
  kind: z.enum(['tslcd', 'inter-site', 'internet-domestic', 'internet-international']),
  carrier: z.string().min(1).max(80),
  /** The physical way; two uplinks of one way fall together. */
  path: slug(40),
  gbps: count(100_000),
});

const rackGroup = z.strictObject({
  id: slug(12),
  racks: count(500),
  powerKw: count(20_000),
  hosts: z
    .array(z.strictObject({ class: slug(30), count: count(2_000) }))
    .min(1)
    .max(10),
});

const sharedCluster = z.strictObject({
  /** Place among the shared clusters of the site: 1 to 3, since the first, 0, always exists. */
  slot: z.int().min(1).max(3),
  /** The official code at which its blocks begin: a province's, or an agency's, which come after all provinces. */
  from: z
    .string()
    .regex(/^[A-Z0-9.-]{2,20}$/)
    .meta({ want: 'the official code of a province or agency, such as 75' }),
});

/** `sites/<id>.ts` of a national data center. */
export const dataCenterFact = z.strictObject({
  kind: z.literal('national-data-center'),
  officialName: text,
  /** Place in the address plan, 97 to 127 (below stand the provinces). */
  slot: z.int().min(97).max(127),
  /** Place of its clusters in the pod and service ranges, 0 to 7. */
  podSlot: z.int().min(0).max(7),
  location,
  operator: slug(20),
  standby: slug(20),
  /** Official codes of the provinces whose home it is. */
  serves: z.array(z.string().regex(/^\d{2}$/)).max(40),
  /**
   * Shared clusters beside the first, which has every block below their codes. Adding one, or changing where it
   * begins, moves live tenants: decide it with a migration.
   */
  sharedClusters: z.array(sharedCluster).max(3).optional(),
  feeds: z
    .array(z.strictObject({ id: slug(30), substation: z.string().min(1).max(80), mw: count(1_000) }))
    .min(1)
    .max(8),
  uplinks: z.array(uplink).min(1).max(16),
  /** Design power usage effectiveness (Decision 1132/QĐ-TTg: at most 1.4). */
  pueDesign: z.number().min(1).max(3),
  tier: z.strictObject({
    scheme: z.enum(['TCVN 9250:2021', 'ANSI/TIA-942-B:2017', 'Uptime']),
    rating: z.int().min(1).max(4),
    lightning: z.string().min(1).max(80),
    earthing: z.string().min(1).max(80),
  }),
  physical: z.strictObject({
    cameraRetentionDays: z.int().min(1).max(3_650),
    entryFactors: z.int().min(1).max(4),
    supervision: z.enum(['working-hours', 'around-the-clock']),
  }),
  halls: z
    .array(z.strictObject({ id: slug(12), rackGroups: z.array(rackGroup).min(1).max(40) }))
    .min(1)
    .max(20),
});

/** `sites/<id>.ts` of capacity that is rented in the country. */
export const leasedSiteFact = z.strictObject({
  kind: z.literal('leased'),
  officialName: text,
  slot: z.int().min(97).max(127),
  location,
  operator: slug(20),
  provider: z.literal('aws'),
  placement: z.enum(['outposts', 'local-zone', 'dedicated-local-zone']),
  /** The provider's control region; only control data may stand there, state data stays on the placement. */
  controlRegion: z.string().max(40),
  availabilityZone: z.string().max(60),
  outpostId: z
    .string()
    .regex(/^op-[0-9a-f]{17}$/)
    .meta({ want: 'an identifier of the form op- and 17 hexadecimal digits' }),
  accountId: z
    .string()
    .regex(/^\d{12}$/)
    .meta({ want: 'twelve digits' }),
  /** The key store inside the country that holds the keys (external key store). */
  keyStore: z.strictObject({ id: z.string().min(1).max(80), country: z.string().regex(/^[A-Z]{2}$/) }),
  contract: z.strictObject({ id: z.string().min(1).max(80), securityDuties: z.boolean() }),
});

/** `sites/<id>.ts`. */
export const siteFact = z.discriminatedUnion('kind', [dataCenterFact, leasedSiteFact]);

/** What a person writes in `sites/<id>.ts`. */
export type SiteFact = z.input<typeof siteFact>;
/** A national data center as written. */
export type DataCenterFact = z.input<typeof dataCenterFact>;
/** A leased site as written. */
export type LeasedSiteFact = z.input<typeof leasedSiteFact>;

/** `host-classes.ts`: the kinds of physical server. */
export const hostClassesFact = z
  .array(
    z.strictObject({
      id: slug(30),
      role: z.enum(['control', 'worker', 'storage']),
      cores: count(1_024),
      memoryGiB: count(16_384),
      diskGiB: count(2_000_000),
      watts: count(20_000),
      rackUnits: count(20),
    }),
  )
  .min(1)
  .max(40);

/** What a person writes in `host-classes.ts`. */
export type HostClassesFact = z.input<typeof hostClassesFact>;

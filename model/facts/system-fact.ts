import { z } from 'zod';
import { dataClasses, type DataClass } from '../tenancy/data-class';
import { dossierStates } from '../tenancy/dossier';
import { brokers, platformServices } from '../segmentation/flow';
import { zoneNames, type ZoneName } from '../segmentation/zone';
import { count, date, footprint, hostName, managedElsewhere, port, slug, text } from './fields';

const zone = z.enum(zoneNames as readonly [ZoneName, ...ZoneName[]]);
const dataClass = z.enum(dataClasses as readonly [DataClass, ...DataClass[]]);

const flowTarget = z.union([
  z.strictObject({ system: slug(40), zone }),
  z.strictObject({ platform: z.enum(platformServices) }),
  z.strictObject({ cidrs: z.array(z.string().max(64)).min(1).max(20) }),
  z.strictObject({ fqdn: hostName }),
  z.strictObject({ internet: z.literal(true) }),
]);

/** A flow that a system opens beyond the zone table, from one of its own zones. */
export const flowFact = z.strictObject({
  name: slug(30),
  from: zone,
  to: flowTarget,
  ports: z.array(port).min(1).max(8),
  reason: text,
  /** The platform that carries it: needed when the other end belongs to another agency and is no platform itself. */
  via: z.enum(brokers).optional(),
});

/** What is stored: one data set is one database or one store. */
export const dataSetFact = z.strictObject({
  name: slug(20),
  engine: z.enum(['postgresql', 'object-store']),
  zone,
  class: dataClass,
  sizeGiB: count(1_000_000),
  instances: z.int().min(1).max(9),
});

const backup = z.strictObject({
  everyMinutes: z.int().min(5).max(43_200),
  retentionDays: count(3_650),
  copies: z
    .array(
      z.strictObject({
        site: z.union([z.enum(['home', 'standby', 'third']), z.strictObject({ id: slug(20) })]),
        medium: z.enum(['object', 'tape', 'block-snapshot']),
        encrypted: z.boolean(),
        lockDays: z.int().min(0).max(3_650),
      }),
    )
    .min(1)
    .max(6),
  restoreTestDays: count(3_650),
});

/** `systems/<id>.ts`: an information system, the unit that carries a legal level. */
export const systemFact = z.strictObject({
  officialName: text,
  shortName: slug(16),
  /** The rows of the programme (regulation.md §10.1) that it answers. */
  programme: z.array(slug(40)).max(10),
  /** Who owns it: one tenant, or each province or ministry owns one of its own. */
  owner: z.union([z.strictObject({ tenant: slug(20) }), z.strictObject({ each: z.enum(['province', 'ministry']) })]),
  /** Who runs it: one lead operator (Decree 331/2026 Art. 8.1 a). */
  operator: z.union([slug(20), z.literal('owner')]),
  securityUnit: z.union([slug(20), z.literal('owner')]),
  type: z.enum(['internal', 'citizen-service', 'infrastructure', 'industrial-control', 'other']),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  /** Which part of the national data intermediary it is (Decree 194/2025 Art. 20): it carries what names it in via. */
  broker: z.enum(brokers).optional(),
  /** The control ids of Decree 331/2026 Art. 11–15 on which the level stands. */
  levelBasis: z.array(z.string().max(40)).min(1).max(6),
  dataClasses: z.array(dataClass).min(1).max(6),
  /** Persons whose data is held: basic and sensitive (Art. 12, 13). */
  dataSubjects: z.strictObject({ basic: z.int().min(0), sensitive: z.int().min(0) }),
  zones: z.array(zone).min(1).max(16),
  /** What the system has that asks for a conditional zone. */
  has: z.array(z.enum(['wireless', 'wan'])).max(2),
  hosting: z.enum(['shared', 'dedicated']),
  /** For dedicated hosting: its place among the dedicated clusters of a site, 1 to 15. */
  clusterSlot: z.int().min(1).max(15).optional(),
  /** Resources by zone; every namespace zone has one. */
  footprints: z.partialRecord(zone, footprint),
  /** One namespace for every commune of the owner's province, in the server zone. */
  communes: z.strictObject({ footprint }).optional(),
  flows: z.array(flowFact).max(60),
  dataSets: z.array(dataSetFact).max(20),
  recovery: z.strictObject({ rpoMinutes: count(525_600), rtoMinutes: count(525_600) }),
  backup: z.union([backup, managedElsewhere]),
  logs: z.strictObject({ retentionDays: count(3_650) }),
  dossier: z.strictObject({
    state: z.enum(dossierStates),
    regulationIssuedOn: date.optional(),
    submittedOn: date.optional(),
    appraisedOn: date.optional(),
    approvedOn: date.optional(),
    planCarriedOutOn: date.optional(),
    readyOn: date.optional(),
    operatingSince: date.optional(),
  }),
});

/** What a person writes in `systems/<id>.ts`. */
export type SystemFact = z.input<typeof systemFact>;

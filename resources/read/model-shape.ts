import { z } from 'zod';
import { nationFact } from '../../model/facts/nation-fact';
import { dossierStates } from '../../model/tenancy/dossier';
import { brokers } from '../../model/segmentation/flow';
import { dataClasses } from '../../model/tenancy/data-class';
import { zoneNames } from '../../model/segmentation/zone';

/*
 * The model has passed every check before it was written; here only its shape is checked, so that a model that
 * somebody else wrote is refused instead of breaking a policy. Members not named pass.
 */

const id = z.string().min(1).max(200);
const count = z.number().min(0);
const text = z.looseObject({ vi: z.string(), en: z.string() });
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const zone = z.enum(zoneNames as readonly [string, ...string[]]);
const block = z.looseObject({ ipv4: z.string(), ipv6: z.string() });
const origin = z.array(z.union([z.string(), z.number()])).max(100);
const footprint = z.looseObject({ cpu: count, memoryGiB: count, storageGiB: count, pods: count });
const capacity = z.looseObject({ hosts: count, cpu: count, memoryGiB: count, storageGiB: count });
const port = z.looseObject({ port: z.int().min(1).max(65_535), protocol: z.enum(['TCP', 'UDP']) });

const host = z.looseObject({
  id,
  class: z.string(),
  role: z.enum(['control', 'worker', 'storage']),
  failureDomain: id,
  cores: count,
  memoryGiB: count,
  diskGiB: count,
  cluster: id.optional(),
});

const siteBase = { id, officialName: text, slot: count, block, origin };
const site = z.discriminatedUnion('kind', [
  z.looseObject({
    ...siteBase,
    kind: z.literal('national-data-center'),
    fact: z.looseObject({
      location: z.looseObject({ country: z.string() }),
      sharedClusters: z.array(z.looseObject({ slot: count, from: z.string() })).optional(),
    }),
    standby: id,
    third: id,
    standbyDistanceKm: count,
    failureDomains: z.array(z.looseObject({ id, hosts: z.array(host) })),
    capacity,
  }),
  z.looseObject({
    ...siteBase,
    kind: z.literal('leased'),
    fact: z.looseObject({ location: z.looseObject({ country: z.string() }) }),
  }),
  z.looseObject({
    ...siteBase,
    kind: z.enum(['tslcd-regional', 'tslcd-backup', 'tslcd-metro', 'tslcd-provincial']),
    province: z.string(),
  }),
]);

const cluster = z.looseObject({
  id,
  site: id,
  role: z.enum(['management', 'shared', 'dedicated']),
  index: count,
  system: id.optional(),
  kubernetes: z.string(),
  cilium: z.string(),
  hosts: z.array(host),
  capacity,
  nodes: block,
  pods: block,
  services: block,
  storagePool: z.string(),
  networkDevices: z.array(z.string()),
  meshId: count,
});

const tenant = z.looseObject({
  id,
  kind: z.enum(['national', 'ministry', 'province', 'commune']),
  code: z.string(),
  officialName: text,
  parent: id.optional(),
  homeSite: id,
  standbySite: id,
  homeCluster: id,
  origin,
});

const copy = z.looseObject({
  site: id,
  medium: z.enum(['primary', 'object', 'tape', 'block-snapshot']),
  encrypted: z.boolean(),
  lockDays: count,
});

const system = z.looseObject({
  id,
  declaration: id,
  shortName: z.string(),
  officialName: text,
  programme: z.array(z.string()),
  owner: id,
  operator: id,
  securityUnit: id,
  type: z.enum(['internal', 'citizen-service', 'infrastructure', 'industrial-control', 'other']),
  level,
  levelBasis: z.array(z.string()),
  critical: z.boolean(),
  broker: z.enum(brokers).optional(),
  isolation: z.enum(['logical', 'physical']),
  dataClasses: z.array(z.enum(dataClasses as readonly [string, ...string[]])),
  dataSubjects: z.looseObject({ basic: count, sensitive: count }),
  zones: z.array(zone),
  placements: z.array(z.looseObject({ role: z.enum(['home', 'standby']), site: id, cluster: id })).min(1),
  dataSets: z.array(
    z.looseObject({ name: z.string(), engine: z.enum(['postgresql', 'object-store']), zone, instances: count }),
  ),
  recovery: z.looseObject({ rpoMinutes: count, rtoMinutes: count }),
  backup: z
    .looseObject({ everyMinutes: count, retentionDays: count, restoreTestDays: count, copies: z.array(copy) })
    .optional(),
  backupManagedElsewhere: z.looseObject({ by: z.string(), evidence: z.string() }).optional(),
  logRetentionDays: count,
  dossier: z.looseObject({ state: z.enum(dossierStates) }),
  origin,
});

const namespace = z.looseObject({
  name: id,
  cluster: id,
  site: id,
  shard: id,
  tenant: id,
  officialName: text,
  system: id,
  zone,
  level,
  role: z.enum(['home', 'standby']),
  communePart: z.boolean(),
  quota: footprint,
  origin,
});

const zoneEnd = z.looseObject({ kind: z.literal('zone'), system: id, zone });

const flowEnd = z.discriminatedUnion('kind', [
  zoneEnd,
  z.looseObject({ kind: z.literal('platform'), service: z.string() }),
  z.looseObject({ kind: z.literal('external'), cidrs: z.array(z.string()) }),
  z.looseObject({ kind: z.literal('name'), fqdn: z.string() }),
  z.looseObject({ kind: z.literal('internet') }),
]);

const flow = z.looseObject({
  id,
  from: flowEnd,
  to: flowEnd,
  ports: z.array(port),
  reason: text,
  broker: z.string().optional(),
  carries: z.array(id).optional(),
  origin,
});

const exchange = z.looseObject({
  id,
  from: zoneEnd,
  to: zoneEnd,
  broker: z.string(),
  carrier: id,
  ports: z.array(port),
  reason: text,
  origin,
});

const date = z.iso.date();
const exception = z.looseObject({
  id,
  policy: id,
  resource: z.string(),
  value: z.string(),
  owner: z.string(),
  reason: z.string(),
  approver: z.string(),
  from: date,
  expires: date,
  origin,
});

const removal = z.looseObject({
  id,
  kind: z.enum(['tenant', 'system']),
  target: id,
  mode: z.enum(['retire', 'orphan', 'destroy']),
  reason: z.string(),
  origin,
});

const need = z.looseObject({ signatures: count, of: z.array(z.string()) });

const signer = z.looseObject({
  id,
  roles: z.array(z.string()),
  accounts: z.array(z.string()),
  keys: z.array(z.looseObject({ key: z.string(), from: date, until: date, revoked: date.optional() })),
  origin,
});

const approvals = z.looseObject({
  roles: z.record(z.string(), text),
  daysMax: count,
  // Any name: a program of another time knew other classes of risk, and its assembly is what a change starts from.
  needs: z.record(z.string().max(100), need),
  signers: z.array(signer),
});

/** The shape of `model.json`. */
export const modelShape = z.looseObject({
  environment: id,
  nation: nationFact,
  sites: z.array(site),
  clusters: z.array(cluster),
  tenants: z.array(tenant),
  systems: z.array(system),
  namespaces: z.array(namespace),
  flows: z.array(flow),
  exchanges: z.array(exchange),
  exceptions: z.array(exception),
  removals: z.array(removal),
  approvals,
});

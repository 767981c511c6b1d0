import { z } from 'zod';
import { cidrText, date, hostName, text } from './fields';

const terraformBackend = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local') }),
  z.strictObject({
    kind: z.literal('s3'),
    bucket: z.string().min(3).max(63),
    region: z.string().max(40),
    endpoint: hostName,
  }),
]);

/** `nation.ts`: what holds for the whole environment. */
export const nationFact = z.strictObject({
  officialName: text,
  addresses: z.strictObject({
    nodes4: cidrText,
    pods4: cidrText,
    services4: cidrText,
    unicast6: cidrText,
    /** Registration with the manager of TSLCD addresses (Circular 19/2023), reviewed yearly. */
    registration: z.strictObject({ id: z.string().min(1).max(80), reviewedOn: date }),
  }),
  /** What the clusters run; nothing is written that these would silently ignore. */
  target: z.strictObject({
    kubernetes: z.enum(['1.34', '1.35', '1.36']),
    cilium: z.string().regex(/^1\.\d{1,2}\.\d{1,2}$/),
  }),
  domain: hostName,
  timeServers: z.array(hostName).min(1).max(8),
  /** The only registry that images may come from. */
  imageRegistry: hostName,
  identity: z.strictObject({
    issuer: hostName,
    clientId: z.string().min(1).max(80),
    multiFactor: z.boolean(),
    breakGlassAccounts: z.int().min(1).max(5),
    sessionMinutesMax: z.int().min(1).max(1440),
    adminSessionMinutesMax: z.int().min(1).max(1440),
  }),
  security: z.strictObject({
    /** The collector of security events (SIEM). */
    siem: hostName,
    /** The connector to the national cybersecurity center (Law 116 Art. 40.1 b). */
    nationalCenter: hostName,
    /** Directory of the certificate authority for internal TLS. */
    certificateAuthority: hostName,
  }),
  terraformBackend,
  /** Cores and memory kept for the platform and for failures, as a share of the whole. */
  reserveShare: z.number().min(0).max(0.5),
  /** How much quota may be promised for one unit that exists. */
  overcommit: z.strictObject({ cpu: z.number().min(1).max(10), memory: z.number().min(1).max(2) }),
});

/** What a person writes in `nation.ts`. */
export type NationFact = z.input<typeof nationFact>;

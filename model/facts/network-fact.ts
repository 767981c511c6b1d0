import { z } from 'zod';
import { date, slug, text } from './fields';

const center = z.strictObject({
  id: slug(30),
  officialName: text,
  slot: z.int().min(97).max(127),
  province: z.string().regex(/^\d{2}$/),
});

/** `networks/tslcd.ts`: the party and state network of Decision 33/2025/QĐ-TTg. */
export const tslcdFact = z.strictObject({
  officialName: text,
  operator: slug(20),
  regional: z.array(center).max(8),
  backup: z.array(center).max(8),
  metro: z.array(center).max(8),
  /** A provincial center in every province that the environment includes; its slot is the official code. */
  provincial: z.literal('every-province'),
  addressRegistration: z.strictObject({ id: z.string().min(1).max(80), reviewedOn: date }),
});

/** What a person writes in `networks/tslcd.ts`. */
export type TslcdFact = z.input<typeof tslcdFact>;

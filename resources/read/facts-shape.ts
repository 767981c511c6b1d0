import { z } from 'zod';
import type { StatedFacts } from '../../model/assembly';

/** The shape of `facts.json`; the values are what people wrote, so any JSON. */
export const factsShape: z.ZodType<StatedFacts> = z.record(
  z.string().max(600),
  z.strictObject({
    file: z.string().max(1_000),
    value: z.json(),
    lines: z.record(z.string(), z.int().min(1)),
  }),
);

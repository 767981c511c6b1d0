import { z } from 'zod';

const name = z.string().min(1).max(300);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** The head of an inventory: all but its entries, and which chunks hold those. */
export const headShape = z.strictObject({
  formatVersion: z.literal(1),
  cluster: name,
  wave: name,
  generation: z.int().min(1),
  state: z.enum(['intended', 'confirmed']),
  assembly: name,
  run: name,
  chunks: z.array(digest).max(1_000),
});

/** The head of an inventory. */
export type InventoryHead = z.infer<typeof headShape>;

/** One line of a chunk: apiVersion, kind, namespace (empty for none), name, uid (empty when unknown), generation. */
export const entryShape = z.tuple([name, name, z.string().max(300), name, z.string().max(100), z.int().min(1)]);

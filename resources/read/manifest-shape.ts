import { z } from 'zod';
import type { Manifest, ManifestObject } from '../../model/assembly';

const name = z.string().min(1).max(400);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** A relative path of plain names; nothing leads out of the assembly. */
const safePath = z
  .string()
  .max(600)
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/);

/** The shape of what a manifest says of one object. */
export const manifestObjectShape: z.ZodType<ManifestObject> = z.strictObject({
  address: z.string().min(1).max(1_000),
  constructPath: z.string().max(2_000),
  tenant: name.optional(),
  system: name.optional(),
  zone: name.optional(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
  source: z.string().max(1_000),
});

const file = z.strictObject({
  path: safePath,
  engine: z.enum(['terraform', 'kubernetes', 'cloudformation']),
  site: name,
  cluster: name.optional(),
  shard: name.optional(),
  wave: z.int().min(0).max(100).optional(),
  digest,
  objects: z.array(manifestObjectShape),
});

/** The shape of `manifest.json`. */
export const manifestShape: z.ZodType<Manifest> = z.strictObject({
  formatVersion: z.literal(1),
  environment: name,
  tools: z.record(z.string(), z.string()),
  modelDigest: digest,
  factsDigest: digest,
  files: z.array(file),
  places: z.record(z.string(), z.string()).optional(),
  digest,
});

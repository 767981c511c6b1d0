import { z } from 'zod';

/** A name made of lower-case letters, digits and hyphens (RFC 1123 label), short enough to build longer names from. */
export const slug = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/)
    .meta({ want: `lower-case letters, digits and hyphens, at most ${maximum} characters, starting with a letter` });

/** A text in Vietnamese and English. */
export const text = z.strictObject({ vi: z.string().min(1).max(400), en: z.string().min(1).max(400) });

/** A calendar date. */
export const date = z.iso.date().meta({ want: 'a date written YYYY-MM-DD' });

/** An address block in CIDR notation; parsed by the model. */
export const cidrText = z.string().max(64).meta({ want: 'an address block such as 10.0.0.0/8' });

/** A host name (RFC 1123). */
export const hostName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/)
  .meta({ want: 'a host name in lower case, such as registry.example.vn' });

/** A positive whole number up to a bound. */
export const count = (maximum: number) => z.int().min(1).max(maximum);

/** A destination port of a flow. */
export const port = z.strictObject({ port: z.int().min(1).max(65_535), protocol: z.enum(['TCP', 'UDP']) });

/** Requested resources: whole CPU cores, GiB of memory and storage, number of pods. */
export const footprint = z.strictObject({
  cpu: count(100_000),
  memoryGiB: count(1_000_000),
  storageGiB: z.int().min(0).max(10_000_000),
  pods: count(10_000),
});

/** A field that somebody else manages: stated, with the evidence, and not the same as leaving it out. */
export const managedElsewhere = z.strictObject({
  managedElsewhere: z.strictObject({ by: z.string().min(1).max(200), evidence: z.string().min(1).max(400) }),
});

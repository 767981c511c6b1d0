import { z } from 'zod';
import type { JsonObject, JsonValue } from '../../resource';

/** What one entry of a plan says about one resource, as `show -json` writes it. */
export interface WrittenChange {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  /** @default - the object itself */
  readonly deposed?: string | undefined;
  /** @default - as one would expect */
  readonly action_reason?: string | undefined;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: JsonObject | null;
    readonly after: JsonObject | null;
    /** @default - all is known */
    readonly after_unknown?: JsonValue | undefined;
    /** @default - nothing is secret */
    readonly before_sensitive?: JsonValue | undefined;
    /** @default - nothing is secret */
    readonly after_sensitive?: JsonValue | undefined;
    /** @default - nothing is taken over */
    readonly importing?: WrittenImport | null | undefined;
  };
}

/** What a change takes over. */
export interface WrittenImport {
  /** @default - known only when it is applied */
  readonly id?: string | undefined;
}

/** The parts of a plan that are used, as `show -json` writes them. */
export interface WrittenPlan {
  readonly format_version: string;
  readonly terraform_version: string;
  /** @default - it did not fail */
  readonly errored?: boolean | undefined;
  /** @default - Terraform is too old to say */
  readonly complete?: boolean | undefined;
  readonly resource_changes: readonly WrittenChange[];
  readonly resource_drift: readonly WrittenChange[];
}

const CHANGES_MAX = 20_000;

const values = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const anything = z.custom<JsonValue>(() => true);
const entry: z.ZodType<WrittenChange> = z.object({
  address: z.string().min(1).max(1_000),
  mode: z.enum(['managed', 'data']),
  type: z.string().min(1).max(200),
  deposed: z.string().max(100).optional(),
  action_reason: z.string().max(200).optional(),
  change: z.object({
    actions: z.array(z.string().max(40)).max(4),
    before: values.nullable(),
    after: values.nullable(),
    after_unknown: anything.optional(),
    before_sensitive: anything.optional(),
    after_sensitive: anything.optional(),
    importing: z.object({ id: z.string().max(1_000).optional() }).nullish(),
  }),
});

/** The shape of `show -json` of a plan, from Terraform 1.9 and OpenTofu 1.9 on: format 1. */
export const planShape: z.ZodType<WrittenPlan> = z.object({
  format_version: z.string().regex(/^1\.\d{1,3}$/),
  terraform_version: z.string().max(40),
  errored: z.boolean().optional(),
  complete: z.boolean().optional(),
  resource_changes: z.array(entry).max(CHANGES_MAX).default([]),
  resource_drift: z.array(entry).max(CHANGES_MAX).default([]),
});

import { z } from 'zod';
import { readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { digestOf } from '../../../resources/digest';
import type { WorkspacePaths } from '../workspace/workspace-paths';
import { writeWhole } from '../workspace/write-whole';
import type { PlanPurpose } from './shard-plan';

/** For what, and from what, the saved plan of a shard was made. */
export interface PlanRecord {
  readonly purpose: PlanPurpose;
  readonly shardDigest: string;
  readonly planDigest: string;
  readonly clusterUid: string;
}

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const shape: z.ZodType<PlanRecord> = z.strictObject({
  purpose: z.enum(['apply', 'destroy', 'refresh']),
  shardDigest: digest,
  planDigest: digest,
  clusterUid: z.string().min(1).max(100),
});

/** Notes what the saved plan is for. */
export function writePlanRecord(paths: WorkspacePaths, record: PlanRecord): void {
  writeWhole(paths.planRecord, `${JSON.stringify(record)}\n`);
}

/** The record of the saved plan; undefined when there is none, or when the plan is no longer the one recorded. */
export function tryReadPlanRecord(paths: WorkspacePaths): PlanRecord | undefined {
  const read = readBytes(paths.planRecord);
  const parsed = read.ok ? parseStrictJson(read.bytes.toString('utf8')) : undefined;
  const checked = parsed?.ok === true ? shape.safeParse(parsed.value) : undefined;
  if (checked?.success !== true) return undefined;
  return checked.data.planDigest === planDigest(paths) ? checked.data : undefined;
}

/** The digest of the saved plan; undefined when there is none. */
export function planDigest(paths: WorkspacePaths): string | undefined {
  const read = readBytes(paths.plan);
  return read.ok ? digestOf(read.bytes) : undefined;
}

import { decodeText, readBytes } from '../folder';
import { parseStrictJson, type Parse } from '../text/strict-json';
import { planShape, type WrittenPlan } from './plan-shape';

/** Reads the JSON of a plan (`terraform show -json`) from a file. */
export function readPlanJson(path: string): Parse<WrittenPlan> {
  const read = readBytes(path);
  if (!read.ok) return read;
  const text = decodeText(read.bytes);
  const parsed = text === undefined ? undefined : parseStrictJson(text);
  if (parsed?.ok !== true) return { ok: false, detail: parsed?.detail ?? 'bytes that are no UTF-8' };
  const checked = planShape.safeParse(parsed.value);
  if (checked.success) return { ok: true, value: checked.data };
  const [issue] = checked.error.issues;
  return { ok: false, detail: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}` };
}

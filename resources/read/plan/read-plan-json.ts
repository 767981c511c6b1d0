import { readJson } from '../text/read-json';
import type { Parse } from '../text/strict-json';
import { planShape, type WrittenPlan } from './plan-shape';

/** Reads the JSON of a plan (`terraform show -json`) from a file. */
export function readPlanJson(path: string): Parse<WrittenPlan> {
  const parsed = readJson(path);
  if (!parsed.ok) return parsed;
  const checked = planShape.safeParse(parsed.value);
  if (checked.success) return { ok: true, value: checked.data };
  const [issue] = checked.error.issues;
  return { ok: false, detail: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}` };
}

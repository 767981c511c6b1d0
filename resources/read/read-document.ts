import { join } from 'node:path';
import type { z } from 'zod';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import type { JsonValue } from '../resource';
import { decodeText, readBytes } from './folder';
import { compileShape } from './shape-check';
import { parseStrictJson } from './text/strict-json';

/** One of our own files of an assembly. */
export interface AssemblyDocument<T> {
  readonly bytes: Buffer;
  readonly value: T;
}

const PROBLEMS_MAX = 20;

/** Reads `manifest.json` or `model.json`: strict JSON of the given shape. */
export function readDocument<T>(folder: string, name: string, shape: z.ZodType<unknown>): Result<AssemblyDocument<T>> {
  const read = readBytes(join(folder, name));
  if (!read.ok) return failure([refusal(name, [], read.detail)]);
  const text = decodeText(read.bytes);
  if (text === undefined) return failure([refusal(name, [], 'bytes that are no UTF-8')]);
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return failure([refusal(name, [], parsed.detail)]);
  const whole = { bytes: read.bytes, value: parsed.value as T & JsonValue };
  if (compileShape(shape)(parsed.value)) return success(whole);
  const checked = shape.safeParse(parsed.value);
  if (checked.success) return success(whole);
  return failure(
    checked.error.issues.slice(0, PROBLEMS_MAX).map((issue) =>
      refusal(
        name,
        issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
        issue.message,
      ),
    ),
  );
}

function refusal(name: string, path: readonly (string | number)[], got: string): Problem {
  return problem({
    code: `assembly-${name.replace('.json', '')}-unreadable`,
    at: [name, ...path],
    what: `${name} of the assembly can't be read`,
    got: got.slice(0, 300),
    want: 'the file as synth writes it',
    next: 'make the assembly again with synth',
  });
}

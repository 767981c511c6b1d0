import { exitCodes, type ExitCode } from '../command';
import type { AcquiredSchema } from './acquire-nist-schema';
import type { FileCheck } from './check-files';

/**
 * What a check means to its caller: files that can't be read count before problems, and problems before a schema that
 * couldn't be had; without the schema nothing is clean, unless it was left out on purpose.
 */
export function checkExitCode(
  { isUnreadable, problems }: Pick<FileCheck, 'isUnreadable' | 'problems'>,
  schema: AcquiredSchema,
  isLeftOut: boolean,
): ExitCode {
  if (isUnreadable) return exitCodes.wrongInput;
  if (problems.length > 0) return exitCodes.findings;
  return schema.ok || isLeftOut ? exitCodes.clean : exitCodes.outsideFailed;
}

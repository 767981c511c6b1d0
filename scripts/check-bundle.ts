import { readFileSync, statSync } from 'node:fs';
import { findFalseApproval } from '../evidence/bundle-check/check-approvals';
import { checkBundle, type BundleCheck, type CheckedBundle } from '../evidence/bundle-check/check-bundle';

/** No larger file is read into memory; a bundle has at most 1 GiB. */
const FILE_BYTES_MAX = 2 ** 30;

/** What is said of a bundle, and the exit code: 0 accepted, 1 refused, 2 not looked at. */
export interface CheckRun {
  readonly code: 0 | 1 | 2;
  readonly line: string;
}

/**
 * Says of a bundle whether it is whole, whether its approvals are signed, and whether it follows the one before; reads the
 * files that are given and nothing else.
 */
export function runCheck([file, before, ...more]: readonly string[]): CheckRun {
  if (file === undefined || more.length > 0)
    return { code: 2, line: 'usage: node dist/scripts/check-bundle.js BUNDLE [PREVIOUS]' };
  try {
    const previous = before === undefined ? undefined : check(read(before));
    if (before !== undefined && previous?.isAccepted === false) return tell(before, previous);
    return tell(file, check(read(file), previous?.isAccepted === true ? previous.bundle : undefined));
  } catch (error) {
    return { code: 2, line: whyUnread(error) };
  }
}

/** Whether an archive is a bundle, and every approval in it is signed for what it says. */
function check(archive: Uint8Array, before?: CheckedBundle): BundleCheck {
  const checked = checkBundle(archive, before);
  const wrong = checked.isAccepted ? findFalseApproval(archive, checked.bundle) : undefined;
  return wrong === undefined ? checked : { isAccepted: false, wrong };
}

function read(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size <= FILE_BYTES_MAX) return readFileSync(file);
  throw Object.assign(new Error(`${file} has ${size} bytes, a bundle at most ${FILE_BYTES_MAX}`), { code: 'EFBIG' });
}

/** Why the system gave no file; any other error isn't of the file, and goes on. */
function whyUnread(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
    return String(error.message);
  throw error;
}

function tell(file: string, checked: BundleCheck): CheckRun {
  if (!checked.isAccepted) {
    const { offset, end, what } = checked.wrong;
    const where = end === offset + 1 ? `byte ${offset}` : `one of the bytes ${offset} to ${end - 1}`;
    return { code: 1, line: `refused: ${file}: ${where} is wrong: ${what}` };
  }
  const { environment, sequence, previous, root, parts } = checked.bundle;
  const place = `bundle ${sequence} of ${environment}, ${previous === null ? 'the first' : `after ${previous}`}`;
  return { code: 0, line: `accepted: ${file}: ${place}, ${parts.length} parts, root ${root}` };
}

if (require.main === module) {
  const { code, line } = runCheck(process.argv.slice(2));
  console.log(line);
  process.exitCode = code;
}

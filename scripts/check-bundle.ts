import { readFileSync, statSync } from 'node:fs';
import { checkBundle, type BundleCheck } from '../evidence/bundle-check/check-bundle';

/** No larger file is read into memory; a bundle has at most 1 GiB. */
const FILE_BYTES_MAX = 2 ** 31 - 1;

const USAGE = 'node dist/scripts/check-bundle.js BUNDLE [PREVIOUS]';

/** Says of one bundle whether it is whole, and whether it follows the one before; reads these files alone. */
function main([file, before, ...more]: readonly string[]): number {
  if (file === undefined || more.length > 0) return say(USAGE, 2);
  try {
    const previous = before === undefined ? undefined : checkBundle(read(before));
    if (before !== undefined && previous?.isAccepted === false) return tell(before, previous);
    return tell(file, checkBundle(read(file), previous?.isAccepted === true ? previous.bundle : undefined));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return say(`${String(error.code)}: ${error.message}`, 2);
    throw error;
  }
}

function read(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size > FILE_BYTES_MAX) throw Object.assign(new Error(`${file} has ${size} bytes`), { code: 'TOO_LARGE' });
  return readFileSync(file);
}

function tell(file: string, check: BundleCheck): number {
  if (!check.isAccepted) {
    const { offset, end, what } = check.wrong;
    const where = end === offset + 1 ? `byte ${offset}` : `one of the bytes ${offset} to ${end - 1}`;
    return say(`refused: ${file}: ${where} is wrong: ${what}`, 1);
  }
  const { environment, sequence, previous, root, parts } = check.bundle;
  const after = previous === null ? 'the first' : `after ${previous}`;
  return say(
    `accepted: ${file}: bundle ${sequence} of ${environment}, ${after}, ${parts.length} parts, root ${root}`,
    0,
  );
}

function say(line: string, code: number): number {
  console.log(line);
  return code;
}

process.exitCode = main(process.argv.slice(2));

import { problem, type Problem } from '../../model/problem';

/** Why an archive is no bundle: the first byte that is wrong. */
export interface BundleRefusal {
  /** Counts from 0; the length of the archive where a byte is missing. */
  readonly offset: number;
  /** The end of the bytes among which the wrong one is: one more than `offset` unless only a digest tells. */
  readonly end: number;
  /** What stands there: `size in the header of plan/plan.json`. */
  readonly at: string;
  readonly want: string;
  readonly got: string;
}

/** Carries a refusal out of the depth of a check to its end. */
export class Refused extends Error {
  public constructor(public readonly refusal: BundleRefusal) {
    super(`byte ${refusal.offset}: ${refusal.at}`);
  }
}

/** Ends a check at one byte. */
export function refuseByte(parts: Omit<BundleRefusal, 'end'>): never {
  throw new Refused({ ...parts, end: parts.offset + 1 });
}

/** The refusal of an archive, which is called `name`, as a problem for people. */
export function problemOfRefusal(name: string, refusal: BundleRefusal): Problem {
  const { offset, end, at, got, want } = refusal;
  const where = end === offset + 1 ? `byte ${offset}` : `one of the bytes ${offset} to ${end - 1}`;
  return problem({
    code: 'bundle-not-as-written',
    at: [name],
    what: `${where} of the bundle is wrong: ${at}`,
    got,
    want,
    next: 'take the archive again from where it was written; a copy that differs can be compared with it byte by byte',
  });
}

/** A byte of an archive, for people. */
export function byteText(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset];
  if (byte === undefined) return 'the end of the archive';
  const hex = `0x${byte.toString(16).padStart(2, '0')}`;
  return byte > 0x20 && byte < 0x7f ? `${String.fromCharCode(byte)} (${hex})` : hex;
}

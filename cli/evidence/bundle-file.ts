import { resolve } from 'node:path';
import { bundleLimits } from '../../evidence/bundle/manifest/bundle-limits';
import type { BundlePart } from '../../evidence/bundle/manifest/bundle-part';
import { readBundle, type Bundle } from '../../evidence/bundle/verify-bundle';
import { problem, ProblemError, valueOf, type Problem } from '../../model/problem';
import { verifyCertificate, type GateCertificate } from '../../policies/certificate';
import { readBytes } from '../../resources/read/folder';
import type { Io } from '../io';
import { tryParseJson, tryTextMember } from '../try-parse-json';

/**
 * Reads a bundle from its file and verifies every byte of it.
 * @throws ProblemError in the words of the verifier, or when there is no such file
 */
export function readBundleFile(name: string, io: Pick<Io, 'cwd'>): Bundle {
  const read = readBytes(resolve(io.cwd, name), bundleLimits.archiveBytesMax);
  if (!read.ok) throw new ProblemError([unreadBundle(name, read.detail)]);
  return valueOf(readBundle(name, read.bytes));
}

/** The only part of a kind in a bundle; empty where it has none, which no digest fits. */
export function partOf({ parts }: Bundle, kind: BundlePart['kind']): { readonly path: string; readonly bytes: Buffer } {
  const { path, bytes } = parts.find((one) => one.kind === kind) ?? { path: '', bytes: new Uint8Array() };
  return { path, bytes: Buffer.from(bytes) };
}

/**
 * The certificate in a bundle, which let its assembly pass.
 * @throws ProblemError when the part is no certificate that let the assembly pass on the day that it states
 */
export function certificateOf(bytes: Buffer, assemblyDigest: string): GateCertificate {
  const stated = tryParseJson(bytes.toString('utf8'));
  const textOf = (name: string): string => tryTextMember(stated, name) ?? '';
  const certified = { assemblyDigest, bundleDigest: textOf('bundleDigest'), today: textOf('today') };
  return valueOf(verifyCertificate(stated, certified));
}

/** That a bundle can't be read. */
export function unreadBundle(name: string, got: string): Problem {
  return problem({
    code: 'bundle-unread',
    at: [name],
    what: 'the bundle can’t be read',
    got,
    want: 'the file that a deploy wrote',
    next: 'name one of the files in the folder evidence of the state folder',
  });
}

const ENDING = '.evidence.tar';
const SEQUENCE_DIGITS = 6;

/** The name of the file that a deploy writes a bundle to: `000001.evidence.tar`. */
export function bundleFileName(sequence: number): string {
  return `${String(sequence).padStart(SEQUENCE_DIGITS, '0')}${ENDING}`;
}

/** The number in the name of the file of a bundle; undefined when a deploy names no file so. */
export function sequenceOfFile(name: string): number | undefined {
  const digits = /^([0-9]{6,9})\.evidence\.tar$/.exec(name)?.[1];
  const sequence = Number(digits);
  return digits !== undefined && sequence > 0 && bundleFileName(sequence) === name ? sequence : undefined;
}

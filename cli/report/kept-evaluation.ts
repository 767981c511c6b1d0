import { existsSync, readFileSync } from 'node:fs';
import { verifyCertificate, type Certified, type GateCertificate } from '../../policies/certificate';
import type { Evaluation } from '../../policies/evaluation';
import { digestOf } from '../../resources/digest';
import { certificatePath, evaluationsPath } from '../gate-assembly';
import { tryParseJson, tryTextMember } from '../try-parse-json';

/** What the gate said of an assembly, and wrote down beside it. */
export interface KeptEvaluation {
  readonly certificate: GateCertificate;
  readonly evaluation: Evaluation;
}

/**
 * The evaluation by which the gate let an assembly pass, as it was written down; undefined where the certificate speaks
 * of another assembly or of other rules, or where another text stands beside it. It says on which day it was made; one of
 * another day than is asked for is not read.
 */
export function tryReadEvaluation(
  folder: string,
  { today: wanted, ...certified }: Omit<Certified, 'today'> & Partial<Pick<Certified, 'today'>>,
): KeptEvaluation | undefined {
  const [certificateFile, evaluationsFile] = [certificatePath(folder), evaluationsPath(folder)];
  if (!existsSync(certificateFile) || !existsSync(evaluationsFile)) return undefined;
  const said = tryParseJson(readFileSync(certificateFile, 'utf8'));
  const day = tryTextMember(said, 'today') ?? '';
  if (wanted !== undefined && wanted !== day) return undefined;
  const verified = verifyCertificate(said, { ...certified, today: day });
  if (!verified.ok) return undefined;
  const certificate = verified.value;
  const bytes = readFileSync(evaluationsFile);
  if (digestOf(bytes) !== certificate.evaluationsDigest) return undefined;
  // Its digest is the one that the gate stated of what it wrote.
  const written = JSON.parse(bytes.toString('utf8')) as WrittenEvaluation;
  const { today, counts, rules, evaluations, verdict } = certificate;
  const results = shareTexts(written.results);
  return { certificate, evaluation: { ...written, results, today, counts, rules, evaluations, verdict } };
}

/** Hundreds of rules pass the same subjects: one text for each, as when they were judged, is compared at once. */
function shareTexts(results: Evaluation['results']): Evaluation['results'] {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
  return results.map((result) => ({ ...result, pass: result.pass.map(shared) }));
}

/** What the gate writes of an evaluation beside what its certificate says. */
type WrittenEvaluation = Pick<Evaluation, 'exceptions' | 'faults' | 'integrity' | 'results'>;

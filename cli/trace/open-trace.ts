import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../../model/print-count';
import type { GateCertificate } from '../../policies/certificate';
import type { CertificateFile } from '../../reports/trace/evidence-link';
import type { FactLine } from '../../reports/trace/fact-line';
import { TraceIndex } from '../../reports/trace/trace-index';
import { digestOf } from '../../resources/digest';
import { decodeText, readBytes } from '../../resources/read/folder';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { textOption, type CommandInput } from '../command';
import { certificatePath, gateAssembly } from '../gate-assembly';
import { today, type Io } from '../io';
import { loadRules } from '../load-rules';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath, type EnvironmentPlace } from '../project';
import { readFactLines } from './read-fact-lines';

/**
 * Judges the assembly that is asked about and makes its lookups. Nothing is written: the certificate beside the assembly
 * is evidence as it stands, and counts if it speaks of the same judgement.
 * @throws ProblemError when there is no such environment or assembly
 */
export function openTrace(input: CommandInput, io: Io): TraceIndex {
  const [environment, assembly] = [textOption(input, 'env'), textOption(input, 'assembly')];
  const isRead = environment !== undefined || assembly === undefined;
  const place = isRead ? findEnvironment(environment ?? DEFAULT_ENVIRONMENT, io) : undefined;
  const folder = assemblyFolder(assembly, place?.name ?? DEFAULT_ENVIRONMENT, io);
  const progress = new Progress(io);
  progress.step('judging the assembly');
  const { view, evaluation, certificate, rules } = gateAssembly(folder, loadRules(io), today(io));
  progress.done(`${printCount(evaluation.rules, 'rule')} applied`);
  return new TraceIndex({
    view,
    evaluation,
    certificate,
    policies: rules.policies,
    certificateFile: readCertificate(folder, certificate, io),
    factLines: place === undefined ? undefined : factLinesOf(place, view, io),
  });
}

function factLinesOf(place: EnvironmentPlace, view: AssemblyView, io: Io): readonly FactLine[] | undefined {
  const read = readFactLines(place, view);
  if (read.ok) return read.lines;
  io.err(
    `the facts of ${place.name} aren't those of this assembly: ${read.detail}; lines are those that its manifest tells\n`,
  );
  return undefined;
}

/** The certificate beside an assembly, when it speaks of this judgement. */
function readCertificate(folder: string, made: GateCertificate, io: Io): CertificateFile | undefined {
  const path = certificatePath(folder);
  const read = existsSync(path) ? readBytes(path) : undefined;
  if (read?.ok !== true) return undefined;
  const stated = parseObject(decodeText(read.bytes) ?? '');
  const isOfThis = (['assemblyDigest', 'bundleDigest', 'evaluationsDigest', 'verdict'] as const).every(
    (key) => stated[key] === made[key],
  );
  if (isOfThis) return { path: shownPath(join(path), io), digest: digestOf(read.bytes) };
  io.err(`the certificate in ${shownPath(path, io)} is of another judgement; run ndc gate again\n`);
  return undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

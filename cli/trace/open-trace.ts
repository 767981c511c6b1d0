import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { printCount } from '../../model/print-count';
import { problem, ProblemError } from '../../model/problem';
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
import { assemblyFolder, DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../project';
import { tryParseJson, tryTextMember } from '../try-parse-json';
import { readFactLines } from './read-fact-lines';
import { readTracedBundle, type TracedBundle } from './read-traced-bundle';

/**
 * Judges the assembly that is asked about and makes its lookups, with the signatures of a bundle where one is given. An
 * assembly with its bundle is judged as of the day on which the gate judged it, so that all that is computed is what the
 * bundle holds. Nothing is written: the certificate beside the assembly is evidence as it stands, and counts if it speaks
 * of the same judgement.
 * @throws ProblemError when there is no such environment or assembly, or the bundle isn't whole or of another assembly
 */
export function openTrace(input: CommandInput, io: Io): TraceIndex {
  const folder = chosenFolder(input, io);
  const given = textOption(input, 'bundle');
  const bundle = given === undefined ? undefined : readTracedBundle(given, io);
  const progress = new Progress(io);
  progress.step('judging the assembly');
  const { view, evaluation, certificate, rules } = gateAssembly(
    folder,
    loadRules(io),
    bundle?.certificate.today ?? today(io),
  );
  progress.done(`${printCount(evaluation.rules, 'rule')} applied`);
  if (bundle !== undefined) requireSameAssembly(bundle, view, given ?? '');
  return new TraceIndex({
    view,
    evaluation,
    certificate,
    policies: rules.policies,
    certificateFile: certificateIn(bundle, certificate, io) ?? readCertificate(folder, certificate, io),
    factLines: factLinesOf(view, io),
    bundle: bundle?.links,
  });
}

/** @throws ProblemError when there is no such environment */
function chosenFolder(input: CommandInput, io: Io): string {
  const [environment, assembly] = [textOption(input, 'env'), textOption(input, 'assembly')];
  const isNamed = environment !== undefined || assembly === undefined;
  const { name } = isNamed ? findEnvironment(environment ?? DEFAULT_ENVIRONMENT, io) : { name: DEFAULT_ENVIRONMENT };
  return assemblyFolder(assembly, name, io);
}

function requireSameAssembly({ assembly }: TracedBundle, view: AssemblyView, name: string): void {
  if (assembly === view.assembly.digest) return;
  throw new ProblemError([
    problem({
      code: 'bundle-of-another-assembly',
      at: [name],
      what: 'the bundle speaks of another assembly than the one that is traced',
      got: `a bundle of the assembly ${assembly}`,
      want: `one of the assembly ${view.assembly.digest}`,
      next: 'name the folder of that assembly by --assembly, or the bundle of the deploy of this one',
    }),
  ]);
}

function factLinesOf(view: AssemblyView, io: Io): readonly FactLine[] | undefined {
  const read = readFactLines(view);
  if (read.ok) return read.lines;
  io.err(
    `the facts in the assembly aren't those that it was made from: ${read.detail}; lines are those that its manifest tells\n`,
  );
  return undefined;
}

/** The certificate beside an assembly, when it speaks of this judgement. */
function readCertificate(folder: string, made: GateCertificate, io: Io): CertificateFile | undefined {
  const path = certificatePath(folder);
  const read = existsSync(path) ? readBytes(path) : undefined;
  if (read?.ok !== true) return undefined;
  if (isOfJudgement(tryParseJson(decodeText(read.bytes) ?? ''), made))
    return { path: shownPath(join(path), io), digest: digestOf(read.bytes) };
  io.err(`the certificate in ${shownPath(path, io)} is of another judgement; run ndc gate again\n`);
  return undefined;
}

/** The certificate in a bundle, when it speaks of this judgement. */
function certificateIn(bundle: TracedBundle | undefined, made: GateCertificate, io: Io): CertificateFile | undefined {
  if (bundle === undefined) return undefined;
  if (isOfJudgement(bundle.certificate, made)) return bundle.certificateFile;
  io.err('the rules of this program judge otherwise than those of the bundle did; what differs is not in the bundle\n');
  return undefined;
}

function isOfJudgement(stated: unknown, made: GateCertificate): boolean {
  return (['assemblyDigest', 'bundleDigest', 'evaluationsDigest', 'verdict'] as const).every(
    (key) => tryTextMember(stated, key) === made[key],
  );
}

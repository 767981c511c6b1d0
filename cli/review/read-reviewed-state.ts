import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '../../model/problem';
import { verifyCertificate } from '../../policies/certificate';
import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import type { StatedRules } from '../../policies/engine/diff/stated/stated-rules';
import { evaluate } from '../../policies/evaluate';
import type { Evaluation, PolicyResult } from '../../policies/evaluation';
import type { RuleSet } from '../../policies/rule-set';
import { digestOf } from '../../resources/digest';
import type { ArtifactReader } from '../../resources/read/artifact-reader';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { statedFindings } from '../../review/findings/finding-changes';
import type { ReviewedState } from '../../review/reviewed-state';
import { certificatePath, evaluationsPath } from '../gate-assembly';
import { today, type Io } from '../io';
import { projectRoot } from '../project';
import { keptRulesPath, tryReadRules } from './stated-rules-of';

/** How the two sides of a review are read. */
export interface ReviewReading {
  readonly rules: RuleSet;
  readonly io: Pick<Io, 'now'>;
  /** One for both sides, so that what is the same in them is read once. */
  readonly reader: ArtifactReader;
}

/**
 * Reads an assembly as a review takes it. What the gate found is read where its certificate speaks of this assembly and
 * these rules, and is judged anew everywhere else.
 * @throws ProblemError when the folder holds no assembly
 */
export function readReviewedState(folder: string, { rules, io, reader }: ReviewReading): ReviewedState {
  const view = new AssemblyView(valueOf(readAssembly(folder, reader)));
  const { digest } = view.assembly;
  const results = tryReadResults(folder, { assembly: digest, rules: rules.digest }) ?? judge(view, rules, io);
  return {
    view,
    rules: rules.digest,
    stated: rulesOf(folder, digest, rules),
    findings: statedFindings({ results }),
    verdicts: { ofThen: verdictsOfThen(folder, digest, rules), ofNow: results },
  };
}

/** What other rules than ours said of an assembly when they let it pass. */
function verdictsOfThen(folder: string, assembly: string, rules: RuleSet): readonly PolicyResult[] | undefined {
  const path = certificatePath(folder);
  const certificate: unknown = existsSync(path) ? tryParse(readFileSync(path, 'utf8')) : undefined;
  const named: unknown =
    typeof certificate === 'object' && certificate !== null ? Reflect.get(certificate, 'bundleDigest') : undefined;
  if (typeof named !== 'string' || named === rules.digest) return undefined;
  return tryReadResults(folder, { assembly, rules: named });
}

/** The rules that judged an assembly: those that were kept with it, or ours where its certificate names them. */
function rulesOf(folder: string, assembly: string, rules: RuleSet): StatedRules | undefined {
  const kept = tryReadRules(keptRulesPath(folder));
  if (kept !== undefined) return kept;
  const path = certificatePath(folder);
  const certificate: unknown = existsSync(path) ? tryParse(readFileSync(path, 'utf8')) : undefined;
  const isForeign =
    typeof certificate === 'object' &&
    certificate !== null &&
    Reflect.get(certificate, 'assemblyDigest') === assembly &&
    Reflect.get(certificate, 'bundleDigest') !== rules.digest;
  return isForeign ? undefined : tryReadRules(join(projectRoot(), BUNDLE_PATH));
}

function judge(view: AssemblyView, rules: RuleSet, io: Pick<Io, 'now'>): readonly PolicyResult[] {
  return evaluate(rules, { view, today: today(io) }, view.model.exceptions).results;
}

/** What the gate wrote down: undefined when it said nothing of this assembly by these rules, or another text stands there. */
function tryReadResults(
  folder: string,
  wanted: { readonly assembly: string; readonly rules: string },
): readonly PolicyResult[] | undefined {
  const [certificateFile, evaluationsFile] = [certificatePath(folder), evaluationsPath(folder)];
  if (!existsSync(certificateFile) || !existsSync(evaluationsFile)) return undefined;
  const certificate: unknown = tryParse(readFileSync(certificateFile, 'utf8'));
  const said = dayOf(certificate);
  const verified = verifyCertificate(certificate, {
    assemblyDigest: wanted.assembly,
    bundleDigest: wanted.rules,
    today: said,
  });
  if (!verified.ok) return undefined;
  const bytes = readFileSync(evaluationsFile);
  if (digestOf(bytes) !== verified.value.evaluationsDigest) return undefined;
  // Its digest is the one that the gate stated of what it wrote.
  return (JSON.parse(bytes.toString('utf8')) as Pick<Evaluation, 'results'>).results;
}

function dayOf(certificate: unknown): string {
  const day: unknown = typeof certificate === 'object' && certificate !== null ? Reflect.get(certificate, 'today') : '';
  return typeof day === 'string' ? day : '';
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '../../model/problem';
import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import type { StatedRules } from '../../policies/engine/diff/stated/stated-rules';
import { evaluate } from '../../policies/evaluate';
import type { PolicyResult } from '../../policies/evaluation';
import type { RuleSet } from '../../policies/rule-set';
import type { ArtifactReader } from '../../resources/read/artifact-reader';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { statedFindings } from '../../review/findings/finding-changes';
import type { ReviewedState } from '../../review/reviewed-state';
import { certificatePath } from '../gate-assembly';
import { today, type Io } from '../io';
import { tryReadEvaluation } from '../report/kept-evaluation';
import { projectRoot } from '../project';
import { tryParseJson, tryTextMember } from '../try-parse-json';
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
  const assemblyDigest = view.assembly.digest;
  const kept = tryReadEvaluation(folder, { assemblyDigest, bundleDigest: rules.digest });
  const ofNow = kept?.evaluation.results ?? judge(view, rules, io);
  const bundleDigest = tryForeignBundle(folder, assemblyDigest, rules);
  const then = bundleDigest === undefined ? undefined : tryReadEvaluation(folder, { assemblyDigest, bundleDigest });
  return {
    view,
    rules: rules.digest,
    stated: rulesOf(folder, assemblyDigest, rules),
    findings: statedFindings({ results: ofNow }),
    verdicts: { ofThen: then?.evaluation.results, ofNow },
  };
}

/** The rules that judged an assembly: those that were kept with it, or ours where its certificate names them. */
function rulesOf(folder: string, assembly: string, rules: RuleSet): StatedRules | undefined {
  const kept = tryReadRules(keptRulesPath(folder));
  if (kept !== undefined) return kept;
  const isForeign = tryForeignBundle(folder, assembly, rules) !== undefined;
  return isForeign ? undefined : tryReadRules(join(projectRoot(), BUNDLE_PATH));
}

/** The digest of the bundle by which an assembly passed, as its certificate says, where that is another than ours. */
function tryForeignBundle(folder: string, assembly: string, rules: RuleSet): string | undefined {
  const path = certificatePath(folder);
  const certificate = existsSync(path) ? tryParseJson(readFileSync(path, 'utf8')) : undefined;
  if (tryTextMember(certificate, 'assemblyDigest') !== assembly) return undefined;
  const bundle = tryTextMember(certificate, 'bundleDigest');
  return bundle === rules.digest ? undefined : bundle;
}

function judge(view: AssemblyView, rules: RuleSet, io: Pick<Io, 'now'>): readonly PolicyResult[] {
  return evaluate(rules, { view, today: today(io) }, view.model.exceptions).results;
}

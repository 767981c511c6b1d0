import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '../../model/problem';
import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import type { StatedRules } from '../../policies/engine/diff/stated/stated-rules';
import { evaluate } from '../../policies/evaluate';
import type { RuleSet } from '../../policies/rule-set';
import type { ArtifactReader } from '../../resources/read/artifact-reader';
import { readAssembly } from '../../resources/read/read-assembly';
import { AssemblyView } from '../../resources/view/assembly-view';
import { statedFindings, type StatedFinding } from '../../review/findings/finding-changes';
import type { ReviewedState } from '../../review/reviewed-state';
import { certificatePath } from '../gate-assembly';
import { today, type Io } from '../io';
import { tryReadEvaluation } from '../kept-evaluation';
import { projectRoot } from '../project';
import { tryParseJson } from '../try-parse-json';
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
  const kept = tryReadEvaluation(folder, { assemblyDigest: view.assembly.digest, bundleDigest: rules.digest });
  const findings = kept === undefined ? judge(view, rules, io) : statedFindings(kept.evaluation);
  return { view, rules: rules.digest, stated: rulesOf(folder, view.assembly.digest, rules), findings };
}

/** The rules that judged an assembly: those that were kept with it, or ours where its certificate names them. */
function rulesOf(folder: string, assembly: string, rules: RuleSet): StatedRules | undefined {
  const kept = tryReadRules(keptRulesPath(folder));
  if (kept !== undefined) return kept;
  const path = certificatePath(folder);
  const certificate: unknown = existsSync(path) ? tryParseJson(readFileSync(path, 'utf8')) : undefined;
  const isForeign =
    typeof certificate === 'object' &&
    certificate !== null &&
    Reflect.get(certificate, 'assemblyDigest') === assembly &&
    Reflect.get(certificate, 'bundleDigest') !== rules.digest;
  return isForeign ? undefined : tryReadRules(join(projectRoot(), BUNDLE_PATH));
}

function judge(view: AssemblyView, rules: RuleSet, io: Pick<Io, 'now'>): readonly StatedFinding[] {
  return statedFindings(evaluate(rules, { view, today: today(io) }, view.model.exceptions));
}

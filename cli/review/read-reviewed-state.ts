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
import { statedFindings } from '../../review/findings/finding-changes';
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
  const { digest } = view.assembly;
  const judge = () => evaluate(rules, { view, today: today(io) }, view.model.exceptions);
  const saidBy = (bundle: string) =>
    tryReadEvaluation(folder, { assemblyDigest: digest, bundleDigest: bundle })?.evaluation.results;
  const results = saidBy(rules.digest) ?? judge().results;
  const judges = judgedBy(folder, digest);
  return {
    view,
    rules: rules.digest,
    stated: rulesOf(folder, { ours: rules.digest, judges }),
    findings: statedFindings({ results }),
    verdicts: {
      ofThen: judges === undefined || judges === rules.digest ? undefined : saidBy(judges),
      ofNow: results,
    },
  };
}

/** Digest of the rules that judged an assembly, as its certificate names them; undefined where it has none. */
function judgedBy(folder: string, assembly: string): string | undefined {
  const path = certificatePath(folder);
  const certificate = existsSync(path) ? tryParseJson(readFileSync(path, 'utf8')) : undefined;
  if (typeof certificate !== 'object' || certificate === null) return undefined;
  if (Reflect.get(certificate, 'assemblyDigest') !== assembly) return undefined;
  const named: unknown = Reflect.get(certificate, 'bundleDigest');
  return typeof named === 'string' ? named : undefined;
}

/** The rules that judged an assembly: those that were kept with it, or ours unless its certificate names others. */
function rulesOf(
  folder: string,
  { ours, judges }: { readonly ours: string; readonly judges: string | undefined },
): StatedRules | undefined {
  const kept = tryReadRules(keptRulesPath(folder));
  if (kept !== undefined) return kept;
  return judges === undefined || judges === ours ? tryReadRules(join(projectRoot(), BUNDLE_PATH)) : undefined;
}

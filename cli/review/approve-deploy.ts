import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../delivery/journal/journal';
import type { KeptPart, StateFolder } from '../../delivery/state/state-folder';
import { writeInstant } from '../../evidence/signatures/ssh/instant';
import type { Approvals } from '../../model/approvals/approvals';
import { canonicalJson } from '../../model/canonical-json';
import { problem, ProblemError, valueOf } from '../../model/problem';
import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import { policyCatalog } from '../../policies/catalog';
import { buildReview } from '../../review/build-review';
import type { Review } from '../../review/review';
import { isUnsigned } from '../../review/risks/find-risks';
import type { Assembly } from '../../resources/assembly';
import { certificatePath, evaluationsPath } from '../gate-assembly';
import { today, type Io } from '../io';
import { loadRules } from '../load-rules';
import { projectRoot } from '../project';
import { findDeployedBase } from './deployed-base';
import { ArtifactReader } from '../../resources/read/artifact-reader';
import { readReviewedState } from './read-reviewed-state';
import { approvalsFolder, readApprovals, requireApprovals } from './require-approvals';
import { readReview, reviewPath, writeReview } from './review-file';
import { keptRulesPath } from './stated-rules-of';

/** Where it stands who might sign what was deployed: beside the folder of the assembly that is kept. */
export function keptSignersPath(folder: string): string {
  return `${folder}.signers.json`;
}

/** By what approvals of a change were judged. */
export interface Signing {
  /** Of the state that the change starts from; of the change itself where nobody could sign before. */
  readonly approvals: Approvals;
  /** Earlier states that the same change may have been approved on. */
  readonly rebasedFrom: readonly string[];
  /** When the same change was deployed last.
   * @default - it never was
   */
  readonly usedAt?: string | undefined;
}

/** A change that may be deployed, and who might approve it. */
export interface ApprovedChange {
  readonly review: Review;
  readonly signing: Signing;
}

/** What is to be deployed, and the state of the environment that tells what was deployed before. */
export interface DeployedChange {
  readonly folder: string;
  readonly assembly: Assembly;
  readonly state: StateFolder;
}

/**
 * Lets a change be deployed only as it was approved: makes its review against what was deployed last, and holds the
 * approvals beside the assembly against it, by the signer list of what was deployed. The same assembly again, as when a
 * deploy is resumed, was approved before.
 * @throws ProblemError with everything that is lacking
 */
export function approveDeploy(change: DeployedChange, io: Io): ApprovedChange | undefined {
  const { folder, assembly, state } = change;
  const base = findDeployedBase(state);
  if (base?.digest === assembly.digest) return undefined;
  const rules = loadRules(io);
  const reading = { rules, io, reader: new ArtifactReader() };
  const before = base === undefined ? undefined : readReviewedState(base.folder, reading);
  if (before !== undefined && before.view.assembly.digest !== base?.digest)
    throw new ProblemError([tampered(base?.digest ?? '', before.view.assembly.digest)]);
  const after = readReviewedState(folder, reading);
  const stated = existsSync(reviewPath(folder)) ? readReview(folder) : undefined;
  const authors = stated?.content.authors ?? [];
  const review = buildReview({ before, after, authors, policies: policyCatalog, today: today(io) });
  const approvals = (before === undefined || isUnsigned(before) ? after : before).view.model.approvals;
  const approved = { review, signing: { approvals, ...earlierRuns(state, review.digest) } };
  if (review.content.needs.length === 0) return approved;
  const read = stated ?? readReview(folder);
  if (read.digest !== review.digest) throw new ProblemError([otherReview(read.digest, review.digest)]);
  requireApprovals({ review, ...approved.signing }, readApprovals(approvalsFolder(folder)), io);
  return approved;
}

/** Keeps what is deployed, with all that the next change and its evidence ask of it. */
export function keepDeployed({ folder, assembly, state }: DeployedChange, approved: ApprovedChange | undefined): void {
  if (approved === undefined) return;
  writeReview(reviewPath(folder), approved.review);
  const beside: readonly KeptPart[] = [certificatePath, evaluationsPath, reviewPath, approvalsFolder]
    .filter((path) => existsSync(path(folder)))
    .map((path): KeptPart => ({ from: path(folder), beside: path('') }));
  const rules: KeptPart = { from: join(projectRoot(), BUNDLE_PATH), beside: keptRulesPath('') };
  const signers: KeptPart = { text: canonicalJson(approved.signing), beside: keptSignersPath('') };
  state.keepDeployed(assembly.digest, [{ from: folder, beside: '' }, ...beside, rules, signers]);
}

/**
 * Assemblies that this change may have been approved on: those that were deployed since it was last deployed itself, which
 * used its approvals up. The review has the same digest on all of them, or it would be another.
 */
function earlierRuns(state: StateFolder, review: string): Pick<Signing, 'rebasedFrom' | 'usedAt'> {
  const runs = valueOf(readJournal(state.journal)).entries.flatMap((one) => (one.kind === 'run' ? [one] : []));
  const last = runs.findLastIndex((one) => one.review === review);
  const used = runs[last];
  return {
    rebasedFrom: runs.slice(Math.max(0, last)).map(({ assemblyDigest }) => assemblyDigest),
    usedAt: used === undefined ? undefined : writeInstant(used.at),
  };
}

function otherReview(got: string, want: string) {
  return problem({
    code: 'review-of-another-change',
    at: [],
    what: 'what was reviewed is not what would change now',
    got,
    want: `the review ${want}`,
    next: 'run ndc diff again, have it read, and approve that',
  });
}

function tampered(want: string, got: string) {
  return problem({
    code: 'deployed-assembly-differs',
    at: [],
    what: 'the assembly that is kept as the one deployed last is another',
    got,
    want,
    next: 'restore the state folder from its backup',
  });
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signersOf } from '../../evidence/signatures/approval/signers-of-model';
import { judgeApprovals, type ApprovalJudgement } from '../../evidence/signatures/approval/judge-approvals';
import type { ApprovalQuestion } from '../../evidence/signatures/approval/question';
import { writeInstant } from '../../evidence/signatures/ssh/instant';
import type { Approvals } from '../../model/approvals/approvals';
import { riskClasses } from '../../model/approvals/risk-class';
import { problem, ProblemError, valueOf, type Problem } from '../../model/problem';
import type { Review } from '../../review/review';
import type { Io } from '../io';

/** Larger files than this are no approvals, and aren't read. */
const ENVELOPE_BYTES_MAX = 65_536;

/** An approval as a file. */
export interface ApprovalFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where approvals of an assembly stand: beside its folder, since they aren't part of it. */
export function approvalsFolder(folder: string): string {
  return `${folder}.approvals`;
}

/** Every approval in a folder, sorted by name; none when there is no folder. */
export function readApprovals(folder: string): readonly ApprovalFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)).subarray(0, ENVELOPE_BYTES_MAX + 1) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is asked about the approvals of a review. */
export interface Asked {
  readonly review: Review;
  /** Of the state that the change starts from; of the change itself where nobody could sign before. */
  readonly approvals: Approvals;
  /** Earlier bases of the same review that were not deployed from since. */
  readonly rebasedFrom: readonly (string | null)[];
  /** When the same change was deployed last.
   * @default - it never was
   */
  readonly usedAt?: string | undefined;
}

/** The question that approvals of a review answer. */
export function questionOf({ review, approvals, rebasedFrom, usedAt }: Asked, io: Pick<Io, 'now'>): ApprovalQuestion {
  const { content, base, head, digest } = review;
  return {
    reviewDigest: digest,
    rulesDigest: head.rules,
    parentDigest: base?.assembly ?? null,
    rebasedFrom,
    usedAt,
    daysMax: approvals.daysMax,
    authors: content.authors,
    requirements: content.needs.map((need) => ({
      id: need.class,
      reason: riskClasses[need.class].title.en,
      anyOf: need.of,
      count: need.signatures,
    })),
    signers: valueOf(signersOf(approvals)),
    now: writeInstant(io.now().toISOString()),
  };
}

/**
 * Holds the approvals of a review against what it needs.
 * @throws ProblemError with what is lacking, and why each approval that doesn't count doesn't
 */
export function requireApprovals(asked: Asked, files: readonly ApprovalFile[], io: Io): ApprovalJudgement {
  const judged = judgeApprovals(
    questionOf(asked, io),
    files.map(({ bytes }) => bytes),
  );
  if (judged.isSatisfied) return judged;
  throw new ProblemError([...lacking(judged, asked.review), ...refused(judged, files), ...judged.problems]);
}

function lacking({ requirements }: ApprovalJudgement, { digest }: Review): readonly Problem[] {
  return requirements
    .filter(({ isSatisfied }) => !isSatisfied)
    .map(({ requirement, counted, openRoles }) =>
      problem({
        code: 'approval-missing',
        at: [requirement.id],
        what: `${requirement.reason}, and too few people approved it`,
        got:
          counted.length === 0
            ? 'no approval that counts'
            : counted.map(({ person, role }) => `${person} as ${role}`).join(', '),
        want: `${requirement.count} of ${requirement.anyOf.join(', ')} for the review ${digest}`,
        next: `ask somebody who signs as ${openRoles.join(' or ')} to read ndc diff and run ndc approve`,
      }),
    );
}

function refused({ approvals }: ApprovalJudgement, files: readonly ApprovalFile[]): readonly Problem[] {
  return approvals.flatMap((one, index) =>
    one.counts
      ? []
      : one.problems
          .filter(({ code }) => code !== 'approval-not-needed')
          .map((each) => ({ ...each, at: [files[index]?.name ?? '', ...each.at] })),
  );
}

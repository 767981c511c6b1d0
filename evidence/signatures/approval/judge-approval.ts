import type { Problem } from '../../../model/problem';
import { tryInstantSeconds } from '../ssh/instant';
import { APPROVAL_NEXT, demand } from './demand';
import { judgeSignature } from '../envelope/judge-signature';
import { approvalKind, type Approval } from './envelope';
import { APPROVAL_DAYS_MAX } from './statement';
import type { ApprovalQuestion } from './question';
import { tryFindSigner, personOf } from './signer-list';

/** How far the clock of a signer may be ahead, in seconds. */
export const CLOCK_SKEW_SECONDS = 300;

const DAY_SECONDS = 86_400;

/** Everything that keeps an approval from counting, taken alone; empty when it holds. */
export function judgeApproval(question: ApprovalQuestion, approval: Approval): readonly Problem[] {
  return [
    ...checkSubject(question, approval),
    ...checkAuthors(question, approval),
    ...checkTimes(question, approval),
    ...checkApprover(question, approval),
    ...checkSignatures(question, approval),
  ];
}

function checkSignatures({ signers, now }: ApprovalQuestion, approval: Approval): readonly Problem[] {
  const { message, statement, signatures } = approval;
  const { approver, signedAt, notAfter } = statement;
  const claim = { principal: approver.principal, signedAt, notAfter, message };
  const held = { kind: approvalKind, signers, list: 'the signer list of the parent', now, next: APPROVAL_NEXT };
  return signatures.flatMap((one, index) => judgeSignature({ ...held, ...claim }, { ...one, index }));
}

function checkSubject(question: ApprovalQuestion, { statement }: Approval): readonly Problem[] {
  const parents = [question.parentDigest, ...(question.rebasedFrom ?? [])];
  return [
    ...demand(statement.reviewDigest === question.reviewDigest, ['subject'], {
      code: 'approval-other-review',
      what: 'the approval is of another review',
      got: statement.reviewDigest,
      want: question.reviewDigest,
    }),
    ...demand(statement.rulesDigest === question.rulesDigest, ['predicate', 'rules'], {
      code: 'approval-other-rules',
      what: 'other rules judged what was approved',
      got: statement.rulesDigest,
      want: question.rulesDigest,
    }),
    ...demand(parents.includes(statement.parentDigest), ['predicate', 'parent'], {
      code: 'approval-other-parent',
      what: 'what was approved starts from another assembly',
      got: statement.parentDigest ?? 'none',
      want: parents.map((one) => one ?? 'none').join(' or '),
    }),
  ];
}

/** The approver saw who made the change; these must be those who are known to have made it now. */
function checkAuthors({ signers, authors }: ApprovalQuestion, { statement }: Approval): readonly Problem[] {
  const personsOf = (names: readonly string[]): string =>
    [...new Set(names.map((name) => personOf(signers, name)))].toSorted().join(', ');
  return demand(personsOf(statement.authors) === personsOf(authors), ['predicate', 'authors'], {
    code: 'approval-other-authors',
    what: 'what was approved was made by others',
    got: personsOf(statement.authors),
    want: personsOf(authors),
  });
}

/** `signedAt` is the signer's word, so it must fit everything else that is known. */
function checkTimes(
  { now, usedAt, daysMax = APPROVAL_DAYS_MAX }: ApprovalQuestion,
  { statement: { signedAt, notAfter } }: Approval,
): readonly Problem[] {
  const lasts = (tryInstantSeconds(notAfter) ?? Infinity) - (tryInstantSeconds(signedAt) ?? 0);
  const ahead = (tryInstantSeconds(signedAt) ?? Infinity) - (tryInstantSeconds(now) ?? 0);
  return [
    ...demand(ahead <= CLOCK_SKEW_SECONDS, ['predicate', 'signedAt'], {
      code: 'approval-in-future',
      what: 'the approval is signed in the future',
      got: signedAt,
      want: `at most ${CLOCK_SKEW_SECONDS} seconds after ${now}`,
    }),
    ...demand(lasts <= daysMax * DAY_SECONDS, ['predicate', 'notAfter'], {
      code: 'approval-too-long',
      what: 'the approval would count longer than the environment allows',
      got: `${signedAt} to ${notAfter}`,
      want: `at most ${daysMax} days`,
    }),
    ...demand(usedAt === undefined || signedAt > usedAt, ['predicate', 'signedAt'], {
      code: 'approval-used',
      what: 'the approval was used up when the same change was deployed before',
      got: signedAt,
      want: `after ${usedAt ?? ''}`,
    }),
    ...demand(now <= notAfter, ['predicate', 'notAfter'], {
      code: 'approval-expired',
      what: 'the approval is over',
      got: notAfter,
      want: `not before ${now}`,
    }),
  ];
}

function checkApprover({ signers, authors }: ApprovalQuestion, { statement }: Approval): readonly Problem[] {
  const { principal, role } = statement.approver;
  const at = ['predicate', 'approver'];
  const signer = tryFindSigner(signers, principal);
  if (signer === undefined)
    return demand(false, at, {
      code: 'approval-principal-unknown',
      what: 'the signer list of the parent has no such account',
      got: principal,
      want: 'an account of the list',
    });
  const makers = new Set([...authors, ...statement.authors].flatMap((name) => [name, personOf(signers, name)]));
  return [
    ...demand(signer.roles.includes(role), at, {
      code: 'approval-role-not-held',
      what: 'the approver does not hold the role',
      got: role,
      want: signer.roles.length === 0 ? 'an account with roles' : signer.roles.join(', '),
    }),
    ...demand(!makers.has(signer.person) && !makers.has(principal), at, {
      code: 'approval-by-author',
      what: 'nobody approves a change of their own',
      got: signer.person,
      want: 'somebody who did not make it',
    }),
  ];
}

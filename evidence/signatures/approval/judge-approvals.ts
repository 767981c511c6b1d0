import { problem, type Problem } from '../../../model/problem';
import { parseApproval } from './envelope';
import { judgeApproval } from './judge-approval';
import { tryFindSigner } from './signer-list';
import { matchRoles, type RoleHolder } from './match-roles';
import { checkQuestion, type ApprovalQuestion, type ApprovalRequirement } from './question';

/** Whether a change may be deployed as far as signatures go, and what became of each. */
export interface ApprovalJudgement {
  /** Every requirement is met, and the question could be answered. */
  readonly isSatisfied: boolean;
  /** In the order of the question. */
  readonly requirements: readonly RequirementVerdict[];
  /** One for each envelope, in the order given. */
  readonly approvals: readonly ApprovalVerdict[];
  /** What is wrong with the question itself; then nothing counts. */
  readonly problems: readonly Problem[];
}

/** Whether a requirement is met, and by whom. */
export interface RequirementVerdict {
  readonly requirement: ApprovalRequirement;
  readonly isSatisfied: boolean;
  /** Who counted in which role, at most as many as are needed, by role. */
  readonly counted: readonly CountedApproval[];
  /** How many more persons are needed. */
  readonly lacking: number;
  /** Roles in which one more person would bring it forward, sorted; empty when it is met. */
  readonly openRoles: readonly string[];
}

/** An approval that holds. */
export interface CountedApproval extends RoleHolder {
  readonly principal: string;
  /** The number of its envelope, from 0. */
  readonly envelope: number;
}

/** What became of an envelope: it counted for requirements, by their ids, or all the reasons why it did not. */
export type ApprovalVerdict =
  | { readonly counts: true; readonly approval: CountedApproval; readonly requirements: readonly string[] }
  | { readonly counts: false; readonly problems: readonly Problem[] };

/** More envelopes than this are not read. */
export const ENVELOPES_MAX = 100;

/**
 * Decides whether signatures allow a change. Pure: the signer list of the parent, the digests and the time are given.
 * Envelopes are the bytes of files and may be hostile; which of them come first changes nothing in whether it is allowed.
 */
export function judgeApprovals(question: ApprovalQuestion, envelopes: readonly Uint8Array[]): ApprovalJudgement {
  const problems = checkQuestion(question);
  const tooMany = envelopes.length > ENVELOPES_MAX ? [tooManyEnvelopes(envelopes.length)] : [];
  const faults = [...problems, ...tooMany];
  const judged =
    faults.length > 0 ? envelopes.map(() => faults) : envelopes.map((one, index) => judgeOne(question, one, index));
  const holding = judged.flatMap((one) => ('person' in one ? [one] : []));
  const requirements = question.requirements.map((one) => judgeRequirement(one, faults.length > 0 ? [] : holding));
  const approvals = judged.map((one) =>
    'person' in one ? verdictOf(one, requirements) : { counts: false as const, problems: one },
  );
  const isSatisfied = faults.length === 0 && requirements.every((one) => one.isSatisfied);
  return { isSatisfied, requirements, approvals, problems: faults };
}

function tooManyEnvelopes(count: number): Problem {
  return problem({
    code: 'approvals-too-many',
    at: [],
    what: 'there are more approvals than are read',
    got: String(count),
    want: `at most ${ENVELOPES_MAX}`,
    next: 'remove those that do not count',
  });
}

function judgeOne(
  question: ApprovalQuestion,
  bytes: Uint8Array,
  envelope: number,
): CountedApproval | readonly Problem[] {
  const approval = parseApproval(bytes);
  if (!approval.ok) return approval.problems;
  const problems = judgeApproval(question, approval.value);
  const { principal, role } = approval.value.statement.approver;
  const person = tryFindSigner(question.signers, principal)?.person;
  return problems.length > 0 || person === undefined ? problems : { person, principal, role, envelope };
}

function judgeRequirement(requirement: ApprovalRequirement, holding: readonly CountedApproval[]): RequirementVerdict {
  const { anyOf, count } = requirement;
  const able: readonly RoleHolder[] = holding.filter(({ role }) => anyOf.includes(role));
  const counted = matchRoles(holding.filter(({ role }) => anyOf.includes(role))).slice(0, Math.max(0, count));
  const isSatisfied = counted.length === count;
  const isOpen = (role: string): boolean => matchRoles([...able, { person: '', role }]).length > counted.length;
  const openRoles = isSatisfied ? [] : [...new Set(anyOf)].filter(isOpen).toSorted();
  return { requirement, isSatisfied, counted, lacking: Math.max(0, count - counted.length), openRoles };
}

function verdictOf(approval: CountedApproval, requirements: readonly RequirementVerdict[]): ApprovalVerdict {
  const used = requirements.filter(({ counted }) => counted.some(({ envelope }) => envelope === approval.envelope));
  if (used.length > 0) return { counts: true, approval, requirements: used.map((one) => one.requirement.id) };
  const isTwice = requirements.some(({ counted }) => counted.some(({ person }) => person === approval.person));
  const words = isTwice
    ? { code: 'approval-same-person', what: 'the person counts already by another approval', want: 'another person' }
    : { code: 'approval-not-needed', what: 'no requirement needs the approval', want: 'a role that is still open' };
  const next = 'nothing, or ask somebody else in an open role';
  return {
    counts: false,
    problems: [problem({ ...words, at: [], got: `${approval.person} as ${approval.role}`, next })],
  };
}

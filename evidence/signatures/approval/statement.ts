import { canonicalJson } from '../../../model/canonical-json';
import { failure, problem, type Problem, type Result, success } from '../../../model/problem';
import { tryInstantSeconds } from '../ssh/instant';
import { hexDigest, instant, isDigest, plainName, sentence } from './field-forms';
import { exactly, listOf, objectOf, orNull, type Reader } from './read-value';

/** What an approver says: this review, judged by these rules, on this base, may be deployed until then. */
export interface ApprovalStatement {
  /** Digests are `sha256:` and 64 hexadecimal digits. */
  readonly reviewDigest: string;
  /** Of the bundle of rules that judged the change. */
  readonly rulesDigest: string;
  /** Of the assembly that the change starts from; null at the first deploy. */
  readonly parentDigest: string | null;
  /** Principals who made the change, sorted. */
  readonly authors: readonly string[];
  readonly approver: Approver;
  /** Why, in the approver's words. */
  readonly reason: string;
  /** When it was signed by the approver's word, and until when it may count: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly signedAt: string;
  readonly notAfter: string;
}

/** Who approves, and in which role. */
export interface Approver {
  readonly principal: string;
  readonly role: string;
}

/** What the statement is (in-toto Attestation Framework, Statement v1). */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** What its predicate says. */
export const APPROVAL_TYPE = 'https://ndc.gov.vn/attestation/approval/v1';
/** How long an approval may count, in days: long enough for a window of maintenance, too short to be forgotten. */
export const APPROVAL_DAYS_MAX = 30;

const DAY_SECONDS = 86_400;
const AUTHORS_MAX = 32;

const readStatementForm = objectOf({
  _type: exactly(STATEMENT_TYPE),
  predicateType: exactly(APPROVAL_TYPE),
  subject: listOf(objectOf({ name: exactly('review'), digest: objectOf({ sha256: hexDigest }) }), { min: 1, max: 1 }),
  predicate: objectOf({
    rules: objectOf({ sha256: hexDigest }),
    parent: orNull(objectOf({ sha256: hexDigest })),
    authors: listOf(plainName, { min: 1, max: AUTHORS_MAX }),
    approver: objectOf({ principal: plainName, role: plainName }),
    reason: sentence,
    signedAt: instant,
    notAfter: instant,
  }),
});

/** Reads an in-toto statement of an approval; fields that are not known are refused. */
export const readStatement: Reader<ApprovalStatement> = (value, at) => {
  const read = readStatementForm(value, at);
  if (!read.ok) return read;
  const { subject, predicate } = read.value;
  const { rules, parent, ...rest } = predicate;
  const statement = {
    ...rest,
    reviewDigest: `sha256:${subject[0]?.digest.sha256 ?? ''}`,
    rulesDigest: `sha256:${rules.sha256}`,
    parentDigest: parent === null ? null : `sha256:${parent.sha256}`,
  };
  const problems = [...checkAuthors(statement), ...checkTimes(statement)];
  return problems.length > 0 ? failure(problems) : success(statement);
};

/** The bytes of the in-toto statement: canonical JSON. A statement that could not be read back is refused. */
export function statementBytes(statement: ApprovalStatement): Result<Buffer> {
  const { reviewDigest, rulesDigest, parentDigest, ...rest } = statement;
  const value = {
    _type: STATEMENT_TYPE,
    predicateType: APPROVAL_TYPE,
    subject: [{ name: 'review', digest: sha256(reviewDigest) }],
    predicate: { ...rest, rules: sha256(rulesDigest), parent: parentDigest === null ? null : sha256(parentDigest) },
  };
  const read = readStatement(value, []);
  return read.ok ? success(Buffer.from(canonicalJson(value))) : read;
}

function sha256(digest: string): { readonly sha256: string } {
  return { sha256: isDigest(digest) ? digest.slice('sha256:'.length) : digest };
}

function checkAuthors({ authors }: ApprovalStatement): readonly Problem[] {
  if (authors.every((name, index) => index === 0 || name > (authors[index - 1] ?? ''))) return [];
  return [
    problem({
      code: 'authors-order',
      at: ['predicate', 'authors'],
      what: 'the authors are not sorted, or one stands twice',
      got: authors.join(', '),
      want: [...new Set(authors)].toSorted().join(', '),
      next: 'sort them',
    }),
  ];
}

function checkTimes({ signedAt, notAfter }: ApprovalStatement): readonly Problem[] {
  const seconds = (tryInstantSeconds(notAfter) ?? 0) - (tryInstantSeconds(signedAt) ?? 0);
  if (seconds > 0 && seconds <= APPROVAL_DAYS_MAX * DAY_SECONDS) return [];
  return [
    problem({
      code: 'approval-span',
      at: ['predicate', 'notAfter'],
      what: seconds > 0 ? 'the approval counts for too long' : 'the approval ends before it begins',
      got: `${signedAt} to ${notAfter}`,
      want: `at most ${APPROVAL_DAYS_MAX} days`,
      next: 'choose another end, and sign again',
    }),
  ];
}

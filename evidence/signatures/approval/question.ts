import { problem, type Problem } from '../../../model/problem';
import { INSTANT_FORM, tryInstantSeconds } from '../ssh/instant';
import { isDigest, isPlainName } from './field-forms';
import { showValue } from './read-value';
import type { SignerList } from './signer-list';

/** Whose signatures a change needs, for one of its reasons. */
export interface ApprovalRequirement {
  /** Such as `loosening`. */
  readonly id: string;
  /** Why it is needed, for people. */
  readonly reason: string;
  /** So many persons must sign, each in another of these roles. */
  readonly anyOf: readonly string[];
  readonly count: number;
}

/** What approvals are held against. Digests are `sha256:` and 64 hexadecimal digits. */
export interface ApprovalQuestion {
  /** Of the review of what is to be deployed, as it was computed now. */
  readonly reviewDigest: string;
  /** Of the bundle of rules that judges it now. */
  readonly rulesDigest: string;
  /** Of the assembly that the change starts from now; null at the first deploy. */
  readonly parentDigest: string | null;
  /**
   * Earlier starts of the same change, each of which gives the same review; whoever asks has seen to that. An approval on one
   * of these outlives the rebase.
   * @default - none; only approvals on the parent itself count
   */
  readonly rebasedFrom?: readonly (string | null)[];
  /**
   * When the same review was deployed last: an approval that was signed before is used up, also where the change was taken
   * back and starts from the same assembly again.
   * @default - it never was
   */
  readonly usedAt?: string | undefined;
  /** How many days after it was signed an approval may count; never more than the 30 that a statement may say.
   * @default - as long as it says
   */
  readonly daysMax?: number;
  /** Who made the change: principals or persons of the signer list, or names that it doesn't know. */
  readonly authors: readonly string[];
  /** All of them must be met; a change that needs no signature has none. */
  readonly requirements: readonly ApprovalRequirement[];
  /** As it stands in the parent, never in the change itself. */
  readonly signers: SignerList;
  /** The present moment: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
}

/** What keeps a question from being answered: nothing counts until it is asked so that the answer is certain. */
export function checkQuestion(question: ApprovalQuestion): readonly Problem[] {
  const { reviewDigest, rulesDigest, parentDigest, rebasedFrom = [], authors, requirements, now } = question;
  const parents = [parentDigest, ...rebasedFrom].filter((digest) => digest !== null);
  const digests = [reviewDigest, rulesDigest, ...parents]
    .filter((digest) => !isDigest(digest))
    .map((digest) => wrong(['digest'], digest, 'sha256: and 64 hexadecimal digits'));
  const names = authors.flatMap((name, at) =>
    isPlainName(name) ? [] : [wrong(['authors', at], name, 'a principal or person in small ASCII letters')],
  );
  const nobody = authors.length > 0 ? [] : [wrong(['authors'], authors, 'at least one, who may not approve')];
  const time = tryInstantSeconds(now) === undefined ? [wrong(['now'], now, INSTANT_FORM)] : [];
  return [...digests, ...names, ...nobody, ...time, ...requirements.flatMap(checkRequirement)];
}

function checkRequirement({ anyOf, count }: ApprovalRequirement, index: number): readonly Problem[] {
  const roles = new Set(anyOf).size;
  if (Number.isInteger(count) && count >= 1 && count <= roles) return [];
  return [wrong(['requirements', index, 'count'], count, `a whole number from 1 to the number of its roles, ${roles}`)];
}

function wrong(at: Problem['at'], value: unknown, want: string): Problem {
  const [what, next] = [
    'what approvals are held against is not certain',
    'correct what is asked; until then nothing counts',
  ];
  return problem({ code: 'question', at: ['question', ...at], what, got: showValue(value), want, next });
}

import { join, resolve } from 'node:path';
import { parseMessage } from '../../../evidence/signatures/approval/envelope';
import { approvalMessage, sealApproval, signApproval } from '../../../evidence/signatures/approval/seal-approval';
import type { ApprovalStatement } from '../../../evidence/signatures/approval/statement';
import { writeInstant } from '../../../evidence/signatures/ssh/instant';
import { parsePrivateKey } from '../../../evidence/signatures/ssh/private-key';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { parseReview, REVIEW_BYTES_MAX } from '../../../review/read-review';
import type { Review } from '../../../review/review';
import { countOption } from '../../delivery/session/delivery-options';
import { defineCommand, exitCodes, textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { shownPath } from '../../project';
import { readGivenFile } from '../../review/given-file';
import { approvalsFolder } from '../../review/require-approvals';
import { reviewedFolder } from '../../review/review-file';
import { writeWhole } from '../../review/write-whole';

/** How to sign with a key that isn't a file of this machine. */
const BY_HAND = 'ssh-keygen -Y sign -n ndc-approval -f KEY';

export default defineCommand({
  summary: 'approve a review with a signature that holds for exactly that; with ssh-keygen, or a key at hand',
  for: 'reviewer',
  arguments: [{ name: 'review', meaning: 'file of the review that ndc diff wrote', required: true }],
  options: [
    { name: 'as', meaning: 'name of the signer: of the fact in approvals/signers', value: 'name' },
    { name: 'role', meaning: 'role in which you approve', value: 'role' },
    { name: 'reason', meaning: 'why, in one line', value: 'text' },
    { name: 'days', meaning: 'days for which the approval counts', value: 'count', default: '7' },
    { name: 'key', meaning: 'private key to sign with', value: 'file' },
    { name: 'message', meaning: `write the bytes to sign into this file, for ${BY_HAND} FILE`, value: 'file' },
    { name: 'signed', meaning: 'seal these bytes with the signature beside them in FILE.sig', value: 'file' },
  ],
  run(input, io) {
    const [file = ''] = input.arguments;
    const path = resolve(io.cwd, file);
    const review = valueOf(parseReview(readGivenFile({ name: file, ...reviewFile }, io)));
    const signed = textOption(input, 'signed');
    const message = textOption(input, 'message');
    if (signed !== undefined) keep(path, sealed(review, signed, io), io);
    else if (message === undefined) keep(path, signedNow(statementOf(review, input, io), input, io), io);
    else writeMessage(statementOf(review, input, io), resolve(io.cwd, message), io);
    return Promise.resolve(exitCodes.clean);
  },
});

const reviewFile = { what: 'the review that ndc diff wrote', bytesMax: REVIEW_BYTES_MAX };

/** Keys, messages and signatures are small: no kind of key needs more. */
const SMALL_BYTES_MAX = 65_536;

const DAY_MILLISECONDS = 86_400_000;

/** @throws ProblemError when something that must be said isn't */
function statementOf({ digest, content, base, head }: Review, input: CommandInput, io: Io): ApprovalStatement {
  const [principal, role, reason] = ['as', 'role', 'reason'].map((name) => textOption(input, name));
  if (principal === undefined || role === undefined || reason === undefined)
    throw new ProblemError([unsaid([principal, role, reason])]);
  const days = countOption(input, 'days', { min: 1, max: 30 });
  const now = io.now().getTime();
  return {
    reviewDigest: digest,
    rulesDigest: head.rules,
    parentDigest: base?.assembly ?? null,
    authors: content.authors,
    approver: { principal, role },
    reason,
    signedAt: writeInstant(new Date(now).toISOString()),
    notAfter: writeInstant(new Date(now + days * DAY_MILLISECONDS).toISOString()),
  };
}

interface Sealed {
  readonly envelope: string;
  readonly statement: ApprovalStatement;
}

function signedNow(statement: ApprovalStatement, input: CommandInput, io: Io): Sealed {
  const key = textOption(input, 'key');
  if (key === undefined)
    throw new ProblemError([
      problem({
        code: 'approval-without-key',
        at: ['approve'],
        what: 'nothing says how to sign',
        got: 'neither --key nor --message',
        want: `--key FILE, or --message FILE and then ${BY_HAND} FILE`,
        next: 'choose one of the two',
      }),
    ]);
  const file = readGivenFile({ name: key, what: 'a private key', bytesMax: SMALL_BYTES_MAX }, io);
  const read = valueOf(parsePrivateKey(file.toString('utf8')));
  return { envelope: valueOf(signApproval(statement, read)), statement };
}

function writeMessage(statement: ApprovalStatement, path: string, io: Io): void {
  writeWhole(path, valueOf(approvalMessage(statement)));
  const shown = shownPath(path, io);
  io.err(`sign these bytes with ${BY_HAND} ${shown}\nand seal them with ndc approve REVIEW --signed ${shown}\n`);
  io.out(`${shown}\n`);
}

/** What was signed by hand must be about the review that is named, so that nobody seals another one by mistake. */
function sealed({ digest }: Review, name: string, io: Io): Sealed {
  const read = (file: string, what: string): Buffer =>
    readGivenFile({ name: file, what, bytesMax: SMALL_BYTES_MAX }, io);
  const statement = valueOf(parseMessage(read(name, 'the bytes that were signed')));
  if (statement.reviewDigest === digest) {
    const signature = read(`${name}.sig`, 'the signature that ssh-keygen wrote').toString('utf8');
    return { envelope: valueOf(sealApproval(statement, [signature])), statement };
  }
  throw new ProblemError([
    problem({
      code: 'approval-other-review',
      at: ['approve'],
      what: 'what was signed is another review',
      got: statement.reviewDigest,
      want: digest,
      next: 'name the review that was signed, or sign this one',
    }),
  ]);
}

function keep(path: string, { envelope, statement }: Sealed, io: Io): void {
  const { principal, role } = statement.approver;
  const name = `${principal}.${role}.${statement.reviewDigest.slice(7, 19)}.dsse.json`;
  const place = join(approvalsFolder(reviewedFolder(path)), name);
  writeWhole(place, envelope);
  io.err(`${principal} approves as ${role} the review ${statement.reviewDigest}, until ${statement.notAfter}\n`);
  io.out(`${shownPath(place, io)}\n`);
}

function unsaid(given: readonly (string | undefined)[]) {
  const names = ['--as', '--role', '--reason'].filter((_, index) => given[index] === undefined);
  return problem({
    code: 'approval-incomplete',
    at: ['approve'],
    what: 'an approval says who approves, in which role, and why',
    got: `no ${names.join(', no ')}`,
    want: '--as, --role and --reason',
    next: `add ${names.join(', ')}`,
  });
}

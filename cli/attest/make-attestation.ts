import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { checkRecords } from '../../evidence/signatures/attestation/check-records';
import type { AttestationStatement } from '../../evidence/signatures/attestation/statement';
import { dutyParts } from '../../model/attestations/attestation';
import type { Model } from '../../model/model';
import { problem, ProblemError, type Problem } from '../../model/problem';
import { flagOption, textOption, type CommandInput } from '../command';
import { today, type Io } from '../io';
import { readGivenFile } from '../review/given-file';
import { checkAgain, checkSigning, isProblem, namedControl, namedSubject } from './check-options';
import { dayOption } from './day-option';
import { instant, readAttestations } from './judge-stated';

/** Larger documents are named by the digest of an archive of theirs. */
const DOCUMENT_BYTES_MAX = 1_073_741_824;

/**
 * The record that the options describe, held against the model before anybody signs it.
 * @throws ProblemError with everything that is wrong with it
 */
export function makeAttestation(input: CommandInput, model: Model, io: Io): AttestationStatement {
  const needed = ['as', 'role', 'unit', 'document'] as const;
  const missing = needed.filter((name) => textOption(input, name) === undefined);
  const control = namedControl(input.arguments[0]);
  const subject = isProblem(control) ? control : namedSubject(control, input.arguments[1]);
  if (isProblem(control) || isProblem(subject) || missing.length > 0) {
    const wrong = isProblem(control) ? [control] : isProblem(subject) ? [subject] : [];
    throw new ProblemError([...wrong, ...(missing.length === 0 ? [] : [unsaid(missing)])]);
  }
  const [signer = '', role = '', unit = '', document = ''] = needed.map((name) => textOption(input, name));
  const bytes = readGivenFile({ name: document, what: 'the document', bytesMax: DOCUMENT_BYTES_MAX }, io);
  const open = openOf(input);
  const statement: AttestationStatement = {
    nation: model.nation.officialName.vi,
    subject,
    control: control.id,
    part: dutyParts.find((part) => part === textOption(input, 'part')),
    doneOn: dayOption(input, 'done-on', io),
    by: { name: unit, tenant: textOption(input, 'tenant'), independent: flagOption(input, 'independent') },
    outcome: open.length === 0 ? 'met' : 'not-met',
    open,
    document: { name: basename(document), digest: `sha256:${sha256(bytes)}` },
    signer,
    role,
    signedAt: instant(io.now()),
  };
  const wrong = [
    ...checkRecords(model, [{ ...statement, id: 'to be signed', origin: ['attest'] }]),
    ...checkSigning(statement, model, today(io)),
    ...checkAgain(statement, readAttestations(model, io.now())),
  ];
  if (wrong.length > 0) throw new ProblemError(wrong);
  return statement;
}

/** Name of the file of a record: what it is about, the day, and as much of the digest of its bytes as tells it apart. */
export function recordName({ subject, doneOn }: AttestationStatement, bytes: Uint8Array): string {
  return `${subject.id.replaceAll(/[^a-z0-9-]/g, '-').slice(0, SUBJECT_MAX)}-${doneOn}-${sha256(bytes).slice(0, 8)}`;
}

/** What leaves a name of a fact room for its day and digest. */
const SUBJECT_MAX = 40;

/** What is open, several of them separated by a bar. */
function openOf(input: CommandInput): readonly string[] {
  const given = textOption(input, 'not-met');
  return given === undefined ? [] : given.split('|').map((one) => one.trim());
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unsaid(missing: readonly string[]): Problem {
  const names = missing.map((name) => `--${name}`);
  return problem({
    code: 'attestation-incomplete',
    at: ['attest'],
    what: 'a record says who signs, in which role, which unit did it, and of which document it speaks',
    got: `no ${names.join(', no ')}`,
    want: '--as, --role, --unit and --document',
    next: `add ${names.join(', ')}`,
  });
}

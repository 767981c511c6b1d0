import { join, resolve } from 'node:path';
import { checkRecords } from '../../../evidence/signatures/attestation/check-records';
import { judgeRecords } from '../../../evidence/signatures/attestation/judge-attestation';
import {
  attestationMessage,
  parseAttestationMessage,
  sealAttestation,
  signAttestation,
} from '../../../evidence/signatures/attestation/seal-attestation';
import type { AttestationStatement } from '../../../evidence/signatures/attestation/statement';
import { parsePrivateKey } from '../../../evidence/signatures/ssh/private-key';
import type { Attestation, SignedRecord } from '../../../model/attestations/attestation';
import type { Model } from '../../../model/model';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { dueRows } from '../../../model/attestations/due';
import { plainRow } from '../../../reports/due/report-due';
import { countedRecords, standingText } from '../../../reports/due/record-standing';
import { checkAgain } from '../../attest/check-options';
import { instant, readAttestations } from '../../attest/judge-stated';
import { readGivenFile } from '../../review/given-file';
import { makeAttestation, recordName } from '../../attest/make-attestation';
import { defineCommand, environmentOption, exitCodes, textOption, type CommandInput } from '../../command';
import { today, type Io } from '../../io';
import { loadModel } from '../../load-model';
import { DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../../project';
import { writeWhole } from '../../review/write-whole';

/** Keys, statements and signatures are no larger. */
const KEY_BYTES_MAX = 65_536;

/** How to sign with a key that isn't a file of this machine. */
const BY_HAND = 'ssh-keygen -Y sign -n ndc-attestation -f KEY';

export default defineCommand({
  summary: 'sign a dated record that a manual control was carried out, and put it beside the facts',
  for: 'auditor',
  arguments: [
    { name: 'control', meaning: 'id of the control, as ndc due lists it', required: false },
    {
      name: 'subject',
      meaning: 'id of the system, site or tenant that it binds; none for platform and nation',
      required: false,
    },
  ],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'done-on', meaning: 'day on which it was done, YYYY-MM-DD (default: today)', value: 'date' },
    { name: 'unit', meaning: 'name of the unit that did it', value: 'text' },
    { name: 'tenant', meaning: 'tenant that the unit belongs to', value: 'tenant' },
    { name: 'independent', meaning: 'the unit is independent of who operates the system' },
    { name: 'part', meaning: 'half of a penetration test', value: 'part', choices: ['external', 'internal'] },
    { name: 'not-met', meaning: 'what is open, several separated by |; met when left out', value: 'text' },
    {
      name: 'document',
      meaning: 'file of the document that the record speaks of; its digest is signed',
      value: 'file',
    },
    { name: 'as', meaning: 'name of the signer: of the fact in approvals/signers', value: 'name' },
    { name: 'role', meaning: 'role in which you sign', value: 'role' },
    { name: 'key', meaning: 'private key to sign with', value: 'file' },
    { name: 'message', meaning: `write the bytes to sign into this file, for ${BY_HAND} FILE`, value: 'file' },
    { name: 'signed', meaning: 'seal these bytes with the signature beside them in FILE.sig', value: 'file' },
  ],
  run(input, io) {
    const place = findEnvironment(textOption(input, 'env') ?? DEFAULT_ENVIRONMENT, io);
    const { model } = loadModel(place, { now: io.now() });
    const signed = textOption(input, 'signed');
    const message = textOption(input, 'message');
    const keep = (sealed: Sealed): void => keepRecord(sealed, { model, folder: place.folder }, io);
    if (signed !== undefined) keep(sealedByHand(signed, io));
    else if (message === undefined) keep(signedNow(makeAttestation(input, model, io), input, io));
    else writeMessage(makeAttestation(input, model, io), resolve(io.cwd, message), io);
    return Promise.resolve(exitCodes.clean);
  },
});

interface Sealed {
  readonly envelope: string;
  readonly statement: AttestationStatement;
}

function signedNow(statement: AttestationStatement, input: CommandInput, io: Io): Sealed {
  const key = textOption(input, 'key');
  if (key === undefined)
    throw new ProblemError([
      problem({
        code: 'attestation-without-key',
        at: ['attest'],
        what: 'nothing says how to sign',
        got: 'neither --key nor --message',
        want: `--key FILE, or --message FILE and then ${BY_HAND} FILE`,
        next: 'choose one of the two',
      }),
    ]);
  const read = valueOf(
    parsePrivateKey(readGivenFile({ name: key, what: 'a private key', bytesMax: KEY_BYTES_MAX }, io).toString('utf8')),
  );
  return { envelope: valueOf(signAttestation(statement, read)), statement };
}

function writeMessage(statement: AttestationStatement, path: string, io: Io): void {
  writeWhole(path, valueOf(attestationMessage(statement)));
  const shown = shownPath(path, io);
  io.err(`sign these bytes with ${BY_HAND} ${shown}\nand seal them with ndc attest --signed ${shown}\n`);
  io.out(`${shown}\n`);
}

function sealedByHand(message: string, io: Io): Sealed {
  const what = 'the bytes that ndc attest --message wrote';
  const statement = valueOf(
    parseAttestationMessage(readGivenFile({ name: message, what, bytesMax: KEY_BYTES_MAX }, io)),
  );
  const signature = { name: `${message}.sig`, what: `what ${BY_HAND} ${message} writes`, bytesMax: KEY_BYTES_MAX };
  return { envelope: valueOf(sealAttestation(statement, [readGivenFile(signature, io).toString('utf8')])), statement };
}

/** Writes a record only when it would hold among the facts, and says where and how far it counts. */
function keepRecord(
  { envelope, statement }: Sealed,
  { model, folder }: { readonly model: Model; readonly folder: string },
  io: Io,
): void {
  const id = recordName(statement, Buffer.from(envelope));
  // The envelope was read back from these bytes when it was sealed.
  const record: SignedRecord = { id, envelope: JSON.parse(envelope) as SignedRecord['envelope'], origin: ['attest'] };
  const { nation, approvals } = model;
  const held = readAttestations(model, io.now());
  const judged = judgeRecords({
    nation: nation.officialName.vi,
    records: [record],
    signers: approvals.signers,
    now: instant(io.now()),
  });
  const again = checkAgain(statement, held);
  const problems = [...judged.problems, ...checkRecords(model, judged.attestations), ...again];
  if (problems.length > 0) throw new ProblemError(problems);
  const place = join(folder, 'attestations', 'records', statement.subject.id, `${id}.json`);
  writeWhole(place, `${envelope}\n`);
  io.err(`${keptText(statement, farText(id, { model, attestations: [...held, ...judged.attestations] }, io))}\n`);
  io.out(`${shownPath(place, io)}\n`);
}

/** How far a record counts among the others, in words. */
function farText(
  id: string,
  { model, attestations }: { readonly model: Model; readonly attestations: readonly Attestation[] },
  io: Io,
): string {
  const day = today(io);
  const due = dueRows(model, attestations, day).map(plainRow);
  const counted = countedRecords({ attestations, due, today: day }).find((one) => one.record.id === id);
  return counted === undefined ? '' : `; ${standingText(counted.standing).en}`;
}

function keptText({ signer, role, control, subject, outcome }: AttestationStatement, far: string): string {
  const about = subject.kind === subject.id ? `the ${subject.kind}` : `${subject.kind} ${subject.id}`;
  const came = outcome === 'met' ? `met${far}` : 'not met: it moves no day';
  return `${signer} attests as ${role}: ${control} of ${about} is ${came}`;
}

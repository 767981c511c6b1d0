import { readFileSync } from 'node:fs';
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
import type { SignedRecord } from '../../../model/attestations/attestation';
import type { Model } from '../../../model/model';
import { problem, ProblemError, valueOf } from '../../../model/problem';
import { instant } from '../../attest/judge-stated';
import { makeAttestation, recordName } from '../../attest/make-attestation';
import { defineCommand, environmentOption, exitCodes, textOption, type CommandInput } from '../../command';
import type { Io } from '../../io';
import { loadModel } from '../../load-model';
import { DEFAULT_ENVIRONMENT, findEnvironment, shownPath } from '../../project';
import { writeWhole } from '../../review/write-whole';

/** How to sign with a key that isn't a file of this machine. */
const BY_HAND = 'ssh-keygen -Y sign -n ndc-attestation -f KEY';

export default defineCommand({
  summary: 'sign a dated record that a manual control was carried out, and put it beside the facts',
  for: 'auditor',
  arguments: [
    { name: 'control', meaning: 'id of the control, as ndc due lists it', required: false },
    { name: 'subject', meaning: 'id of the system, site or tenant that it binds', required: false },
  ],
  options: [
    environmentOption(DEFAULT_ENVIRONMENT),
    { name: 'done-on', meaning: 'day on which it was done (default: today)', value: 'date' },
    { name: 'unit', meaning: 'name of the unit that did it', value: 'text' },
    { name: 'tenant', meaning: 'tenant that the unit belongs to', value: 'tenant' },
    { name: 'independent', meaning: 'the unit is independent of who operates the system' },
    { name: 'part', meaning: 'half of the duty', value: 'part', choices: ['external', 'internal'] },
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
    if (signed !== undefined) keep(sealedByHand(resolve(io.cwd, signed)));
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
  const read = valueOf(parsePrivateKey(readFileSync(resolve(io.cwd, key), 'utf8')));
  return { envelope: valueOf(signAttestation(statement, read)), statement };
}

function writeMessage(statement: AttestationStatement, path: string, io: Io): void {
  writeWhole(path, valueOf(attestationMessage(statement)));
  const shown = shownPath(path, io);
  io.err(`sign these bytes with ${BY_HAND} ${shown}\nand seal them with ndc attest --signed ${shown}\n`);
  io.out(`${shown}\n`);
}

function sealedByHand(message: string): Sealed {
  const statement = valueOf(parseAttestationMessage(readFileSync(message)));
  return { envelope: valueOf(sealAttestation(statement, [readFileSync(`${message}.sig`, 'utf8')])), statement };
}

/** Writes a record only when it would hold among the facts, and says where. */
function keepRecord(
  { envelope, statement }: Sealed,
  { model, folder }: { readonly model: Model; readonly folder: string },
  io: Io,
): void {
  const id = recordName(statement, Buffer.from(envelope));
  // The envelope was read back from these bytes when it was sealed.
  const record: SignedRecord = { id, envelope: JSON.parse(envelope) as SignedRecord['envelope'], origin: ['attest'] };
  const records = [...(model.attestations?.records ?? []), record];
  const { nation, approvals } = model;
  const judged = judgeRecords({
    nation: nation.officialName.vi,
    records,
    signers: approvals.signers,
    now: instant(io.now()),
  });
  const problems = [...judged.problems, ...checkRecords(model, judged.attestations)];
  if (problems.length > 0) throw new ProblemError(problems);
  const { signer, role, control, subject, outcome } = statement;
  const place = join(folder, 'attestations', 'records', subject.id, `${id}.json`);
  writeWhole(place, `${envelope}\n`);
  io.err(`${signer} attests as ${role}: ${control} of ${subject.kind} ${subject.id} is ${outcome}\n`);
  io.out(`${shownPath(place, io)}\n`);
}

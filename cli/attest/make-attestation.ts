import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { checkRecords } from '../../evidence/signatures/attestation/check-records';
import type { AttestationStatement } from '../../evidence/signatures/attestation/statement';
import { dutyParts, type AttestedSubject } from '../../model/attestations/attestation';
import { controls, tryFindControl } from '../../model/controls/control';
import type { Model } from '../../model/model';
import { nearestName } from '../../model/nearest-name';
import { problem, ProblemError, type Problem } from '../../model/problem';
import { flagOption, textOption, type CommandInput } from '../command';
import { today, type Io } from '../io';
import { instant } from './judge-stated';

/**
 * The record that the options describe, held against the model before anybody signs it.
 * @throws ProblemError with everything that is wrong with it
 */
export function makeAttestation(input: CommandInput, model: Model, io: Io): AttestationStatement {
  const needed = ['as', 'role', 'unit', 'document'] as const;
  const missing = needed.filter((name) => textOption(input, name) === undefined);
  const control = tryFindControl(input.arguments[0] ?? '');
  const problems = [
    ...(control === undefined ? [unknownControl(input.arguments[0] ?? '')] : []),
    ...(missing.length === 0 ? [] : [unsaid(missing)]),
  ];
  if (control === undefined || problems.length > 0) throw new ProblemError(problems);
  const [signer = '', role = '', unit = '', document = ''] = needed.map((name) => textOption(input, name));
  const path = resolve(io.cwd, document);
  const open = openOf(input);
  const statement: AttestationStatement = {
    nation: model.nation.officialName.vi,
    subject: subjectOf(control.scope, input.arguments[1]),
    control: control.id,
    part: dutyParts.find((part) => part === textOption(input, 'part')),
    doneOn: textOption(input, 'done-on') ?? today(io),
    by: { name: unit, tenant: textOption(input, 'tenant'), independent: flagOption(input, 'independent') },
    outcome: open.length === 0 ? 'met' : 'not-met',
    open,
    document: { name: basename(path), digest: `sha256:${sha256(readFileSync(path))}` },
    signer,
    role,
    signedAt: instant(io.now()),
  };
  const wrong = checkRecords(model, [{ ...statement, id: 'to be signed', origin: ['attest'] }]);
  if (wrong.length > 0) throw new ProblemError(wrong);
  return statement;
}

/** Name of the file of a record: what it is about, the day, and as much of the digest of its bytes as tells it apart. */
export function recordName({ subject, doneOn }: AttestationStatement, bytes: Uint8Array): string {
  return `${subject.id.replaceAll(/[^a-z0-9-]/g, '-').slice(0, SUBJECT_MAX)}-${doneOn}-${sha256(bytes).slice(0, 8)}`;
}

/** What leaves a name of a fact room for its day and digest. */
const SUBJECT_MAX = 40;

function subjectOf(kind: AttestedSubject['kind'], given: string | undefined): AttestedSubject {
  return { kind, id: given ?? kind };
}

/** What is open, several of them separated by a bar. */
function openOf(input: CommandInput): readonly string[] {
  const given = textOption(input, 'not-met');
  return given === undefined ? [] : given.split('|').map((one) => one.trim());
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unknownControl(got: string): Problem {
  const ids = controls.map(({ id }) => id);
  const near = nearestName(got, ids);
  return problem({
    code: 'control-unknown',
    at: ['attest'],
    what: 'the catalog has no such control',
    got,
    want: near === undefined ? 'the id of a control' : `did you mean ${near}?`,
    next: 'name a control that ndc due lists',
  });
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

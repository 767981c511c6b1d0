import { dutyParts, outcomes, subjectKinds, type Attestation } from '../../../model/attestations/attestation';
import { canonicalJson } from '../../../model/canonical-json';
import { isControlId, type ControlId } from '../../../model/controls/control';
import { failure, problem, success, type FactPath, type Problem, type Result } from '../../../model/problem';
import { hexDigest, instant, isDigest, plainName, sentence } from '../approval/field-forms';
import { exactly, listOf, objectOf, orNull, refuseValue, text, type Reader } from '../approval/read-value';
import { STATEMENT_TYPE } from '../approval/statement';
import { tryInstantSeconds } from '../ssh/instant';

/** What a record says, without where its file stands, and for which nation: a record of a trial counts nowhere else. */
export interface AttestationStatement extends Omit<Attestation, 'id' | 'origin' | 'keys'> {
  /** Vietnamese name of the nation, as its facts have it. */
  readonly nation: string;
}

/** What its predicate says. */
export const ATTESTATION_TYPE = 'https://ndc.gov.vn/attestation/manual-control/v1';

const OPEN_MAX = 20;

/** A calendar date, which must be one. */
const day = text({
  code: 'day-form',
  want: 'a day written YYYY-MM-DD',
  accepts: (value) => tryInstantSeconds(`${value}T00:00:00Z`) !== undefined,
});

const controlId: Reader<ControlId> = (value, at) =>
  typeof value === 'string' && isControlId(value)
    ? success(value)
    : refuseValue(at, value, {
        code: 'attestation-control-unknown',
        what: 'the catalog has no such control',
        want: 'the id of a control',
        next: 'correct the id; ndc explain lists all controls',
      });

const yesOrNo: Reader<boolean> = (value, at) =>
  typeof value === 'boolean'
    ? success(value)
    : refuseValue(at, value, { code: 'value-boolean', what: 'the value is not as it must be', want: 'true or false' });

function oneOf<const T extends string>(names: readonly T[]): Reader<T> {
  return (value, at) => {
    const found = names.find((name) => name === value);
    return found === undefined
      ? refuseValue(at, value, { code: 'value-other', what: 'the value is none of these', want: names.join(', ') })
      : success(found);
  };
}

const readForm = objectOf({
  _type: exactly(STATEMENT_TYPE),
  predicateType: exactly(ATTESTATION_TYPE),
  subject: listOf(objectOf({ name: sentence, digest: objectOf({ sha256: hexDigest }) }), { min: 1, max: 1 }),
  predicate: objectOf({
    nation: sentence,
    about: objectOf({ kind: oneOf(subjectKinds), id: plainName }),
    control: controlId,
    part: orNull(oneOf(dutyParts)),
    doneOn: day,
    by: objectOf({ name: sentence, tenant: orNull(plainName), independent: yesOrNo }),
    outcome: oneOf(outcomes),
    open: listOf(sentence, { min: 0, max: OPEN_MAX }),
    signer: objectOf({ principal: plainName, role: plainName }),
    signedAt: instant,
  }),
});

/** Reads an in-toto statement of a record; fields that are not known are refused. */
export const readAttestationStatement: Reader<AttestationStatement> = (value, at) => {
  const read = readForm(value, at);
  if (!read.ok) return read;
  const { subject, predicate } = read.value;
  const { about, part, by, signer, ...rest } = predicate;
  const [document] = subject;
  const statement: AttestationStatement = {
    ...rest,
    subject: about,
    part: part ?? undefined,
    by: { ...by, tenant: by.tenant ?? undefined },
    document: { name: document?.name ?? '', digest: `sha256:${document?.digest.sha256 ?? ''}` },
    signer: signer.principal,
    role: signer.role,
  };
  const problems = checkOpen(statement);
  return problems.length > 0 ? failure(problems) : success(statement);
};

/** The bytes of the in-toto statement: canonical JSON. A statement that could not be read back is refused. */
export function attestationBytes(statement: AttestationStatement): Result<Buffer> {
  const { subject, document, part, by, signer, role, ...rest } = statement;
  const { digest } = document;
  const value = {
    _type: STATEMENT_TYPE,
    predicateType: ATTESTATION_TYPE,
    subject: [{ name: document.name, digest: { sha256: isDigest(digest) ? digest.slice('sha256:'.length) : digest } }],
    predicate: {
      ...rest,
      about: subject,
      part: part ?? null,
      by: { name: by.name, tenant: by.tenant ?? null, independent: by.independent },
      signer: { principal: signer, role },
    },
  };
  const read = readAttestationStatement(value, []);
  return read.ok ? success(Buffer.from(canonicalJson(value))) : read;
}

/** What was met leaves nothing open, and what wasn't says what is. */
function checkOpen({ outcome, open }: AttestationStatement): readonly Problem[] {
  if ((outcome === 'met') === (open.length === 0)) return [];
  const at: FactPath = ['predicate', 'open'];
  return [
    problem({
      code: 'attestation-open',
      at,
      what:
        outcome === 'met'
          ? 'the record says that it was met and that something is open'
          : 'the record does not say what is open',
      got: `${outcome} with ${open.length} open`,
      want: outcome === 'met' ? 'nothing open' : 'at least one thing that is open',
      next: 'say the one or the other, and sign again',
    }),
  ];
}

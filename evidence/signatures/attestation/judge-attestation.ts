import type { Attestation, SignedRecord } from '../../../model/attestations/attestation';
import type { Signer } from '../../../model/approvals/approvals';
import { canonicalJson } from '../../../model/canonical-json';
import { groupBy } from '../../../model/group-by';
import type { Problem } from '../../../model/problem';
import { demandThen } from '../approval/demand';
import { CLOCK_SKEW_SECONDS } from '../approval/judge-approval';
import { tryFindSigner, type SignerList } from '../approval/signer-list';
import { signersOf } from '../approval/signers-of-model';
import { judgeSignature } from '../envelope/judge-signature';
import type { SignedStatement } from '../envelope/signed-statement';
import { tryInstantSeconds } from '../ssh/instant';
import { attestationKind, parseAttestation } from './seal-attestation';
import type { AttestationStatement } from './statement';

/** Records, and who may have signed them. */
export interface SignedRecords {
  /** Vietnamese name of the nation of the environment. */
  readonly nation: string;
  readonly records: readonly SignedRecord[];
  readonly signers: readonly Signer[];
  /** The present moment: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
}

/** The records that hold, and what is wrong with the others. */
export interface JudgedRecords {
  /** In the order in which they were given. */
  readonly attestations: readonly Attestation[];
  /** Each at the file of its record. */
  readonly problems: readonly Problem[];
}

const demand = demandThen('have the record signed by somebody of approvals/signers, as ndc attest does');

/**
 * Reads every record and verifies its signatures against the signers of the environment. One that is unsigned, changed, by
 * a stranger, of another nation or in the future is a problem and no record.
 */
export function judgeRecords({ nation, records, signers, now }: SignedRecords): JudgedRecords {
  if (records.length === 0) return { attestations: [], problems: [] };
  const { known, faults } = readSigners(signers);
  const judged = records.map((record) => judgeRecord(record, { nation, signers: known, now }));
  return {
    attestations: judged.flatMap(({ attestation }) => attestation ?? []),
    problems: [...faultsOf(records, faults), ...judged.flatMap(({ problems }) => problems), ...findTwins(records)],
  };
}

/** Signers whose keys can be read, and what is wrong with the others, by name: those of changes may be judged elsewhere. */
function readSigners(signers: readonly Signer[]) {
  const faults = new Map<string, readonly Problem[]>();
  const known = signers.flatMap((signer) => {
    const list = signersOf({ signers: [signer] });
    if (!list.ok)
      faults.set(
        signer.id,
        list.problems.map((one) => atSigner(one, signer)),
      );
    return list.ok ? list.value.signers : [];
  });
  return { known: { signers: known }, faults };
}

/** A problem of the signer list at the fact of the signer. */
function atSigner(one: Problem, { origin }: Signer): Problem {
  const inside = one.at.slice(2).map((step) => (step === 'publicKey' ? 'key' : step));
  return { ...one, at: [...origin, ...inside] };
}

/** What is wrong with the facts of those who are said to have signed. */
function faultsOf(
  records: readonly SignedRecord[],
  faults: ReadonlyMap<string, readonly Problem[]>,
): readonly Problem[] {
  const read = records.map(({ envelope }) => parseAttestation(Buffer.from(canonicalJson(envelope))));
  const named = new Set(read.flatMap((one) => (one.ok ? [one.value.statement.signer] : [])));
  return [...named].flatMap((name) => faults.get(name) ?? []);
}

/** The same record under two names would answer two dates of a yearly duty. */
function findTwins(records: readonly SignedRecord[]): readonly Problem[] {
  const groups = groupBy(records, ({ envelope }) => envelope.payload);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.flatMap(({ id, origin }) =>
      demand(false, origin, {
        code: 'attestation-twice',
        what: 'the same record stands twice',
        got: id,
        want: `the record ${first?.id ?? ''} alone`,
      }),
    ),
  );
}

interface Held {
  readonly nation: string;
  readonly signers: SignerList;
  readonly now: string;
}

interface JudgedRecord {
  readonly attestation?: Attestation;
  readonly problems: readonly Problem[];
}

function judgeRecord({ id, envelope, origin }: SignedRecord, held: Held): JudgedRecord {
  const read = parseAttestation(Buffer.from(canonicalJson(envelope)));
  const problems = read.ok ? judge(read.value, held) : read.problems;
  if (problems.length > 0 || !read.ok)
    return { problems: problems.map((one) => ({ ...one, what: `${one.what} (record ${id})`, at: [...origin] })) };
  const { nation: _nation, ...statement } = read.value.statement;
  const keys = read.value.signatures.map(({ keyId }) => keyId);
  return { attestation: { id, ...statement, keys, origin }, problems: [] };
}

function judge(record: SignedStatement<AttestationStatement>, held: Held): readonly Problem[] {
  return [
    ...checkNation(record.statement, held),
    ...checkTimes(record.statement, held),
    ...checkSigner(record.statement, held),
    ...checkSignatures(record, held),
  ];
}

function checkNation({ nation }: AttestationStatement, held: Held): readonly Problem[] {
  return demand(nation === held.nation, [], {
    code: 'attestation-other-nation',
    what: 'the record was signed for another nation',
    got: nation,
    want: held.nation,
  });
}

/** In the time of Vietnam, nothing was done after it was signed, and nothing was signed after now. */
function checkTimes({ doneOn, signedAt }: AttestationStatement, { now }: Held): readonly Problem[] {
  const [signed, present] = [tryInstantSeconds(signedAt) ?? Infinity, tryInstantSeconds(now) ?? 0];
  const begun = (tryInstantSeconds(`${doneOn}T00:00:00Z`) ?? Infinity) - VIETNAM_OFFSET_SECONDS;
  return [
    ...demand(signed <= present + CLOCK_SKEW_SECONDS, [], {
      code: 'attestation-in-future',
      what: 'the record is signed in the future',
      got: signedAt,
      want: `at most ${CLOCK_SKEW_SECONDS} seconds after ${now}`,
    }),
    ...demand(begun <= signed, [], {
      code: 'attestation-not-done-yet',
      what: 'the record speaks of a day that had not come when it was signed',
      got: doneOn,
      want: `a day up to ${signedAt}`,
    }),
  ];
}

const VIETNAM_OFFSET_SECONDS = 25_200;

function checkSigner({ signer, role }: AttestationStatement, { signers }: Held): readonly Problem[] {
  const found = tryFindSigner(signers, signer);
  if (found === undefined)
    return demand(false, [], {
      code: 'attestation-by-stranger',
      what: 'nobody of the environment has the name of the signer',
      got: signer,
      want: 'a name in approvals/signers',
    });
  return demand(found.roles.includes(role), [], {
    code: 'attestation-role-not-held',
    what: 'the signer does not hold the role',
    got: role,
    want: found.roles.join(', '),
  });
}

function checkSignatures(
  { message, statement: { signer: principal, signedAt }, signatures }: SignedStatement<AttestationStatement>,
  { signers, now }: Held,
): readonly Problem[] {
  const claim = { principal, signedAt, message };
  const next = 'have the record signed again, with a key of its signer';
  const held = { kind: attestationKind, signers, list: 'the signer list of the environment', now, next };
  return signatures.flatMap((one, index) => judgeSignature({ ...held, ...claim }, { ...one, index }));
}

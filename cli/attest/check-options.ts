import type { Attestation, AttestedSubject } from '../../model/attestations/attestation';
import { dutyId } from '../../model/attestations/due';
import { controls, tryFindControl, type CatalogControl } from '../../model/controls/control';
import type { Model } from '../../model/model';
import { nearestName } from '../../model/nearest-name';
import { problem, type Problem } from '../../model/problem';
import type { AttestationStatement } from '../../evidence/signatures/attestation/statement';

/** The control that was named, or what is wrong with the name. */
export function namedControl(got: string | undefined): CatalogControl | Problem {
  const control = tryFindControl(got ?? '');
  if (control !== undefined) return control;
  const near = nearestName(
    got ?? '',
    controls.map(({ id }) => id),
  );
  return problem({
    code: 'control-unknown',
    at: ['attest'],
    what: got === undefined ? 'nothing says which control was carried out' : 'the catalog has no such control',
    got: got ?? 'no control',
    want: got === undefined || near === undefined ? 'the id of a control' : `did you mean ${near}?`,
    next: 'name a control that ndc due lists: ndc attest CONTROL SUBJECT',
  });
}

/** What a record on a control is about; the platform and the nation are one each and need no name. */
export function namedSubject({ id, scope }: CatalogControl, got: string | undefined): AttestedSubject | Problem {
  if (got !== undefined) return { kind: scope, id: got };
  if (scope === 'platform' || scope === 'nation') return { kind: scope, id: scope };
  return problem({
    code: 'attestation-without-subject',
    at: ['attest'],
    what: `the control binds a ${scope}, and nothing says which`,
    got: `${id} alone`,
    want: `the id of a ${scope}`,
    next: `name it behind the control: ndc attest ${id} ${scope.toUpperCase()}; ndc due --format csv lists them`,
  });
}

/** Whether something that was named is a problem instead. */
export function isProblem(one: CatalogControl | AttestedSubject | Problem): one is Problem {
  return 'code' in one;
}

/** What would void a record once it is signed, told before anybody signs: the signer, the role and the day. */
export function checkSigning(
  { signer, role, doneOn }: AttestationStatement,
  { approvals }: Pick<Model, 'approvals'>,
  present: string,
): readonly Problem[] {
  const known = approvals.signers.find(({ id }) => id === signer);
  const near = nearestName(
    signer,
    approvals.signers.map(({ id }) => id),
  );
  const late = problem({
    code: 'attestation-not-done-yet',
    at: ['--done-on'],
    what: 'the day on which it was done has not come',
    got: doneOn,
    want: `a day up to ${present}`,
    next: 'correct --done-on; what is planned is no record',
  });
  const stranger = problem({
    code: 'attestation-by-stranger',
    at: ['--as'],
    what: 'nobody of the environment has the name of the signer',
    got: signer,
    want: near === undefined ? 'a name in approvals/signers' : `did you mean ${near}?`,
    next: 'correct --as, or have the signer added to approvals/signers',
  });
  const notHeld = problem({
    code: 'attestation-role-not-held',
    at: ['--role'],
    what: 'the signer does not hold the role',
    got: role,
    want: known?.roles.join(', ') ?? '',
    next: 'correct --role, or sign as somebody who holds it',
  });
  return [
    ...(doneOn > present ? [late] : []),
    ...(known === undefined ? [stranger] : known.roles.some((one) => one === role) ? [] : [notHeld]),
  ];
}

/** A record that says again what one says already: two of them would be taken for two years of a yearly duty. */
export function checkAgain(statement: AttestationStatement, held: readonly Attestation[]): readonly Problem[] {
  const same = held.find(
    (one) =>
      dutyId(one) === dutyId(statement) &&
      one.doneOn === statement.doneOn &&
      one.document.digest === statement.document.digest &&
      one.outcome === statement.outcome &&
      one.signer === statement.signer,
  );
  return same === undefined
    ? []
    : [
        problem({
          code: 'attestation-again',
          at: ['attest'],
          what: 'the facts have this record already',
          got: `${statement.control} of ${statement.subject.kind} ${statement.subject.id}, done ${statement.doneOn}, on the same document`,
          want: 'another day, document or outcome',
          next: `nothing; it stands in attestations/records as ${same.id}`,
        }),
      ];
}

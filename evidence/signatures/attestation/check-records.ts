import type { Attestation } from '../../../model/attestations/attestation';
import { isAttestable, needsIndependence, partsOf } from '../../../model/attestations/duty';
import { findControl } from '../../../model/controls/control';
import type { Model } from '../../../model/model';
import { nearestName } from '../../../model/nearest-name';
import type { Problem } from '../../../model/problem';
import { demandThen } from '../approval/demand';

/** What records are held against. */
export type RecordedModel = Pick<Model, 'systems' | 'sites' | 'tenants' | 'removals'>;

const demand = demandThen('correct what the record says, and have it signed again');

/**
 * What is wrong with records that hold by themselves: about nothing that the environment has, on a control that binds
 * other things, without the half that the control asks for, or by a unit that is not independent where the law asks for
 * one (Decree 331/2026 Art. 31.2 c).
 */
export function checkRecords(model: RecordedModel, attestations: readonly Attestation[]): readonly Problem[] {
  // What was done while a system was there stays on record when it goes.
  const removed = (kind: 'tenant' | 'system'): readonly string[] =>
    model.removals.filter((one) => one.kind === kind).map(({ target }) => target);
  const names: SubjectNames = {
    system: [...model.systems.map(({ id }) => id), ...removed('system')],
    site: model.sites.map(({ id }) => id),
    tenant: [...model.tenants.map(({ id }) => id), ...removed('tenant')],
    platform: ['platform'],
    nation: ['nation'],
  };
  return attestations.flatMap((one) => [
    ...checkSubject(one, names),
    ...checkControl(one),
    ...checkUnit(one, model, names),
  ]);
}

type SubjectNames = Readonly<Record<Attestation['subject']['kind'], readonly string[]>>;

function checkSubject({ id, subject, control, origin }: Attestation, names: SubjectNames): readonly Problem[] {
  const { scope } = findControl(control);
  if (subject.kind !== scope)
    return demand(false, origin, {
      code: 'attestation-other-subject',
      what: `the control of the record ${id} binds something else`,
      got: `${subject.kind} ${subject.id}`,
      want: `a ${scope}`,
    });
  const known = names[subject.kind];
  const near = nearestName(subject.id, known);
  return demand(known.includes(subject.id), origin, {
    code: 'attestation-subject-unknown',
    what: `the record ${id} is about nothing that the environment has`,
    got: `${subject.kind} ${subject.id}`,
    want: near === undefined ? `a ${subject.kind} of the environment` : `did you mean ${near}?`,
  });
}

function checkControl({ id, control, part, origin }: Attestation): readonly Problem[] {
  const parts = partsOf(control);
  return [
    ...demand(isAttestable(findControl(control)), origin, {
      code: 'attestation-of-no-duty',
      what: `the record ${id} is on a control that binds nobody any more`,
      got: control,
      want: 'a control of an instrument in force',
    }),
    ...demand(parts.includes(part), origin, {
      code: 'attestation-part',
      what: `the record ${id} does not say which half of the duty it is about`,
      got: part ?? 'none',
      want: parts.map((one) => one ?? 'none').join(' or '),
    }),
  ];
}

function checkUnit(
  { id, subject, control, by, origin }: Attestation,
  { systems }: RecordedModel,
  { tenant: tenants }: SubjectNames,
): readonly Problem[] {
  const operator = subject.kind === 'system' ? systems.find((one) => one.id === subject.id)?.operator : undefined;
  const isOperator = by.tenant !== undefined && by.tenant === operator;
  return [
    ...demand(by.tenant === undefined || tenants.includes(by.tenant), origin, {
      code: 'attestation-tenant-unknown',
      what: `nobody declares the tenant that did what the record ${id} says`,
      got: by.tenant ?? '',
      want: 'a tenant of the environment, or none',
    }),
    ...demand(!isOperator || !by.independent, origin, {
      code: 'attestation-unit-operates',
      what: `the record ${id} calls the operator of the system independent of itself`,
      got: by.tenant ?? '',
      want: 'another unit, or one that is not called independent',
    }),
    ...demand(by.independent || !needsIndependence(control), origin, {
      code: 'attestation-not-independent',
      what: `the law asks for a unit that is independent of the operator, and the record ${id} names none`,
      got: by.name,
      want: 'a unit independent of the operator (Decree 331/2026 Art. 31.2 c)',
    }),
  ];
}

import { checkRecords, type RecordedModel } from '../../../../evidence/signatures/attestation/check-records';
import type { Attestation } from '../../../../model/attestations/attestation';
import { healthyModel } from '../../../support/healthy-model';
import { restoreTest } from '../kit/records';

const model: RecordedModel = healthyModel();
const [system] = model.systems;
const { nation: _nation, ...said } = restoreTest;

function codesOf(bend: Partial<Attestation>): readonly string[] {
  const subject = { kind: 'system', id: system?.id ?? '' } as const;
  const record: Attestation = { ...said, id: 'one', origin: ['attestations/records/one'], subject, ...bend };
  return checkRecords(model, [record]).map(({ code }) => code);
}

describe('checkRecords()', () => {
  it('accepts a record about a system that the environment has', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('refuses a record about a system that nobody declares, and names the nearest', () => {
    expect(codesOf({ subject: { kind: 'system', id: 'nowhere' } })).toEqual(['attestation-subject-unknown']);
  });

  it('accepts a record about a system that the facts remove: what was done stays on record', () => {
    const removal = { id: 'gone', kind: 'system', target: 'nowhere', mode: 'retire', reason: 'x', origin: [] } as const;
    const record: Attestation = {
      ...said,
      id: 'one',
      origin: ['attestations/records/one'],
      subject: { kind: 'system', id: 'nowhere' },
    };
    expect(checkRecords({ ...model, removals: [removal] }, [record])).toEqual([]);
  });

  it('refuses a record about a tenant on a control of systems', () => {
    const id = model.tenants[0]?.id ?? '';
    expect(codesOf({ subject: { kind: 'tenant', id } })).toEqual(['attestation-other-subject']);
  });

  it('refuses a record on a clause of a former instrument', () => {
    expect(codesOf({ control: 'd85-20.2c-5' })).toEqual(['attestation-of-no-duty']);
  });

  it('refuses a penetration test that does not say from where, and a half where there is none', () => {
    expect(codesOf({ control: 'tcvn-14423-7.18.2.2' })).toEqual(['attestation-part']);
    expect(codesOf({ control: 'tcvn-14423-7.18.2.2', part: 'internal' })).toEqual([]);
    expect(codesOf({ part: 'internal' })).toEqual(['attestation-part']);
  });

  it('refuses an inspection by a unit that is not independent, and an operator that calls itself so', () => {
    const tenant = system?.operator;
    expect(codesOf({ control: 'd331-28.5a' })).toEqual(['attestation-not-independent']);
    expect(codesOf({ by: { name: 'a', tenant, independent: true } })).toEqual(['attestation-unit-operates']);
    expect(codesOf({ by: { name: 'a', tenant, independent: false } })).toEqual([]);
  });

  it('refuses a unit of a tenant that nobody declares', () => {
    expect(codesOf({ by: { name: 'a', tenant: 'nobody', independent: false } })).toEqual([
      'attestation-tenant-unknown',
    ]);
  });
});

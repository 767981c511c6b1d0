import fc from 'fast-check';
import type { Attestation } from '../../../model/attestations/attestation';
import { dueRows, judgeDuty } from '../../../model/attestations/due';
import { dutiesOf, type Duty, type DutyModel } from '../../../model/attestations/duty';
import { addDays } from '../../../model/controls/days-between';
import { findControl } from '../../../model/controls/control';
import { healthyModel } from '../../support/healthy-model';

const subject = { kind: 'system', id: 'land-database' } as const;
const every: Duty = { subject, control: 'tcvn-14423-7.11.2.5', rhythm: { kind: 'every', days: 90, by: 'law' } };
const yearly: Duty = {
  subject,
  control: 'd333-8.5b',
  rhythm: { kind: 'yearly', before: '10-01' },
  start: '2026-08-19',
};

function record(doneOn: string, bend: Partial<Attestation> = {}): Attestation {
  return {
    id: `r-${doneOn}`,
    subject,
    control: 'tcvn-14423-7.11.2.5',
    doneOn,
    by: { name: 'Tổ vận hành', independent: false },
    outcome: 'met',
    open: [],
    document: { name: 'a', digest: `sha256:${'0'.repeat(64)}` },
    signer: 'an',
    role: 'inspection',
    signedAt: `${doneOn}T08:00:00Z`,
    origin: [],
    ...bend,
  };
}

const failed = { outcome: 'not-met', open: ['x'] } as const;

describe('judgeDuty()', () => {
  it.each([
    ['a record that still counts', every, [record('2026-09-15')], '2026-12-14', 'attested', '2026-12-14'],
    ['a record the day after it ended', every, [record('2026-09-15')], '2026-12-15', 'overdue', '2026-12-14'],
    ['no record and no start', every, [], '2030-01-01', 'never', undefined],
    ['no record before the first day', { ...every, start: '2026-09-01' }, [], '2026-11-30', 'never', '2026-11-30'],
    ['no record after the first day', { ...every, start: '2026-09-01' }, [], '2026-12-01', 'overdue', '2026-11-30'],
    ['a test that failed', every, [record('2026-09-15', failed)], '2026-10-01', 'not-met', undefined],
    [
      'a failed test after a good one',
      every,
      [record('2026-09-15'), record('2026-09-30', failed)],
      '2026-10-01',
      'not-met',
      '2026-12-14',
    ],
    [
      'a failed test that replaces none',
      every,
      [record('2026-09-15'), record('2026-12-10', failed)],
      '2026-12-15',
      'overdue',
      '2026-12-14',
    ],
    [
      'no fixed period',
      { ...every, rhythm: { kind: 'unfixed' } },
      [record('2026-01-01')],
      '2036-01-01',
      'attested',
      undefined,
    ],
    [
      'a single day that is past',
      { ...every, rhythm: { kind: 'once', on: '2026-01-31' } },
      [],
      '2026-02-01',
      'overdue',
      '2026-01-31',
    ],
    [
      'a single day that was kept late',
      { ...every, rhythm: { kind: 'once', on: '2026-01-31' } },
      [record('2026-03-01')],
      '2026-04-01',
      'attested',
      undefined,
    ],
    ['a yearly day on its last day', yearly, [], '2026-09-30', 'never', '2026-09-30'],
    ['a yearly day that is past', yearly, [], '2026-10-01', 'overdue', '2026-09-30'],
    ['a yearly day that was kept', yearly, [record('2026-09-20')], '2026-10-01', 'attested', '2027-09-30'],
    ['a late report, which is not the next one', yearly, [record('2026-10-05')], '2027-10-01', 'overdue', '2027-09-30'],
    [
      'a late report that two people signed, which is not the next one',
      yearly,
      [record('2026-10-05'), record('2026-10-05', { id: 'by another', signer: 'binh' })],
      '2027-10-01',
      'overdue',
      '2027-09-30',
    ],
    [
      'two reports of one year',
      yearly,
      [record('2026-09-01'), record('2026-09-02')],
      '2026-10-01',
      'attested',
      '2027-09-30',
    ],
  ] as const)('knows %s', (_name, duty, records, today, state, due) => {
    expect(judgeDuty(duty as Duty, records, today)).toMatchObject({ state, due });
  });

  it('never calls a duty attested without a record that says it was met, whatever the rest', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-01-01', days));
    const some = fc.array(fc.tuple(day, fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(some, day, fc.constantFrom(every, yearly), (list, today, duty) => {
        const records = list.map(([doneOn, isMet]) => record(doneOn, isMet ? {} : failed));
        const row = judgeDuty(duty, records, today);
        const isMet = records.some(({ outcome }) => outcome === 'met');
        expect(row.state === 'attested' && !isMet).toBe(false);
        expect(row.state === 'overdue').toBe(row.due !== undefined && row.due < today);
        expect(judgeDuty(duty, records.toReversed(), today).due).toBe(row.due);
      }),
      { seed: 8 },
    );
  });

  it('moves the day on by a record that was met, and never by one that was not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.boolean(), (days, isMet) => {
        const before = [record('2026-01-01')];
        const later = record(addDays('2026-01-01', days), isMet ? {} : failed);
        const [old, now] = [before, [...before, later]].map((list) => judgeDuty(every, list, '2026-01-01').due);
        expect(now).toBe(isMet ? addDays(old ?? '', days) : old);
      }),
      { seed: 8 },
    );
  });
});

describe('dutiesOf()', () => {
  const model: DutyModel = healthyModel();
  const duties = dutiesOf(model);

  it('binds systems by their level alone, and tells each duty apart once', () => {
    const levels = new Map(model.systems.map(({ id, level }) => [id, level]));
    for (const duty of duties.filter((one) => one.subject.kind === 'system'))
      expect(findControl(duty.control).levels).toContain(levels.get(duty.subject.id));
    const keys = duties.map((one) => `${one.control} ${one.subject.kind} ${one.subject.id} ${one.part ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('asks for a penetration test from outside and one from inside', () => {
    const tests = duties.filter(
      ({ control }) => control === 'tcvn-14423-7.18.2.2' || control === 'tcvn-14423-6.18.2.2',
    );
    expect(new Set(tests.map(({ part }) => part))).toEqual(new Set(['external', 'internal']));
  });

  it('makes up no period: an inspection has none until the facts declare one', () => {
    const of = (given: DutyModel) => dutiesOf(given).filter(({ control }) => control === 'd331-28.5a');
    expect(new Set(of(model).map(({ rhythm }) => rhythm.kind))).toEqual(new Set(['unfixed']));
    const basis = { vi: 'thử', en: 'a test' };
    const periods = [{ id: 'a', control: 'd331-28.5a', days: 400, from: '2026-09-01', basis, origin: [] } as const];
    const declared = of({ ...model, attestations: { records: [], periods } });
    expect(declared.map(({ rhythm, start }) => ({ rhythm, start }))).toEqual(
      declared.map(() => ({ rhythm: { kind: 'every', days: 400, by: 'facts' }, start: '2026-09-01' })),
    );
  });

  it('leaves out former instruments, what rules answer, state goals and clauses that nobody read', () => {
    const named = new Set<string>(duties.map(({ control }) => control));
    for (const id of ['d85-20.2c-5', 'd331-30.8', 'qd1132-2030', 'tcvn-14423-6.15']) expect(named.has(id)).toBe(false);
  });

  it('has nothing due of a system that is there no more, though its records stay', () => {
    const model = healthyModel();
    const gone = record('2026-09-15', { subject: { kind: 'system', id: 'gone' } });
    expect(dueRows(model, [gone], '2027-09-15')).toEqual(dueRows(model, [], '2027-09-15'));
  });

  it('lists a record on a control that a rule answers beside the duties', () => {
    const id = model.systems[0]?.id ?? '';
    const one = record('2026-09-01', { control: 'd331-28.3', subject: { kind: 'system', id } });
    const rows = dueRows(model, [one], '2026-10-01').filter(({ control }) => control === 'd331-28.3');
    expect(rows).toMatchObject([{ state: 'attested', subject: { id }, met: { id: one.id } }]);
  });
});

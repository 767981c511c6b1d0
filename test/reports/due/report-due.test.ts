import { restoreTest } from '../../evidence/signatures/kit/records';
import { attestedText, rhythmText } from '../../../reports/due/due-texts';
import { openRows, renderDueList } from '../../../reports/due/due-list';
import { reportDue } from '../../../reports/due/report-due';
import { clauseOf, reportOf, rule } from '../report-kit';
import { healthyModel } from '../../support/healthy-model';
import { pass } from '../../../policies/define-policy';
import type { Attestation } from '../../../model/attestations/attestation';

const model = healthyModel();
const system = model.systems.find(({ level }) => level === 5);
const { nation: _nation, ...said } = restoreTest;
const record: Attestation = {
  ...said,
  id: 'one',
  subject: { kind: 'system', id: system?.id ?? '' },
  origin: ['attestations/records/one'],
};
const report = reportOf({ 'network/require-a': rule('d331-30.8', [pass]) });

function joined(attestations: readonly Attestation[], today = '2026-10-01') {
  return reportDue({ model, attestations, instruments: report.instruments, today });
}

describe('reportDue()', () => {
  it('says of a clause how far it is attested, and leaves its state as it is', () => {
    const { instruments } = joined([record]);
    const clause = clauseOf({ ...report, instruments }, 'tcvn-14423-7.11.2.5');
    expect(clause.state).toBe('evidence');
    expect(clause.attested).toMatchObject({ attested: 1, overdue: 0, through: '2026-12-14', roles: ['inspection'] });
    const text = attestedText(
      clause.attested ?? { duties: 0, attested: 0, notMet: 0, overdue: 0, never: 0, roles: [] },
    );
    expect(text.en).toContain(`attested for 1 of ${clause.attested?.duties}, through 2026-12-14, by inspection`);
    expect(text.vi).toContain('đến hết 2026-12-14, vai trò inspection');
  });

  it('says that a record ended, and counts it no more', () => {
    const { instruments } = joined([record], '2026-12-15');
    const { attested } = clauseOf({ ...report, instruments }, 'tcvn-14423-7.11.2.5');
    expect(attested).toMatchObject({ attested: 0, overdue: 1, through: undefined, roles: [] });
  });

  it('adds up: each clause counts its rows, each row once', () => {
    const { due, instruments } = joined([record]);
    for (const { id, attested } of instruments.flatMap(({ clauses }) => clauses)) {
      const rows = due.filter(({ control }) => control === id);
      expect(attested?.duties ?? 0).toBe(rows.length);
      const { attested: good = 0, notMet = 0, overdue = 0, never = 0 } = attested ?? {};
      expect(good + notMet + overdue + never).toBe(rows.length);
    }
  });

  it('never attests by itself: a report without records has no duty attested', () => {
    expect(report.due.filter(({ state }) => state === 'attested')).toEqual([]);
    expect(report.attestations).toEqual([]);
  });
});

describe('renderDueList()', () => {
  const open = { ...record, id: 'two', outcome: 'not-met', open: ['Bản sao\u202e hỏng'] } as const;

  it('lists a duty with its clause, last record, day and owner, hidden marks shown', () => {
    const text = renderDueList({ ...joined([open]), today: '2026-10-01', withinDays: 30 }, 'en');
    expect(text).toContain(`✘ done, not met  system ${system?.id}: Quarterly restore test\n  due     no day; every `);
    expect(text).toContain('clause  clause 7.11.2.5, TCVN 14423:2026 (tcvn-14423-7.11.2.5, secondary)');
    expect(text).toContain(
      'two: not met: Bản sao⟦U+202E⟧ hỏng, done 2026-09-15 by Tổ vận hành, signed by an as inspection',
    );
    expect(text).toContain(`owner   ${system?.owner}`);
  });

  it('lists what is due within the days that were asked for, and what never was attested without a day', () => {
    const { due, attestations } = joined([record]);
    const rows = (withinDays: number) => openRows({ due, attestations, today: '2026-10-01', withinDays });
    expect(rows(73).some(({ last }) => last === 'one')).toBe(false);
    expect(rows(74).some(({ last }) => last === 'one')).toBe(true);
    expect(rows(0).some(({ state, due: day }) => state === 'never' && day === undefined)).toBe(true);
  });
});

describe('rhythmText()', () => {
  it('says who sets a period, and that nobody does', () => {
    expect(rhythmText({ kind: 'unfixed' }).en).toBe('period not fixed by law');
    expect(rhythmText({ kind: 'every', days: 90, by: 'law' }).en).toBe('every 90 days, by law');
    expect(rhythmText({ kind: 'every', days: 60, by: 'facts' }).en).toBe('every 60 days, as declared');
    expect(rhythmText({ kind: 'yearly', before: '12-20' }).vi).toBe('hằng năm, trước ngày 20/12');
  });
});

import { pass, fail, unknown } from '../../policies/define-policy';
import { controls } from '../../model/controls/control';
import { clauseStates } from '../../reports/report';
import { clauseOf, reportOf, rule } from './report-kit';

const control = 'd331-30.8';
const text = { vi: 'Có thể không có.', en: 'There may be none.' };

describe('buildReport()', () => {
  test.each([
    ['holds', rule(control, [pass, pass])],
    ['fails', rule(control, [pass, fail('a', 'b', 'c')])],
    ['unknown', rule(control, [pass, unknown('a', 'b', 'c')])],
    ['unknown', rule(control, [])],
    ['not-applicable', rule(control, [], { mayBeVacuous: text })],
    ['not-covered', rule('d331-30.9', [pass])],
  ] as const)('says that a clause %s', (state, policy) => {
    expect(clauseOf(reportOf({ 'a/b': policy }), control).state).toBe(state);
  });

  test('never says that a clause holds when a dated record must answer the rest', () => {
    const evidence = 'tcvn-14423-7.11.2.5';
    expect(clauseOf(reportOf({ 'a/b': rule(evidence, [pass]) }), evidence)).toMatchObject({
      state: 'in-part',
      why: { vi: expect.stringMatching(/./) as string, en: expect.stringMatching(/./) as string },
    });
    expect(clauseOf(reportOf({ 'a/b': rule(control, [pass]) }), evidence).state).toBe('evidence');
  });

  test('shows every clause of the catalogue once, and counts them by state', () => {
    const report = reportOf({ 'a/b': rule(control, [pass]) });
    const shown = report.instruments.flatMap((one) => one.clauses.map(({ id }) => id));
    expect(shown.toSorted()).toEqual(controls.map(({ id }) => id).toSorted());
    const sum = clauseStates.reduce((all, state) => all + report.clauseStates[state], 0);
    expect(sum).toBe(controls.length);
  });

  test('gives a reason to every clause that no rule answers in full', () => {
    const report = reportOf({ 'a/b': rule(control, [pass]) });
    const open = report.instruments.flatMap((one) => one.clauses).filter(({ state }) => state !== 'holds');
    expect(open.filter(({ why }) => why === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('counts findings of a system where they are', () => {
    const { systems, findings } = reportOf({ 'a/b': rule(control, [fail('a', 'b', 'c'), unknown('a', 'b', 'c')]) });
    expect(systems.find(({ id }) => id === 'land-database')?.findings).toBe(2);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['fail', 'unknown']);
  });
});

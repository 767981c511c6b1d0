import { pass, fail, unknown } from '../../policies/define-policy';
import { controls } from '../../model/controls/control';
import { FactPlaces } from '../../policies/fact-places';
import { clauseStates } from '../../reports/report';
import { countClauseGroups } from '../../reports/text/clause-groups';
import { viewOf } from '../support/view-of';
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

  test('counts the dates of the law from the day of evaluation', () => {
    const { today, dates } = reportOf({ 'a/b': rule(control, [pass]) });
    expect(today).toBe('2026-10-01');
    const due = dates.find((one) => one.control === 'd331-39.1-measures');
    expect(due).toMatchObject({ date: '2027-06-30', yearly: false, days: 272, mark: 'secondary' });
    expect(dates.find((one) => one.control === 'd333-8.5b')).toMatchObject({ date: '2027-10-01', yearly: true });
  });

  test('gives every clause its day of effect, or says why it has none', () => {
    const report = reportOf({ 'a/b': rule(control, [pass]) });
    expect(clauseOf(report, control).effectiveFrom).toBe('2026-08-19');
    expect(clauseOf(report, 'qd33-access').effectiveFrom).toMatchObject({
      unknown: { en: expect.stringContaining('2025-09-15') as string },
    });
  });

  test('counts findings of a system where they are', () => {
    const { systems, findings } = reportOf({ 'a/b': rule(control, [fail('a', 'b', 'c'), unknown('a', 'b', 'c')]) });
    expect(systems.find(({ id }) => id === 'land-database')?.findings).toBe(2);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['fail', 'unknown']);
  });
});

describe('the blockers of a report', () => {
  test('are none when the gate passed, and findings that only warn are none', () => {
    const warning = rule(control, [pass, fail('a', 'b', 'c')], { force: 'warn' });
    expect(reportOf({ 'a/b': warning })).toMatchObject({ verdict: 'passed', blockers: [] });
  });

  test('name the rule, the first three places and what to do', () => {
    const failing = rule(
      control,
      [1, 2, 3, 4, 5].map((one) => fail('field', String(one), '0')),
    );
    const [blocker, ...rest] = reportOf({ 'a/b': failing, 'a/c': rule(control, [pass]) }).blockers;
    expect(rest).toEqual([]);
    expect(blocker).toMatchObject({ cause: 'rule', id: 'a/b', count: 5, fix: failing.fix });
    expect(blocker?.examples).toHaveLength(3);
    expect(blocker?.examples[0]).toMatchObject({ subject: 'subject-0', where: 'field', got: '1', want: '0' });
  });

  test('tell of a rule that broke, even one that only warns, and of one that had nothing to judge', () => {
    const check = (): never => {
      throw new Error('broken');
    };
    const { blockers } = reportOf({
      'a/broken': rule(control, [pass, pass], { force: 'warn', check }),
      'a/empty': rule(control, []),
    });
    expect(blockers.map(({ id, count, fix }) => [id, count, fix.en.slice(0, 22)])).toEqual([
      ['a/broken', 2, 'The rule broke while i'],
      ['a/empty', 0, 'The rule found nothing'],
    ]);
  });

  test('come with faulty exceptions and departures of the assembly, each kind once', () => {
    const departure = { kind: 'digest-differs', file: 'a.yaml', address: '', detail: 'other bytes' } as const;
    const exception = {
      id: 'late',
      policy: 'a/b',
      resource: 'x',
      value: '=;',
      owner: 'o',
      reason: 'r',
      approver: 'p',
      from: '2026-01-01',
      expires: '2026-02-01',
      origin: ['exceptions/late'],
    };
    const { verdict, blockers } = reportOf(
      { 'a/b': rule(control, [pass]) },
      { exceptions: [exception], integrity: [departure, { ...departure, file: 'b.yaml' }] },
    );
    expect(verdict).toBe('incomplete');
    expect(blockers.map(({ cause, id, count }) => [cause, id, count])).toEqual([
      ['integrity', 'digest-differs', 2],
      ['exception', 'late', 1],
    ]);
    expect(blockers[0]?.examples[1]).toMatchObject({ subject: 'b.yaml', got: 'other bytes' });
  });

  test('are told when no rule was applied at all', () => {
    expect(reportOf({}).blockers.map(({ title }) => title.en)).toEqual(['No rule was applied']);
  });
});

test('countClauseGroups() puts every clause into one group', () => {
  const report = reportOf({ 'a/b': rule(control, [pass]), 'a/c': rule('d331-30.9', [fail('a', 'b', 'c')]) });
  const groups = countClauseGroups(report);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(controls.length);
  expect(groups.map(({ text: { en } }) => en)).toEqual([
    '✘ failed',
    '✔ proved by rules',
    '▤ only declared: records or people must show it',
    '○ not covered: no rule checks it',
  ]);
});

describe('FactPlaces', () => {
  const made = {
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'p01-x-server' } },
    source: 'environments/test/systems/land.ts:7',
  };
  const places = new FactPlaces(viewOf({ resources: [made] }));
  const finding = { policy: 'a/b', where: '', got: '', want: '', value: '=;' };

  test.each([
    [
      'namespace/dc-north-shared-0/p01-x-server',
      'systems/land/footprints/server',
      'environments/test/systems/land.ts:7',
    ],
    ['system/land', 'systems/land', 'environments/test/systems/land.ts'],
    ['flow/x', 'systems/land/flows/2', 'environments/test/systems/land.ts (flows.2)'],
    ['system/landing', 'systems/landing', 'systems/landing'],
    ['x', 'environments/test/nation.ts:3', 'environments/test/nation.ts:3'],
  ])('opens the fact behind %s', (subject, source, want) => {
    expect(places.locate({ ...finding, subject, source }).source).toBe(want);
  });
});

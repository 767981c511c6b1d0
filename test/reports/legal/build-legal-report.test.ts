import fc from 'fast-check';
import { buildLegalReport, planStateOf } from '../../../reports/legal/build-legal-report';
import type { LegalReport, LegalSystem } from '../../../reports/legal/legal-report';
import { legalPeriod } from '../../../reports/legal/legal-period';
import { clauseStates, type ClauseState } from '../../../reports/report';
import { withSystem } from '../../support/healthy-model';
import { procedures } from '../../support/healthy-systems';
import { legalSource, ruleOn } from './legal-kit';

const clause = 'd331-30.7';

function systemOf(legal: LegalReport, id: string): LegalSystem {
  const found = legal.owners.flatMap((one) => one.systems).find((one) => one.system.id === id);
  if (found === undefined) throw new Error(`no system ${id}`);
  return found;
}

/** The state of the clause for the two systems of the healthy nation, by a rule on these subjects. */
function statesBy(subjects: readonly string[], failing: readonly string[] = []): readonly (ClauseState | undefined)[] {
  const legal = buildLegalReport(legalSource({ 'a/b': ruleOn(clause, subjects, failing) }));
  return ['procedures-p01', 'land-database'].map(
    (id) => systemOf(legal, id).requirements.find((one) => one.clause.id === clause)?.state,
  );
}

function states(some: Partial<Record<ClauseState, number>>): LegalSystem['states'] {
  return { ...(Object.fromEntries(clauseStates.map((state) => [state, 0])) as LegalSystem['states']), ...some };
}

describe('verdicts by system', () => {
  it.each([
    ['of a system count for it alone', 'system/procedures-p01', ['fails', 'holds']],
    ['of a namespace count for its system', 'namespace/dc-north-shared-0/p01-proc-dmz', ['fails', 'holds']],
    ['of a cluster of one system count for it', 'cluster/dc-north-land', ['holds', 'fails']],
    ['of a shared cluster count for each system on it', 'cluster/dc-north-shared-0', ['fails', 'holds']],
    ['of a site count for each system there', 'site/dc-north', ['fails', 'fails']],
    ['of an owner count for its systems', 'tenant/p01', ['fails', 'holds']],
    ['of the assembly count for all', 'assembly', ['fails', 'fails']],
  ])('%s', (_, failing, expected) => {
    const both = ['system/procedures-p01', 'system/land-database'];
    expect(statesBy([...both, failing], [failing])).toEqual(expected);
  });

  it('leave a clause not applicable to a system that no rule had anything of to judge', () => {
    expect(statesBy(['system/land-database'])).toEqual(['not-applicable', 'holds']);
  });

  it('name the rules that don’t pass, and count what is its own apart from what it shares', () => {
    const rules = {
      'a/own': ruleOn(clause, ['system/procedures-p01', 'namespace/dc-north-shared-0/p01-proc-dmz']),
      'a/shared': ruleOn(clause, ['cluster/dc-north-shared-0', 'assembly'], ['assembly']),
    };
    const { requirements } = systemOf(buildLegalReport(legalSource(rules)), 'procedures-p01');
    const { own, shared, against } = requirements.find((one) => one.clause.id === clause) ?? {};
    expect({ own, shared, against }).toEqual({ own: 2, shared: 2, against: ['a/shared'] });
  });
});

describe('the state of a plan', () => {
  const { dossier } = procedures();
  it.each([
    ['declared and wholly proved', { holds: 5, 'not-applicable': 2 }, dossier, 'full-proved'],
    ['declared, part of it on records', { holds: 5, evidence: 1 }, dossier, 'full-declared'],
    ['declared, part of it without a rule', { holds: 5, 'not-covered': 1 }, dossier, 'full-declared'],
    ['declared and nothing proved', { evidence: 3 }, dossier, 'full-declared'],
    ['declared, and a rule says otherwise', { holds: 5, fails: 1 }, dossier, 'part'],
    ['declared, and a rule can’t tell', { holds: 5, unknown: 1 }, dossier, 'part'],
    ['declared, and only excused', { holds: 5, excepted: 1 }, dossier, 'part'],
    ['declared, and nothing holds', { fails: 1 }, dossier, 'none'],
    ['proved but not declared', { holds: 5 }, { ...dossier, state: 'approved', readyOn: undefined }, 'part'],
    [
      'ready, and the plan not said to be carried out',
      { holds: 5 },
      { ...dossier, planCarriedOutOn: undefined },
      'part',
    ],
    ['neither proved nor declared', { evidence: 5 }, { state: 'draft' }, 'none'],
  ] as const)('%s', (_, some, given, expected) => {
    expect(planStateOf({ dossier: given }, states(some))).toBe(expected);
  });

  it('never is wholly proved while anything rests on a declaration', () => {
    const counts = fc.record(
      Object.fromEntries(clauseStates.map((state) => [state, fc.nat(3)])) as Record<ClauseState, fc.Arbitrary<number>>,
    );
    fc.assert(
      fc.property(counts, (some) => {
        const open = clauseStates.filter((state) => state !== 'holds' && state !== 'not-applicable');
        const isOpen = open.some((state) => some[state] > 0);
        expect(planStateOf({ dossier }, some) === 'full-proved').toBe(!isOpen && some.holds > 0);
      }),
    );
  });
});

describe('the totals', () => {
  it('add up: owners to the nation, states to requirements, plans to systems', () => {
    const { owners, totals } = buildLegalReport(legalSource());
    expect(owners.reduce((sum, one) => sum + one.totals.systems, 0)).toBe(totals.systems);
    expect(Object.values(totals.plans).reduce((sum, one) => sum + one, 0)).toBe(totals.systems);
    for (const { states: found, requirements } of owners.flatMap((one) => one.systems)) {
      expect(Object.values(found).reduce((sum, one) => sum + one, 0)).toBe(requirements.length);
    }
  });

  it('count a dossier as approved only with its day', () => {
    const { dossier } = procedures();
    const model = withSystem('procedures-p01', { dossier: { ...dossier, approvedOn: undefined } });
    const before = buildLegalReport(legalSource()).totals.approved;
    expect(buildLegalReport(legalSource({}, model)).totals.approved).toBe(before - 1);
  });

  it('bind each system to the clauses of its level in force, and tell how many are left out', () => {
    const source = legalSource();
    const legal = buildLegalReport(source);
    const binding = source.report.instruments.flatMap(({ status, clauses }) =>
      clauses.filter(({ levels }) => levels.length > 0).map((one) => ({ status, one })),
    );
    const kept = binding.filter(({ status }) => status === 'in-force' || status === 'not-read');
    expect(legal.leftOut).toBe(binding.length - kept.length);
    expect(systemOf(legal, 'procedures-p01').requirements.map(({ clause: { id } }) => id)).toEqual(
      kept.filter(({ one }) => one.levels.includes(3)).map(({ one }) => one.id),
    );
  });
});

describe('the period of the report', () => {
  it.each([
    ['2026-11-27', ['2025-12-15', '2026-12-14', '2026-12-20', '2026-12-25']],
    ['2026-12-24', ['2025-12-15', '2026-12-14', '2026-12-20', '2026-12-25']],
    ['2026-12-25', ['2026-12-15', '2027-12-14', '2027-12-20', '2027-12-25']],
  ])('seen from %s', (today, expected) => {
    const { from, through, toOwnerBefore, toMinistryBefore } = legalPeriod(today);
    expect([from, through, toOwnerBefore, toMinistryBefore]).toEqual(expected);
  });
});

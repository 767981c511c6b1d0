import fc from 'fast-check';
import { matchRoles, type RoleHolder } from '../../../../evidence/signatures/approval/match-roles';
import { signApproval } from '../../../../evidence/signatures/approval/seal-approval';
import { valueOf } from '../../../../model/problem';
import { accounts, approve, digestOf, judge, keys, outcomes, question, statementOf, type Account } from '../kit/scene';

/** An approval in another role than the account's first. */
function approveAs(name: Account, role: string): Buffer {
  const approver = { principal: accounts[name].principal, role };
  return Buffer.from(valueOf(signApproval(statementOf(name, { approver }), keys[name])));
}

/** The most holders that go together, by trying all of them. */
function mostHolders(holders: readonly RoleHolder[]): number {
  const [first, ...rest] = holders;
  if (first === undefined) return 0;
  const others = rest.filter(({ person, role }) => person !== first.person && role !== first.role);
  return Math.max(mostHolders(rest), 1 + mostHolders(others));
}

describe('matchRoles()', () => {
  it('finds as many persons in different roles as there can be, in whatever order they come', () => {
    const holder = fc.record({ person: fc.constantFrom(...'abcde'), role: fc.constantFrom(...'VWXYZ') });
    fc.assert(
      fc.property(fc.array(holder, { maxLength: 10 }), fc.array(holder, { maxLength: 1 }), (holders, more) => {
        const matched = matchRoles([...holders, ...more]);
        expect(matched).toHaveLength(mostHolders([...holders, ...more]));
        expect(new Set(matched.map(({ person }) => person)).size).toBe(matched.length);
        expect(new Set(matched.map(({ role }) => role)).size).toBe(matched.length);
        expect(matchRoles([...more, ...holders.toReversed()])).toHaveLength(matched.length);
      }),
      { seed: 17, numRuns: 500 },
    );
  });
});

describe('judgeApprovals()', () => {
  const anyOf = ['platform-owner', 'data-protection-officer'];
  const [owners] = [{ id: 'destroy', reason: 'state is destroyed', anyOf, count: 2 }];

  it('seats Binh in the other role where Chi has but one, whoever came first', () => {
    const envelopes = [approve('binh'), approveAs('binh', 'data-protection-officer'), approve('chi')];
    for (const given of [envelopes, envelopes.toReversed()]) {
      const { isSatisfied, requirements } = judge(given, { requirements: [owners] });
      expect([
        isSatisfied,
        ...(requirements[0]?.counted ?? []).map(({ person, role }) => `${person} as ${role}`),
      ]).toEqual([true, 'binh as data-protection-officer', 'chi as platform-owner']);
    }
  });

  it('counts two persons in one role once, and names the role that is open', () => {
    const { isSatisfied, requirements } = judge([approve('binh'), approve('chi')], { requirements: [owners] });
    expect(isSatisfied).toBe(false);
    expect(requirements[0]).toMatchObject({ lacking: 1, openRoles: ['data-protection-officer'] });
  });

  it('counts one approval for several requirements, and needs all of them met', () => {
    const review = { id: 'path', reason: 'a path to the Internet', anyOf: ['security-reviewer'], count: 1 };
    const both = judge([approve('an'), approve('binh')], { requirements: [review, ...question.requirements] });
    expect([both.isSatisfied, ...outcomes(both)]).toEqual([true, 'counts for path, loosening', 'counts for loosening']);
    const one = judge([approve('binh'), approve('chi')], { requirements: [review] });
    expect([one.isSatisfied, ...outcomes(one)]).toEqual([false, 'approval-not-needed', 'approval-not-needed']);
  });

  it('counts no more than are needed', () => {
    const judgement = judge([approve('an'), approveAs('binh', 'data-protection-officer'), approve('chi')]);
    expect(judgement).toMatchObject({ isSatisfied: true, requirements: [{ lacking: 0, openRoles: [] }] });
    expect(outcomes(judgement).toSorted()).toEqual([
      'approval-not-needed',
      'counts for loosening',
      'counts for loosening',
    ]);
  });

  it('needs nothing for a change that needs nobody', () => {
    expect(judge([], { requirements: [] })).toMatchObject({ isSatisfied: true, requirements: [], approvals: [] });
  });

  it('counts an approval on a parent from which the same review was rebased, if it is told so', () => {
    const envelopes = [approve('an', { parentDigest: digestOf('e') }), approve('binh')];
    expect(judge(envelopes).isSatisfied).toBe(false);
    expect(judge(envelopes, { rebasedFrom: [digestOf('e')] }).isSatisfied).toBe(true);
    expect(judge(envelopes, { rebasedFrom: [digestOf('f'), null] }).isSatisfied).toBe(false);
  });

  it('counts approvals of the first deploy, which has no parent', () => {
    const envelopes = [approve('an', { parentDigest: null }), approve('binh', { parentDigest: null })];
    expect(judge(envelopes, { parentDigest: null }).isSatisfied).toBe(true);
  });

  it.each([
    ['no author', { authors: [] }],
    ['a time without zone', { now: '2026-10-02T08:00:00' }],
    ['a day that does not exist', { now: '2026-02-30T08:00:00Z' }],
    ['an empty digest', { reviewDigest: '' }],
    ['a digest in capitals', { rulesDigest: digestOf('A') }],
    ['a rebase from no digest', { rebasedFrom: ['main'] }],
    ['a requirement of none', { requirements: [{ ...owners, count: 0 }] }],
    ['a requirement of a part', { requirements: [{ ...owners, count: 1.5 }] }],
    ['a requirement of no number', { requirements: [{ ...owners, count: Number.NaN }] }],
    ['a requirement that names one role twice', { requirements: [{ ...owners, anyOf: ['x', 'x'] }] }],
  ])('refuses a question with %s: nothing counts', (_, bend) => {
    const judgement = judge([approve('an'), approve('binh')], bend);
    expect([judgement.isSatisfied, judgement.problems.map(({ code }) => code), outcomes(judgement)]).toEqual([
      false,
      ['question'],
      ['question', 'question'],
    ]);
    expect(judgement.requirements.every(({ counted }) => counted.length === 0)).toBe(true);
  });

  it('says of an approval that does not count all that is wrong with it', () => {
    const bend = { reviewDigest: digestOf('d'), authors: ['an.other@ndc.gov.vn'], notAfter: '2026-10-02T07:59:59Z' };
    expect(outcomes(judge([approve('an', bend, keys.chi)]))).toEqual([
      'approval-other-review approval-other-authors approval-expired approval-by-author approval-principal-not-owner',
    ]);
  });

  it('gives the same judgement for the same question', () => {
    const envelopes = [approve('an'), approve('binh'), approve('chi')];
    expect(judge(envelopes)).toEqual(judge(envelopes));
  });
});

import { silencesOf } from '../../../policies/engine/points/points';
import { joinPoints } from '../../../reports/points/join-points';
import { liveText } from '../../../reports/points/live-text';
import { clauseWhereItRuns } from '../../../reports/points/point-sums';
import {
  ACROSS,
  asWritten,
  joined,
  OF_FILES,
  OF_ONE,
  point,
  pointsOf,
  policies,
  said,
  standing,
  WARNS,
} from './points-kit';

const statesOf = (live: ReturnType<typeof joined>, rule: string): readonly string[] => {
  const { synth, plan, admission, live: runs } = pointsOf(live, rule);
  return [synth.state, plan.state, admission.state, runs.state];
};

describe('joinPoints()', () => {
  it('tells what every point says of a rule, sorted, and why one is silent', () => {
    const live = joined();
    expect(live.rules.map(({ rule }) => rule)).toEqual([OF_ONE, WARNS, ACROSS, OF_FILES].toSorted());
    expect(statesOf(live, OF_ONE)).toEqual(['holds', 'holds', 'holds', 'holds']);
    expect(statesOf(live, WARNS)).toEqual(['holds', 'holds', 'silent', 'holds']);
    expect(statesOf(live, ACROSS)).toEqual(['holds', 'silent', 'silent', 'holds']);
    expect(statesOf(live, OF_FILES)).toEqual(['holds', 'silent', 'silent', 'silent']);
    const [, warns, , files] = policies;
    expect(pointsOf(live, OF_FILES).live.why).toEqual(files?.policy.whyNotLive);
    expect(pointsOf(live, WARNS).admission.why).toEqual(warns === undefined ? [] : silencesOf(warns.policy).admission);
    expect(live).toMatchObject({ onlyAsWritten: [], untold: [], findings: [], clusters: ['c1', 'c2'], equal: 3 });
    expect(live.states.live).toMatchObject({ holds: 3, silent: 1, fails: 0 });
    expect(pointsOf(live, OF_ONE).admission.standings.map(({ cluster }) => cluster)).toEqual(['c1', 'c2']);
  });

  it('names a rule that passes as written and fails on a live object, with the object', () => {
    const wrong = said(OF_ONE, { pass: ['c1/Service/a/x'], fail: ['c2/Service/a/y'] });
    const live = joined({ live: point([wrong]) });
    expect(live.onlyAsWritten).toEqual([OF_ONE]);
    expect(live.findings).toEqual([
      { rule: OF_ONE, point: 'live', verdict: 'fail', subject: 'c2/Service/a/y', where: 'spec', got: 'g', want: 'w' },
    ]);
    expect(liveText(live)).toContain(`✘ ${OF_ONE} passes as written, doesn’t hold where it runs`);
  });

  it('names no rule that fails as written already', () => {
    const wrong = [said(OF_ONE, { fail: ['c1/Service/a/x'] }), ...asWritten.slice(1)];
    const live = joined({ live: point(wrong.slice(0, 3)) }, wrong);
    expect(live.onlyAsWritten).toEqual([]);
    expect(statesOf(live, OF_ONE)).toEqual(['fails', 'holds', 'holds', 'fails']);
  });

  it('counts only what was seen: a verdict on the file of another cluster is none', () => {
    const other = said(OF_ONE, { pass: ['c1/Service/a/x', 'c9/Service/a/z'], fail: ['c9/Service/a/w'] });
    const { live, findings } = {
      live: joined({ live: point([other]) }),
      findings: joined({ live: point([other]) }).findings,
    };
    expect(pointsOf(live, OF_ONE).live).toMatchObject({ state: 'holds', counts: { pass: 1, fail: 0 } });
    expect(findings).toEqual([]);
  });

  it.each(['unreached', 'untold', 'missing', 'awaits', 'refused'] as const)(
    'takes an object that is %s for no pass',
    (cause) => {
      const open = point([said(OF_ONE, { pass: ['c1/Service/a/x'] })], {
        unseen: new Map([['c2/Service/a/y', cause]]),
      });
      const live = joined({ plan: open });
      expect(pointsOf(live, OF_ONE).plan).toMatchObject({ state: 'unknown', unseen: [{ cause, count: 1 }] });
      expect(live.untold).toEqual([OF_ONE]);
    },
  );

  it('tells what this delivery doesn’t bring, and holds by the rest; without a rest nothing is known', () => {
    const unseen = new Map([['c2/Service/a/y', 'elsewhere'] as const]);
    const some = joined({ live: point([said(OF_ONE, { pass: ['c1/Service/a/x'] }), said(ACROSS)], { unseen }) });
    expect(pointsOf(some, OF_ONE).live).toMatchObject({ state: 'holds', unseen: [{ cause: 'elsewhere', count: 1 }] });
    const none = joined({ live: point([said(OF_ONE), said(ACROSS)], { unseen }) });
    expect(pointsOf(none, OF_ONE).live.state).toBe('unknown');
  });

  it('knows nothing of a rule across objects while a cluster gives no answer, or nothing is there', () => {
    const unreached = [{ cluster: 'c2', why: 'nobody listens' }];
    const away = joined({ unreached, live: point([said(OF_ONE, { pass: ['c1/Service/a/x'] })], { clusters: ['c1'] }) });
    expect(pointsOf(away, ACROSS).live).toMatchObject({ state: 'unknown', clusters: ['c1'] });
    expect(away.untold).toContain(ACROSS);
    expect(liveText(away)).toContain('? c2 gave no answer (nobody listens)');
    const empty = joined({ live: point([said(OF_ONE), said(ACROSS, { vacuous: 'refused' })]) });
    expect(pointsOf(empty, ACROSS).live.state).toBe('unknown');
  });

  it('says where a rule rests on clusters that nobody asked', () => {
    expect(pointsOf(joined({ leftOut: ['c3'] }), ACROSS).live.why?.en).toMatch(/clusters that nobody asked/);
  });

  it('fails where an API server doesn’t hold the rule, or lets in what breaks it', () => {
    const examples = { refused: 1, refusedByOther: 0, untried: 0, letIn: 1 };
    const one = (bend: Parameters<typeof standing>[1]) =>
      joined({ admission: new Map([[OF_ONE, [standing('c1'), standing('c2', bend)]]]) });
    const absent = one({ standing: 'absent', reasons: ['p is missing'] });
    expect(pointsOf(absent, OF_ONE).admission).toMatchObject({ state: 'fails', counts: { pass: 1, fail: 1 } });
    expect(absent.findings).toMatchObject([{ point: 'admission', subject: 'cluster/c2', got: 'p is missing' }]);
    const letIn = one({ examples });
    expect(pointsOf(letIn, OF_ONE).admission.state).toBe('fails');
    expect(letIn.findings).toMatchObject([{ subject: 'cluster/c2', got: '1 let in', verdict: 'fail' }]);
    expect(pointsOf(one({ standing: 'unknown' }), OF_ONE).admission.state).toBe('unknown');
    expect(pointsOf(joined({ admission: new Map() }), OF_ONE).admission.state).toBe('unknown');
  });

  it('says beside a clause which of its rules don’t hold where they run', () => {
    const live = joined({ live: point([said(OF_ONE, { fail: ['c1/Service/a/x'] }), said(ACROSS)]) });
    expect(clauseWhereItRuns(live, [ACROSS, OF_ONE])).toMatchObject({ rules: [OF_ONE], isFailing: true });
    expect(clauseWhereItRuns(live, [OF_FILES])).toBeUndefined();
    expect(clauseWhereItRuns(undefined, [OF_ONE])).toBeUndefined();
  });

  it('refuses rules that nobody evaluated', () => {
    expect(() => joinPoints({ results: [] }, policies, { ...answers })).toThrow(/was not evaluated/);
  });
});

const answers = {
  day: '2026-10-01',
  clusters: [],
  unreached: [],
  leftOut: [],
  compared: 0,
  departed: [],
  plan: point([]),
  live: point([]),
  admission: new Map(),
};

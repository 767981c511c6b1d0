import fc from 'fast-check';
import { fail, pass, unknown, type Judgement } from '../../../policies/define-policy';
import type { ReportSource } from '../../../reports/define-format';
import { POINTS_MAX, shownPlaces, type EarlierJudgement, type History } from '../../../reports/history/history';
import { trendsOf, type Trends } from '../../../reports/history/trends';
import { clauseStates } from '../../../reports/report';
import { earlierOf, filesOf, historyOf, judged, longHistory } from './history-kit';

const [bad, maybe] = [fail('w', 'g', 'n'), unknown('w', 'g', 'n')];

/** Judgements of many kinds; making one takes a while. */
const SOURCES: readonly ReportSource[] = (
  [
    [[], [], 'p01'],
    [[pass, pass], [pass], 'p01'],
    [[bad, pass, bad], [pass], 'p01'],
    [[pass], [maybe, maybe, pass], 'elsewhere'],
    [[bad], [maybe, bad], 'p01'],
    [[bad, bad, bad, bad], [], ''],
  ] as const satisfies readonly (readonly [readonly Judgement[], readonly Judgement[], string])[]
).map(([first, second, tenant]) => judged({ 'a/b': first, 'a/c': second }, tenant));

const source = fc.constantFrom(...SOURCES);
const day = fc
  .integer({ min: 0, max: 270 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const chain = fc
  .array(fc.tuple(source, day), { minLength: 1, maxLength: 5 })
  .map((given) => given.map(([one, deployed], index) => earlierOf(one, { deployed, sequence: index + 1 })));

function trends(history: History, now: ReportSource): Trends {
  const { view, policies, evaluation, report } = now;
  return trendsOf(history, { view, policies, results: evaluation.results, counts: report.counts, report });
}

function historyOfAll([first, ...later]: readonly EarlierJudgement[]): History {
  if (first === undefined) throw new Error('no history was given');
  return historyOf(first, ...later);
}

const run = { numRuns: 60 };

describe('trends', () => {
  it('are the same in whatever order bundles come', () => {
    fc.assert(
      fc.property(chain, source, (points, now) => {
        const history = historyOfAll(points);
        expect(trends({ ...history, points: points.toReversed() }, now)).toEqual(trends(history, now));
      }),
      run,
    );
  });

  it('end with what the report says', () => {
    fc.assert(
      fc.property(chain, source, (points, now) => {
        const { report } = now;
        const { points: told, clauses, agencies } = trends(historyOfAll(points), now);
        const last = told.at(-1);
        expect(last).toMatchObject({
          bundle: undefined,
          judged: report.today,
          counts: report.counts,
          clauseStates: report.clauseStates,
          open: report.findings.length,
          evaluationsDigest: report.evaluationsDigest,
        });
        const states = report.instruments.flatMap((one) => one.clauses).map(({ id, state }) => [id, state]);
        expect(new Map(clauses.map(({ id, states: all }) => [id, all.at(-1)]))).toEqual(
          new Map(states as [string, string][]),
        );
        const open = report.findings.filter(({ tenant }) => tenant === 'p01').length;
        expect(agencies.find(({ id }) => id === 'p01')?.open.at(-1) ?? 0).toBe(open);
      }),
      run,
    );
  });

  it('are level where every bundle says the same', () => {
    fc.assert(
      fc.property(source, fc.array(day, { minLength: 1, maxLength: 5 }), (now, days) => {
        const points = days.map((deployed, index) => earlierOf(now, { deployed, sequence: index + 1 }));
        const { points: told, clauses, agencies } = trends(historyOfAll(points), now);
        const numbers = told.map(({ counts, clauseStates: states, open, agencies: many, exceptions }) => ({
          counts,
          states,
          open,
          many,
          exceptions,
        }));
        expect(numbers).toEqual(numbers.map(() => numbers[0]));
        for (const { states } of clauses) expect(new Set(states).size).toBe(1);
        for (const { open, excused } of agencies) expect([new Set(open).size, new Set(excused).size]).toEqual([1, 1]);
      }),
      run,
    );
  });

  it('count at each point every clause once and every finding at its agency', () => {
    fc.assert(
      fc.property(chain, source, (points, now) => {
        const { points: told, clauses, agencies } = trends(historyOfAll(points), now);
        told.forEach((point, index) => {
          expect(clauseStates.reduce((sum, state) => sum + point.clauseStates[state], 0)).toBe(clauses.length);
          for (const state of clauseStates)
            expect(clauses.filter(({ states }) => states[index] === state)).toHaveLength(point.clauseStates[state]);
          expect(agencies.reduce((sum, { open }) => sum + (open[index] ?? 0), 0)).toBe(point.open);
          expect(agencies.filter(({ open }) => (open[index] ?? 0) > 0)).toHaveLength(point.agencies);
        });
      }),
      run,
    );
  });

  it('never go back in time, whatever days bundles state', () => {
    const now = judged({ 'a/b': [pass] });
    const points = ['2026-05-01', '2026-04-01', '2027-01-01'].map((deployed, index) =>
      earlierOf(now, { deployed, sequence: index + 1 }),
    );
    const told = trends(historyOfAll(points), now).points;
    expect(told.map(({ from }) => from)).toEqual(['2026-05-01', '2026-05-01', '2027-01-01', '2027-01-01']);
    const page = filesOf({ ...now, since: historyOfAll(points) }).get('en/history.html');
    expect(page).toContain('A bundle states an earlier day than the one before it');
    expect(filesOf(longHistory()).get('en/history.html')).not.toContain('states an earlier day');
  });

  it('say how many bundles are not shown, and where the chain begins', () => {
    const now = judged({ 'a/b': [pass] });
    const history = historyOf(earlierOf(now, { sequence: 41 }), earlierOf(now, { sequence: 90 }));
    const page = filesOf({ ...now, since: { ...history, bundles: 50 } }).get('en/history.md');
    expect(page).toContain(
      '50 bundles of evidence are verified; 2 are shown: the first, the last, and evenly between.',
    );
    expect(page).toContain('The chain begins with bundle 41; those before it were not given.');
  });
});

describe('the bundles that are shown', () => {
  it('are all of a short chain, and of a long one the first, the last and evenly between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (bundles) => {
        const places = [...shownPlaces(bundles)].toSorted((a, b) => a - b);
        expect([places.length, places[0], places.at(-1)]).toEqual([Math.min(bundles, POINTS_MAX), 0, bundles - 1]);
        const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
        expect(Math.max(0, ...gaps) - Math.min(...gaps, ...(gaps.length === 0 ? [0] : []))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

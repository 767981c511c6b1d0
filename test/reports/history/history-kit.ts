import { fail, pass, unknown, type Judgement } from '../../../policies/define-policy';
import type { ReportSource } from '../../../reports/define-format';
import type { EarlierJudgement, History } from '../../../reports/history/history';
import { openByAgency, standOf } from '../../../reports/history/stand';
import historyFormat from '../../../reports/formats/history';
import { rule, sourceOf } from '../report-kit';

/** What rules say of subjects of one agency, as a report has it. */
export function judged(rules: Readonly<Record<string, readonly Judgement[]>>, tenant = 'p01'): ReportSource {
  const subjects = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `subject-${index}`, tenant }));
  const named = Object.entries(rules).map(
    ([id, said]) => [id, rule('d331-30.8', said, { subjects: () => subjects(said.length) })] as const,
  );
  return sourceOf(Object.fromEntries(named));
}

/** The same judgement as the bundle of an earlier deploy tells it. */
export function earlierOf(
  { report, evaluation }: ReportSource,
  bend: Partial<EarlierJudgement> = {},
): EarlierJudgement {
  const { today, assemblyDigest, bundleDigest, evaluationsDigest } = report;
  const { results } = evaluation;
  return {
    bundle: 'b.tar',
    sequence: 1,
    root: '0'.repeat(64),
    deployed: today,
    today,
    assemblyDigest,
    bundleDigest,
    evaluationsDigest,
    ...standOf(results),
    open: openByAgency(results),
    ...bend,
  };
}

/** A chain of earlier judgements, in their order. */
export function historyOf(first: EarlierJudgement, ...later: readonly EarlierJudgement[]): History {
  const points = [first, ...later];
  const newest = points.at(-1) ?? first;
  return { environment: 'test', bundles: points.length, isWhole: first.sequence === 1, newest, points };
}

/** The files that tell a history, by path. */
export function filesOf(source: ReportSource): ReadonlyMap<string, string> {
  return new Map([...historyFormat.files(source)].map(({ path, content }) => [path, String(content)]));
}

const [bad, maybe] = [fail('w', 'g', 'n'), unknown('w', 'g', 'n')];

/** What two rules said before seven deploys, and what they say today. */
const SAID: readonly (readonly [string, readonly Judgement[], readonly Judgement[]])[] = [
  ['2026-01-05', [pass, pass, bad], [pass]],
  ['2026-02-20', [pass, pass, bad], [pass]],
  ['2026-02-20', [pass, bad, bad], [pass, pass]],
  ['2026-04-01', [pass, pass, pass], [pass, pass]],
  ['2026-06-11', [pass, pass, pass], [pass, pass, pass]],
  ['2026-06-12', [bad, maybe, pass], [bad, pass, pass]],
  ['2026-09-13', [pass, pass, pass], [pass, pass, pass]],
  ['2026-10-01', [pass, bad, bad, pass, pass], [maybe, pass, pass]],
];

/** A report of today with seven bundles before it. */
export function longHistory(): ReportSource {
  const sources = SAID.map(([, first, second]) => judged({ 'a/b': first, 'a/c': second }));
  const points = sources
    .slice(0, -1)
    .map((source, index) => earlierOf(source, { sequence: index + 1, deployed: SAID[index]?.[0] ?? '' }));
  const [first, now] = [points[0], sources.at(-1)];
  if (first === undefined || now === undefined) throw new Error('no history was given');
  return { ...now, since: historyOf(first, ...points.slice(1)) };
}

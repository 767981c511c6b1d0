import type { Attestation } from '../../../../model/attestations/attestation';
import type { PolicyResult } from '../../../../policies/evaluation';
import { buildReport } from '../../../../reports/build-report';
import type { ReportSource } from '../../../../reports/define-format';
import { joinPoints } from '../../../../reports/points/join-points';
import { subjectsOf } from '../../../../reports/points/object-point';
import { earlierOf, historyOf } from '../../history/history-kit';
import { hostileSource } from '../../hostile/hostile-source';
import { policies as kinds, point, standing } from '../../points/points-kit';

/** Every kind of row, by texts that act on nobody: records of every outcome, clusters that were asked, a chain of bundles. */
export function fullSource(): ReportSource {
  const source = hostileSource(['astral', 'marks']);
  const live = askedOf(source);
  const attestations = (source.attestations ?? []).flatMap((one) => [one, ...metOf(one)]);
  const input = { ...source, live, attestations };
  return { ...input, report: buildReport(input), since: chainOf(source) };
}

/** Records of two other systems by which a duty of every year was met: one counts for long, one ends within a month. */
function metOf(record: Attestation): readonly Attestation[] {
  const days = { 'procedures-p01': '2026-09-15', 'land-database': '2026-07-15' };
  return Object.entries(days).map(([id, doneOn]) => ({
    ...record,
    id: `${record.id}-${id}`,
    subject: { kind: 'system', id },
    control: 'tcvn-14423-3.11.2.1a-restore-test',
    doneOn,
    signedAt: `${doneOn}T00:00:00Z`,
    outcome: 'met',
    open: [],
  }));
}

/** What two clusters say: the rules act where those of the kit do, an object departs, one rule doesn't hold any more. */
function askedOf({ evaluation: { results }, policies }: ReportSource): ReportSource['live'] {
  const kindOf = (index: number) => kinds[index % kinds.length]?.policy;
  const named = policies.map(({ id, policy }, index) => ({ id, policy: kindOf(index) ?? policy }));
  const ids = results.flatMap(subjectsOf);
  const [lost = '', hidden = '', ...seen] = [...new Set(ids)].toSorted();
  const seesMost = {
    seen: new Set(seen),
    unseen: new Map([
      [lost, 'missing'],
      [hidden, 'pulled'],
    ] as const),
  };
  const [first, , , , last] = policies.map(({ id }) => id);
  return joinPoints({ results }, named, {
    day: '2026-10-01',
    clusters: ['c2', 'c1'],
    unreached: [{ cluster: 'c2', why: 'c2' }],
    leftOut: ['c3'],
    compared: 1_203,
    departed: [lost, hidden].map((id) => ({ id, kind: 'different', fields: [id] })),
    plan: point(results, seesMost),
    live: point(results.map(turnedOver), seesMost),
    admission: new Map([
      [
        first ?? '',
        [standing('c1'), standing('c2', { examples: { refused: 1_100, refusedByOther: 0, untried: 2, letIn: 3 } })],
      ],
      [last ?? '', [standing('c1', { standing: 'departed', reasons: [lost], examples: undefined })]],
    ]),
  });
}

/** A rule against which nothing stood, with everything against it. */
function turnedOver(result: PolicyResult): PolicyResult {
  const { policy, pass, fail } = result;
  if (fail.length > 0) return result;
  return {
    ...result,
    pass: [],
    fail: pass.map((subject) => ({ policy, subject, where: '', got: 'g', want: 'w', value: 'v' })),
  };
}

/** Findings that were left before each of the bundles; more steps than a small line tells. */
const LEFT = [0, 3, 1, 1, 4, 2, 5, 0, 6, 1, 7];

function chainOf(source: ReportSource): ReportSource['since'] {
  const [first, ...later] = LEFT.map((left, index) => {
    const results = source.evaluation.results.map((one) => ({ ...one, fail: one.fail.slice(0, left) }));
    const earlier = { ...source, evaluation: { ...source.evaluation, results } };
    return earlierOf(earlier, { sequence: index + 1, deployed: `2026-09-${10 + index}` });
  });
  if (first === undefined) throw new Error('no bundle was given');
  return historyOf(first, ...later);
}

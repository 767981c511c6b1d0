import { controls } from '../../model/controls/control';
import { groupBy } from '../../model/group-by';
import type { Text } from '../../model/text';
import { policyCatalog } from '../../policies/catalog';
import { points, silencesOf, type Point } from '../../policies/engine/points/points';
import type { NamedPolicy } from '../../policies/evaluation';
import { markdownPage, markdownTable } from './markdown';

/** The matrix of policies and points, then of clauses and points: where each acts, and why not elsewhere. */
export function coveragePage(): string {
  const rows = policyCatalog.map((one) => policyRow(one));
  return markdownPage('Where each rule acts', [
    'A rule on one object is a tree: it acts on the assembly (synth), on a Terraform plan, at admission as CEL in every cluster of tenants, and on what stands there (live). A rule that looks across objects acts where all of them can be seen. `–` says that a point stays silent; the reasons stand below.',
    countTable(),
    '## Rules',
    markdownTable(['Rule', 'Force', ...points], rows),
    '## Why a point stays silent',
    reasonTable(),
    '## Clauses',
    'How many rules answer for each clause, and at which points. A clause without a rule is answered by a dated record or a procedure; `docs/reference/controls.md` and the report say which.',
    markdownTable(['Clause', 'Yêu cầu', 'Rules', ...points], clauseRows()),
  ]);
}

const policiesByControl = new Map(
  [
    ...groupBy(
      policyCatalog.flatMap((one) => one.policy.controls.map((control) => ({ control, one }))),
      ({ control }) => control,
    ),
  ].map(([control, list]) => [control, list.map(({ one }) => one)] as const),
);

function policyRow({ id, policy }: NamedPolicy): readonly string[] {
  const silences = silencesOf(policy);
  return [`\`${id}\``, policy.force, ...points.map((point) => (silences[point] === undefined ? 'yes' : '–'))];
}

function acting(policies: readonly NamedPolicy[], point: Point): number {
  return policies.filter(({ policy }) => silencesOf(policy)[point] === undefined).length;
}

function countTable(): string {
  const everywhere = policyCatalog.filter(({ policy }) =>
    points.every((point) => silencesOf(policy)[point] === undefined),
  );
  const counts = points.map((point) => [point, String(acting(policyCatalog, point))]);
  return markdownTable(
    ['Point', 'Rules that act'],
    [...counts, ['all four', String(everywhere.length)], ['rules in all', String(policyCatalog.length)]],
  );
}

function reasonTable(): string {
  const silent = policyCatalog.flatMap(({ id, policy }) =>
    points.flatMap((point) => {
      const reason = silencesOf(policy)[point];
      return reason === undefined ? [] : [{ id, point, reason }];
    }),
  );
  const byReason = groupBy(silent, ({ point, reason }) => `${point}: ${reason.en}`);
  const rows = [...byReason].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => reasonRow(list));
  return markdownTable(['Point', 'Lý do', 'Reason', 'Rules'], rows);
}

interface Silent {
  readonly id: string;
  readonly point: Point;
  readonly reason: Text;
}

function reasonRow(list: readonly Silent[]): readonly string[] {
  const [first] = list;
  const few = list.length > 3 ? `${list.length} rules` : list.map(({ id }) => `\`${id}\``).join(', ');
  return [first?.point ?? '', first?.reason.vi ?? '', first?.reason.en ?? '', few];
}

function clauseRows(): readonly (readonly string[])[] {
  return controls.map(({ id, title }) => {
    const answering = policiesByControl.get(id) ?? [];
    const counts = points.map((point) => (answering.length === 0 ? '' : String(acting(answering, point))));
    return [`\`${id}\``, title.vi, String(answering.length), ...counts];
  });
}

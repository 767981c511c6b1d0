import type { LegalReport } from '../../reports/legal/legal-report';
import { aligned } from './golden-tables';

/** The headline numbers of the yearly report: of the nation, then of each owner. */
export function legalTable({ period, totals, owners, leftOut }: LegalReport): string {
  const { from, through, toOwnerBefore, toMinistryBefore } = period;
  const { plans, requirements, ...counts } = totals;
  const rows = (record: Readonly<Record<string, number>>): readonly (readonly string[])[] =>
    Object.entries(record).map(([name, count]) => [name, String(count)]);
  const each = owners.map((one) => [
    one.id,
    String(one.totals.systems),
    String(one.totals.approved),
    ...Object.values(one.totals.plans).map(String),
    String(one.totals.requirements.holds),
    String(one.totals.requirements.fails + one.totals.requirements.unknown + one.totals.requirements.excepted),
  ]);
  return [
    aligned([
      ['data from', from],
      ['data through', through],
      ['to the owner before', toOwnerBefore],
      ['to the ministry before', toMinistryBefore],
    ]),
    aligned([['systems', 'number'], ...rows(counts)]),
    aligned([['implementation of plans', 'systems'], ...rows(plans)]),
    aligned([['requirements', 'number'], ...rows(requirements), ['left out, not in force', String(leftOut)]]),
    aligned([['owner', 'systems', 'approved', ...Object.keys(plans), 'proved', 'against'], ...each]),
  ].join('\n');
}

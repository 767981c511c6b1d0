import type { Attestation } from '../../model/attestations/attestation';
import { dueRows, type DueRow } from '../../model/attestations/due';
import type { DutyModel } from '../../model/attestations/duty';
import { groupBy } from '../../model/group-by';
import type { ClauseAttestation, ReportClause, ReportDue, ReportInstrument } from '../report';

/** What the records say, joined with the law. */
export interface ReportedDuties {
  readonly attestations: readonly Attestation[];
  /** Every duty, sorted by control, then subject, then half. */
  readonly due: readonly ReportDue[];
  /** The instruments that were given; each clause that binds somebody to attest says how far that is done. */
  readonly instruments: readonly ReportInstrument[];
}

/** Records and law to join, as they stand on a day. */
export interface DueInput {
  readonly model: DutyModel;
  readonly attestations: readonly Attestation[];
  readonly instruments: readonly ReportInstrument[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Joins the duties of an environment with the records on them; adds no judgement of its own. */
export function reportDue({ model, attestations, instruments, today }: DueInput): ReportedDuties {
  const rows = dueRows(model, attestations, today);
  const byControl = groupBy(rows, ({ control }) => control);
  return {
    attestations,
    due: rows.map(plainRow),
    instruments: instruments.map((one) => ({
      ...one,
      clauses: one.clauses.map((clause) => withAttested(clause, byControl.get(clause.id))),
    })),
  };
}

/** A row that names its records instead of holding them. */
export function plainRow({ last, met, ...row }: DueRow): ReportDue {
  return { ...row, last: last?.id, met: met?.id };
}

function withAttested(clause: ReportClause, rows: readonly DueRow[] | undefined): ReportClause {
  return rows === undefined ? clause : { ...clause, attested: countRows(rows) };
}

function countRows(rows: readonly DueRow[]): ClauseAttestation {
  const of = (state: DueRow['state']): number => rows.filter((row) => row.state === state).length;
  const good = rows.filter(({ state }) => state === 'attested');
  return {
    duties: rows.length,
    attested: good.length,
    notMet: of('not-met'),
    overdue: of('overdue'),
    never: of('never'),
    through: good.flatMap(({ due }) => due ?? []).toSorted()[0],
    roles: [...new Set(good.flatMap(({ met }) => met?.role ?? []))].toSorted(),
  };
}

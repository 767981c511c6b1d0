import { compareText } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import type { AttestedSubject } from '../../../model/attestations/attestation';
import type { DutyState } from '../../../model/attestations/due';
import { countDutyStates } from '../../due/duty-groups';
import type { ReportDue } from '../../report';

/** How many duties of one thing are in which state. */
export interface DutyFigures extends Readonly<AttestedSubject> {
  readonly states: Readonly<Record<DutyState, number>>;
}

/** What the duties of two things tell apart: no kind holds a blank. */
export function dutyKey({ kind, id }: AttestedSubject): string {
  return `${kind} ${id}`;
}

/** The duties of each thing that has some, by state; sorted by kind, then id. */
export function dutyFigures(due: readonly ReportDue[]): readonly DutyFigures[] {
  return [...groupBy(due, ({ subject }) => dutyKey(subject))]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      return [{ kind: first.subject.kind, id: first.subject.id, states: countDutyStates(own) }];
    });
}

/** Whether a duty has anything to show beside its clause: a day, or a record. */
export function hasDayOrRecord({ due, last }: Pick<ReportDue, 'due' | 'last'>): boolean {
  return due !== undefined || last !== undefined;
}

import { isAttestable } from '../../attestations/duty';
import { legalPeriodDays } from '../../attestations/rhythm';
import { complain, type BuildInput, type Report } from '../../build/build-input';
import { findControl } from '../../controls/control';
import { reportDuplicates } from '../report-duplicates';

/** Checks that declared periods are about duties, one each, that they declare something, and never stretch the law. */
export function checkPeriods({ facts }: BuildInput, report: Report): void {
  const all = [...facts.attestationPeriods.values()];
  reportDuplicates(
    report,
    all.map(({ file, value }) => ({ key: value.control, at: [file, 'control'] })),
    'declared duty',
  );
  for (const { file, value } of all) {
    const control = findControl(value.control);
    const law = legalPeriodDays(control);
    if (control.automation.kind === 'rule' || !isAttestable(control) || isDated(control))
      complain(report, [file, 'control'], {
        code: 'period-of-no-duty',
        what: 'a rule or a date of the law answers the control, or nobody is bound by it any more',
        got: value.control,
        want: 'a control in force that a dated record or people must answer, and for which the law sets no day',
        next: 'remove the file, or correct the id',
      });
    if (value.days === undefined && value.from === undefined)
      complain(report, [file], {
        code: 'period-says-nothing',
        what: 'the file declares neither a period nor a start',
        got: 'no days, no from',
        want: 'days, from, or both',
        next: 'say how often, or from when',
      });
    if (law !== undefined && value.days !== undefined && value.days > law)
      complain(report, [file, 'days'], {
        code: 'period-longer-than-law',
        what: 'the period is longer than the law allows',
        got: `${value.days} days`,
        want: `at most ${law} days`,
        next: 'shorten it, or leave days out',
      });
  }
}

function isDated({ dueOn, dueYearly }: { readonly dueOn?: string; readonly dueYearly?: string }): boolean {
  return dueOn !== undefined || dueYearly !== undefined;
}

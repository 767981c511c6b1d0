import type { Copy } from '../../model/tenancy/backup';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { coverageFault, madeCopies, type MadeCopy } from './copies/made-copies';
import { plannedSystems, type PlannedSystem } from './copies/planned-systems';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** Twin of `checkBackups` over the facts: the same plan, as schedules in the cluster carry it out. */
export default definePolicy({
  title: {
    vi: 'Mọi bản sao đã khai báo của hệ thống có lịch sao lưu bao gồm mọi không gian tên và đủ dày, đủ lâu',
    en: 'Every declared copy of a system has a schedule that takes every namespace, often and long enough',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a', 'tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Bản sao chỉ có trên giấy, thiếu một vùng hoặc cũ hơn mục tiêu khôi phục thì khi sự cố xảy ra dữ liệu mất thật.',
    en: 'A copy that exists on paper alone, misses a zone or is older than the recovery objective loses data for real.',
  },
  fix: {
    vi: 'Sinh lại tệp cấu hình từ dữ kiện, hoặc sửa kế hoạch sao lưu của hệ thống.',
    en: 'Synthesize again from the facts, or correct the system’s backup plan.',
  },
  subjects: (context) => plannedSystems(context),
  check(subject, { view }) {
    if (subject.plan === undefined) return fail('backup', 'no plan', 'a plan, or who manages the backup elsewhere');
    if (subject.copies.length === 0) return fail('backup.copies', 'the primary alone', 'at least one copy');
    const made = madeCopies(view, subject.of);
    const judgements = subject.copies.map((copy) => judgeCopy(view, subject, { copy, made }));
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function judgeCopy(
  view: AssemblyView,
  subject: PlannedSystem,
  { copy, made }: { copy: Copy; made: readonly MadeCopy[] },
): Judgement {
  const where = `${copy.site}/${copy.medium}`;
  const judgements = made
    .filter((one) => one.site === copy.site && one.medium === copy.medium)
    .map((one) => coverageFault(view, subject.of, one.schedule) ?? judgeTimes(subject, one));
  return judgements.find((one) => one.verdict === 'pass') ?? judgements[0] ?? fail(where, 'no schedule', 'a schedule');
}

function judgeTimes({ of: { recovery }, plan }: PlannedSystem, { schedule }: MadeCopy): Judgement {
  const { name } = schedule.resource;
  const most = Math.min(plan?.everyMinutes ?? recovery.rpoMinutes, recovery.rpoMinutes);
  const least = plan?.retentionDays ?? 0;
  const [gap, days] = [schedule.everyMinutes, schedule.retentionDays];
  if (gap === undefined)
    return unknown(`${name}: spec.schedule`, 'a gap that can’t be told', `at most ${most} minutes`);
  if (gap > most) return fail(`${name}: spec.schedule`, `a gap of ${gap} minutes`, `at most ${most} minutes`);
  if (days === undefined) return unknown(`${name}: spec.template.ttl`, 'not said', `at least ${least} days`);
  return days < least ? fail(`${name}: spec.template.ttl`, `${days} days`, `at least ${least} days`) : pass;
}

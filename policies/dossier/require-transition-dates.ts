import { findControl } from '../../model/controls/control';
import { daysBetween } from '../../model/controls/days-between';
import { printCount } from '../../model/print-count';
import { reached } from '../../model/tenancy/dossier';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Counts the days to the transition dates; it warns, since a date ahead isn't yet a breach. */
export default definePolicy({
  title: {
    vi: 'Hồ sơ được phê duyệt trước 31/12/2026 và biện pháp đáp ứng trước 30/6/2027',
    en: 'Dossiers are approved by 31 December 2026 and measures met by 30 June 2027',
  },
  force: 'warn',
  controls: ['d331-39.1-approval', 'd331-39.1-measures', 'law-116-45.1'],
  why: {
    vi: 'Hai mốc chuyển tiếp của Nghị định 331/2026 không lùi được; biết còn bao nhiêu ngày thì mới kịp.',
    en: 'The two transition dates of Decree 331/2026 don’t move; knowing the days left is what makes them reachable.',
  },
  fix: {
    vi: 'Hoàn thành thẩm định, phê duyệt, rồi đánh giá sẵn sàng trước các mốc.',
    en: 'Finish appraisal and approval, then the readiness assessment, before the dates.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: { dossier } }, { today }) {
    const step = reached(dossier.state, 'approved') ? 'ready' : 'approved';
    if (reached(dossier.state, step)) return pass;
    const due = findControl(step === 'ready' ? 'd331-39.1-measures' : 'd331-39.1-approval').dueOn;
    const days = due === undefined ? undefined : daysBetween(today, due);
    if (due === undefined || days === undefined) return unknown('dossier.state', dossier.state, `${step} in time`);
    const left = days < 0 ? `${printCount(-days, 'day')} late` : `${printCount(days, 'day')} left`;
    return fail('dossier.state', `${dossier.state}, ${left}`, `${step} by ${due}`);
  },
});

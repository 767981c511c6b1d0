import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';
import { dossierSteps } from './steps/dossier-steps';

export default definePolicy({
  title: {
    vi: 'Các bước của hồ sơ cấp độ có ngày, đúng thứ tự pháp lý, không ở tương lai',
    en: 'The steps of a level dossier have their dates, stand in their legal order, and don’t lie ahead',
  },
  force: 'block',
  controls: ['d331-22.3-identity', 'd331-23.2', 'd331-28.3', 'd331-30.6'],
  why: {
    vi: 'Hồ sơ có bước thiếu ngày hoặc đảo thứ tự không chứng minh được đã thẩm định trước khi phê duyệt.',
    en: 'A dossier with a missing or swapped date can’t show that it was appraised before it was approved.',
  },
  fix: {
    vi: 'Ghi đủ ngày của từng bước đã qua, hoặc sửa trạng thái.',
    en: 'Write the date of every step that lies behind, or correct the state.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: { dossier } }, { today }) {
    let last = { state: 'draft', date: '' };
    for (const { state, field, date, behind } of dossierSteps(dossier)) {
      const where = `dossier.${field}`;
      if (!behind && date !== undefined)
        return fail(where, `${date}, state ${dossier.state}`, 'no date ahead of the state');
      if (!behind) continue;
      if (date === undefined) return fail(where, `none, state ${dossier.state}`, 'the date of the step');
      if (date < last.date) return fail(where, `${date}, ${last.state} on ${last.date}`, `${last.date} or later`);
      if (date > today) return fail(where, date, `${today} or earlier`);
      last = { state, date };
    }
    return pass;
  },
});

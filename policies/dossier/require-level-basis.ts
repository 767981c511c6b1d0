import { tryFindControl } from '../../model/controls/control';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Twin of `dossier/require-level-criteria`: a level may be higher than a criterion asks, but then another gives it. */
export default definePolicy({
  title: {
    vi: 'Cấp độ của hệ thống có căn cứ: tiêu chí được nêu đúng là tiêu chí của cấp độ đó',
    en: 'the level of a system has its ground: a criterion that it cites is one of that level',
  },
  force: 'block',
  controls: [
    'd331-22.4',
    'd331-11',
    'd331-12',
    'd331-13',
    'd331-13.2b',
    'd331-14',
    'd331-15',
    'd331-15.2',
    'd331-15.3',
  ],
  why: {
    vi: 'Hồ sơ nêu sai điều khoản thì bị trả lại, và hệ thống không được vận hành.',
    en: 'A dossier that cites the wrong article is sent back, and the system may not operate.',
  },
  fix: {
    vi: 'Ghi vào levelBasis tiêu chí (Điều 11 đến 15) của cấp độ đã khai báo.',
    en: 'Write the criterion (Articles 11 to 15) of the declared level into levelBasis.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems),
  check({ of: { level, levelBasis } }) {
    const grounds = levelBasis.map((id) => tryFindControl(id));
    const stray = levelBasis.find((id, index) => grounds[index] === undefined || !/^d331-1[1-5](?:\.|$)/.test(id));
    if (stray !== undefined) return fail('levelBasis', stray, 'criteria of Articles 11 to 15');
    return grounds.some((one) => one?.levels.includes(level) === true)
      ? pass
      : fail('levelBasis', levelBasis.length === 0 ? 'none' : levelBasis.join(', '), `a criterion of level ${level}`);
  },
});

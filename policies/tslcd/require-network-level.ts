import type { Level } from '../../model/level';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

const NETWORK = 'tslcd-network';
const LEVEL_MIN: Level = 4;

export default definePolicy({
  title: {
    vi: 'Hệ thống vận hành mạng truyền số liệu chuyên dùng ở cấp độ 4 trở lên',
    en: 'systems that run the dedicated network are at level 4 or above',
  },
  force: 'block',
  controls: ['qd33-level'],
  why: {
    vi: 'Mạng phục vụ toàn quốc, suốt ngày đêm; khai thấp hơn thì thiếu giám sát 24/7 và dự phòng.',
    en: 'The network serves the whole country around the clock; a lower level lacks its watch and standby.',
  },
  fix: { vi: 'Nâng cấp độ của hệ thống, kèm căn cứ.', en: 'Raise the level of the system, with its ground.' },
  mayBeVacuous: {
    vi: 'Quốc gia nhỏ có thể không tự vận hành mạng này.',
    en: 'A small nation may not run this network itself.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems.filter((one) => one.programme.includes(NETWORK))),
  check: ({ of: { level } }) => (level >= LEVEL_MIN ? pass : fail('level', String(level), `at least ${LEVEL_MIN}`)),
});

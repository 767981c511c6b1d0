import { levelRules } from '../../model/level';
import { distanceKm } from '../../model/site/distance';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Địa điểm dự phòng của hệ thống cấp độ 5 cách địa điểm chính ít nhất 30 km',
    en: 'The standby site of a level-5 system stands at least 30 km from home',
  },
  force: 'block',
  controls: ['tcvn-14423-7.12.2.2a-standby-site'],
  why: {
    vi: 'Hai địa điểm gần nhau cùng chịu một thảm họa thì dự phòng không còn là dự phòng.',
    en: 'When one disaster takes both sites, the standby was none.',
  },
  fix: {
    vi: 'Chọn trung tâm dữ liệu dự phòng xa hơn, hoặc sửa tọa độ.',
    en: 'Choose a standby data center farther away, or correct the coordinates.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có hệ thống cấp độ 5.', en: 'A nation may have no level-5 system.' },
  subjects: ({ view }) =>
    systemSubjects(view.model.systems.filter(({ level }) => levelRules[level].standbyDistanceKmMin > 0)),
  check({ of: { level, placements } }, { view }) {
    const least = levelRules[level].standbyDistanceKmMin;
    const [home, standby] = (['home', 'standby'] as const).map((role) => {
      const site = view.model.trySite(placements.find((one) => one.role === role)?.site ?? '');
      return site?.kind === 'national-data-center' ? site : undefined;
    });
    if (home === undefined) return fail('placements', 'no home data center', 'a national data center');
    if (standby === undefined) return fail('placements', 'no standby data center', `one at least ${least} km away`);
    const distance = distanceKm(home.fact.location, standby.fact.location);
    return distance >= least ? pass : fail('placements', `${distance} km to ${standby.id}`, `at least ${least} km`);
  },
});

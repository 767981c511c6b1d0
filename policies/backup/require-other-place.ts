import { levelRules } from '../../model/level';
import { distanceKm } from '../../model/site/distance';
import type { Site } from '../../model/site/site';
import { definePolicy, fail, pass } from '../define-policy';
import { soundCopies } from './copies/made-copies';
import { homeSite, plannedSystems } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Hệ thống cấp độ 5 có bản sao ở vị trí địa lý khác, cách ít nhất 30 km',
    en: 'A level-5 system has a copy in another geographic place, at least 30 km away',
  },
  force: 'block',
  controls: ['tcvn-14423-7.11.2.4b', 'tcvn-14423-7.12.2.2a-standby-site'],
  why: {
    vi: 'Hai địa điểm gần nhau cùng chịu một trận lũ, một lần mất điện vùng.',
    en: 'Two sites near each other share a flood and a regional power cut.',
  },
  fix: {
    vi: 'Chọn địa điểm của bản sao cách địa điểm chính ít nhất 30 km.',
    en: 'Choose a site for the copy at least 30 km from home.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống cấp độ 5 mà ta sao lưu.',
    en: 'A nation may have no level-5 system whose copies are ours.',
  },
  subjects: (context) => plannedSystems(context, 5),
  check({ of: system }, { view }) {
    const least = levelRules[system.level].standbyDistanceKmMin;
    const home = locationOf(view.model.trySite(homeSite(system)));
    if (home === undefined) return fail('placements', 'no home site with coordinates', 'a data center of the model');
    const distances = soundCopies(view, system)
      .map((one) => (one.site === undefined ? undefined : locationOf(view.model.trySite(one.site))))
      .filter((one) => one !== undefined)
      .map((one) => distanceKm(home, one));
    if (distances.length === 0) return fail('backup.copies', 'no sound copy at a known place', `${least} km away`);
    const farthest = Math.max(...distances);
    return farthest >= least ? pass : fail('backup.copies', `${farthest} km away`, `at least ${least} km`);
  },
});

function locationOf(site: Site | undefined) {
  return site !== undefined && 'fact' in site ? site.fact.location : undefined;
}

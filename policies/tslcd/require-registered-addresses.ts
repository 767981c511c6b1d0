import { parseCidr } from '../../model/address/cidr';
import { findParameter } from '../../model/controls/control';
import type { Site } from '../../model/site/site';
import { definePolicy, fail, pass } from '../define-policy';
import { assemblySubject } from '../subjects';

const REVIEW_DAYS_MAX = findParameter('tt19-registration', 'addressReviewDaysMax');
const DAY_MS = 86_400_000;

export default definePolicy({
  title: {
    vi: 'Địa chỉ của quốc gia được đăng ký, rà soát trong một năm qua, và không địa điểm nào trùng địa điểm nào',
    en: 'the nation’s addresses are registered, were reviewed within a year, and no site overlaps another',
  },
  force: 'block',
  controls: ['tt19-registration'],
  why: {
    vi: 'Hai địa điểm trùng địa chỉ thì gói tin đi nhầm nơi, và chính sách mạng mở nhầm cửa.',
    en: 'Where two sites overlap, packets go to the wrong place and network policies open the wrong door.',
  },
  fix: {
    vi: 'Cập nhật addresses.registration; đổi slot của địa điểm bị trùng.',
    en: 'Bring addresses.registration up to date; change the slot of the site that overlaps.',
  },
  subjects: () => [assemblySubject],
  check(_subject, { view, today }) {
    const { id, reviewedOn } = view.model.nation.addresses.registration;
    if (id.trim() === '') return fail('registration.id', 'empty', 'the number of the registration');
    const age = (Date.parse(today) - Date.parse(reviewedOn)) / DAY_MS;
    if (!(age >= 0 && age <= REVIEW_DAYS_MAX))
      return fail('registration.reviewedOn', reviewedOn, 'within the last year');
    const twins = tryOverlap(view.model.sites);
    return twins === undefined ? pass : fail('sites', twins.join(' and '), 'blocks that don’t overlap');
  },
});

/** Two sites of which one block holds a part of the other's. */
function tryOverlap(sites: readonly Site[]): readonly [string, string] | undefined {
  for (const family of ['ipv4', 'ipv6'] as const) {
    const blocks = sites.flatMap((site) => {
      const parsed = parseCidr(site.block[family]);
      return parsed.ok ? [{ id: site.id, block: parsed.value }] : [];
    });
    for (const [index, one] of blocks.entries()) {
      const twin = blocks.slice(index + 1).find(({ block }) => block.overlaps(one.block));
      if (twin !== undefined) return [one.id, twin.id];
    }
  }
  return undefined;
}

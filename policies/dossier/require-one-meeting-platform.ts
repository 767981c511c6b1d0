import { definePolicy, fail, pass } from '../define-policy';
import { assemblySubject } from '../subjects';

const MEETINGS = 'online-meeting';

export default definePolicy({
  title: {
    vi: 'Cả nước dùng chung đúng một nền tảng họp trực tuyến, có dự phòng',
    en: 'the nation has exactly one online meeting platform, with a standby',
  },
  force: 'block',
  controls: ['qd2629-meetings'],
  why: {
    vi: 'Nhiều nền tảng thì xã này không họp được với tỉnh kia; không dự phòng thì cả nước ngừng họp cùng lúc.',
    en: 'With several, a commune can’t meet another province; without a standby the whole country stops at once.',
  },
  fix: {
    vi: 'Gộp các hệ thống họp thành một, đặt ở hai trung tâm.',
    en: 'Make one of the meeting systems, placed at two centers.',
  },
  subjects: () => [assemblySubject],
  check(_subject, { view }) {
    const platforms = view.model.systems.filter((one) => one.programme.includes(MEETINGS));
    const [platform] = platforms;
    if (platform === undefined) return fail('systems', 'none', 'one meeting platform');
    if (platforms.length > 1) return fail('systems', platforms.map((one) => one.id).join(', '), 'one of them');
    return new Set(platform.placements.map((one) => one.site)).size > 1
      ? pass
      : fail(`${platform.id}: placements`, platform.placements[0].site, 'two sites');
  },
});

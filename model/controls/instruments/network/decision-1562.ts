import { byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

/** Decision 1562/QĐ-TTg: interconnection. */
export default defineInstrument({
  id: 'qd1562',
  officialName: {
    vi: 'Quyết định về liên thông, đồng bộ trong chuyển đổi số',
    en: 'Decision on connected and uniform digital transformation',
  },
  number: '1562/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: datedOnly('2025-07-18'),
  sourceKey: '1562',
  mark: 'secondary',
  controls: [
    {
      id: 'qd1562-paths',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Hai hướng cáp quang khác nhau', en: 'Two optical directions' },
      requirement: {
        vi: 'Kết nối giữa hệ thống, cơ sở dữ liệu dùng ít nhất hai kênh quang theo hai hướng vật lý khác nhau; theo Điều 27 Nghị định 47/2020/NĐ-CP.',
        en: 'Links between systems and databases use at least two optical channels in two different physical directions, following Art. 27 of Decree 47/2020/NĐ-CP.',
      },
      scope: 'site',
      parameters: { opticalDirectionsMin: 2 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'qd1562-broker',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Liên thông qua nền tảng dùng chung', en: 'Interconnection through shared platforms' },
      requirement: {
        vi: 'Liên thông qua các nền tảng dùng chung, bảo vệ bí mật nhà nước, an ninh mạng và dữ liệu.',
        en: 'Systems interconnect through the shared platforms, with state-secret, cyber and data protection.',
      },
      scope: 'platform',
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
  ],
});

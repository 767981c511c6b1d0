import { byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Law 117/2025/QH15 on state secrets. */
export default defineInstrument({
  id: 'law-117',
  officialName: { vi: 'Luật Bảo vệ bí mật nhà nước', en: 'Law on Protection of State Secrets' },
  number: '117/2025/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-03-01',
  sourceKey: 'LSS',
  mark: 'secondary',
  controls: [
    {
      id: 'law-117-placement',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Bí mật nhà nước không ở đám mây chung', en: 'No state secrets in the general cloud' },
      requirement: {
        vi: 'Dữ liệu bí mật nhà nước không đặt trên đám mây chung; dùng nơi đặt riêng và sản phẩm mật mã của Ban Cơ yếu Chính phủ.',
        en: 'State-secret data stays out of the general cloud, in dedicated placement with cipher products of the Government Cipher Committee.',
      },
      scope: 'platform',
      mark: 'own-knowledge',
      sourceKeys: ['LSS', 'NONE'],
      crosswalk: crosswalks.physicalIsolation,
      automation: byRule,
    },
  ],
});

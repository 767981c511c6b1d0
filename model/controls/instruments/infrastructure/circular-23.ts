import { byProcedure, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Circular 03/2013 as amended by Circular 23/2022: standards of data centers. */
export default defineInstrument({
  id: 'tt23',
  officialName: {
    vi: 'Thông tư về tiêu chuẩn, quy chuẩn kỹ thuật với trung tâm dữ liệu',
    en: 'Circular on standards and technical regulations of data centers',
  },
  number: '23/2022/TT-BTTTT',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'TT23',
  mark: 'secondary',
  controls: [
    {
      id: 'tt23-scheme',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Một tiêu chuẩn trung tâm dữ liệu', en: 'One data center standard' },
      requirement: {
        vi: 'Theo TCVN 9250:2021, ANSI/TIA-942-B:2017 hoặc Uptime Tier, như dự thảo thay thế nêu tháng 12/2025.',
        en: 'TCVN 9250:2021, ANSI/TIA-942-B:2017 or Uptime Tier applies, as the draft replacement of December 2025 lists them.',
      },
      scope: 'site',
      mark: 'uncertain',
      sourceKeys: ['TT23', 'DCTT'],
      crosswalk: crosswalks.availability,
      automation: records.facility,
    },
    {
      id: 'tt23-lightning',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Chống sét, tiếp đất', en: 'Lightning and earthing' },
      requirement: {
        vi: 'Theo QCVN 32:2020/BTTTT về chống sét và QCVN 9:2016/BTTTT về tiếp đất.',
        en: 'QCVN 32:2020/BTTTT (lightning) and QCVN 9:2016/BTTTT (earthing) apply.',
      },
      scope: 'site',
      mark: 'uncertain',
      sourceKeys: ['TT23', 'DCTT'],
      automation: records.facility,
    },
    {
      id: 'tt23-equivalence',
      clause: { vi: 'không phải điều khoản của thông tư', en: 'not a clause of the circular' },
      title: { vi: 'Mức tương đương giữa các tiêu chuẩn', en: 'Equal ratings among the standards' },
      requirement: {
        vi: 'Uptime III tương đương TIA Rated-3 và TCVN 9250 mức 3: bảo trì không gián đoạn, sẵn sàng 99,982%.',
        en: 'Uptime III is about TIA Rated-3 and TCVN 9250 level 3: concurrently maintainable, 99.982% available.',
      },
      scope: 'site',
      mark: 'own-knowledge',
      sourceKeys: ['NONE'],
      parameters: { availabilityPercentMin: 99.982 },
      crosswalk: crosswalks.availability,
      automation: byProcedure({
        vi: 'Cách quy đổi khi đọc chứng nhận, không phải nghĩa vụ; không tài nguyên nào thể hiện.',
        en: 'It tells how to read a certificate and is no duty; no resource carries it.',
      }),
    },
  ],
});

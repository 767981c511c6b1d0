import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';

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
  ],
});

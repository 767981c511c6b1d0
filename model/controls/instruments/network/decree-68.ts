import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

/** Decree 68/2024: public-duty signatures; date from a secondary page, number from own knowledge. */
export default defineInstrument({
  id: 'd68',
  officialName: { vi: 'Nghị định về chữ ký số chuyên dùng công vụ', en: 'Decree on public-duty digital signatures' },
  number: '68/2024/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: datedOnly('2024-06-25'),
  sourceKey: 'D68',
  mark: 'own-knowledge',
  controls: [
    {
      id: 'd68-authority',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Cấp chứng thư công vụ', en: 'Issue of public-duty certificates' },
      requirement: {
        vi: 'Ban Cơ yếu Chính phủ cung cấp chứng thư; thủ tục cấp được đơn giản hóa.',
        en: 'The Government Cipher Committee issues certificates; the procedure is simplified.',
      },
      scope: 'platform',
      automation: records.signatures,
    },
  ],
});

import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Law on Electronic Transactions: public-duty signatures. */
export default defineInstrument({
  id: 'law-20',
  officialName: { vi: 'Luật Giao dịch điện tử', en: 'Law on Electronic Transactions' },
  number: '20/2023/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'D68',
  mark: 'secondary',
  controls: [
    {
      id: 'law-20-24.5',
      clause: '24.5',
      title: { vi: 'Chữ ký số chuyên dùng công vụ', en: 'Public-duty digital signature' },
      requirement: {
        vi: 'Chữ ký số công vụ dùng chứng thư của Ban Cơ yếu Chính phủ.',
        en: 'Public-duty signatures use certificates of the Government Cipher Committee.',
      },
      scope: 'platform',
      automation: records.signatures,
    },
  ],
});

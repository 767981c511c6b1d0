import { byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Circular 19/2023: addresses and routing of the dedicated network; validity after Decision 33/2025 is not certain. */
export default defineInstrument({
  id: 'tt19',
  officialName: {
    vi: 'Thông tư về địa chỉ IP và định tuyến mạng truyền số liệu chuyên dùng',
    en: 'Circular on IP addresses and routing of the dedicated network',
  },
  number: '19/2023/TT-BTTTT',
  status: 'legacy',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'TT19',
  mark: 'uncertain',
  controls: [
    {
      id: 'tt19-registration',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Đăng ký địa chỉ, không chồng lấn', en: 'Registered addresses, no overlap' },
      requirement: {
        vi: 'Cục Bưu điện Trung ương quản lý địa chỉ và định tuyến; cơ quan đăng ký, không chồng lấn, rà soát hằng năm.',
        en: 'Cục Bưu điện Trung ương manages addresses and routing; agencies register, nothing overlaps, reviewed yearly.',
      },
      scope: 'nation',
      parameters: { addressReviewDaysMax: 365 },
      crosswalk: crosswalks.inventory,
      automation: byRule,
    },
    {
      id: 'tt19-public-addresses',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Hạn chế địa chỉ công cộng', en: 'Public addresses are the exception' },
      requirement: {
        vi: 'Chỉ người dùng truy nhập Internet đặc biệt mới có địa chỉ công cộng.',
        en: 'Only special Internet users get public addresses.',
      },
      scope: 'nation',
      automation: byRule,
    },
  ],
});

import type { Broker } from '../../model/segmentation/flow';
import type { Text } from '../../model/text';
import type { AgencyFlowState } from '../../resources/view/reachability/sites/agency-flow';

/** Fixed texts about flows between agencies, in both languages. */
export const agencyMessages = {
  title: { vi: 'Trao đổi giữa các cơ quan, và nền tảng trung gian', en: 'Flows between agencies, and their platforms' },
  honesty: {
    vi: 'Mỗi luồng giữa hai cơ quan phải đi qua một trong ba nền tảng; quy tắc network/require-broker trả lời các điều khoản về việc này, và nguồn của từng điều khoản ghi ở phần pháp luật. Trạng thái được tính từ chính các chính sách mạng của mọi cụm, không từ khai báo: đường qua nền tảng phải thông, và không gian tên của cơ quan này không còn đường nào khác tới cơ quan kia. Báo cáo không theo dõi điều cổng vào chuyển tiếp. Lý do ghi nguyên văn, bằng tiếng Anh.',
    en: 'Each flow between two agencies has to pass one of three platforms; the rule network/require-broker answers the clauses on this, and the section on the law marks how well each of them is known. The state is computed from the network policies of all clusters, not from what is declared: the way by the platform is open, and the namespaces of the one agency have no other to those of the other. What gateways forward isn’t followed.',
  },
  none: { vi: 'Không có luồng nào giữa hai cơ quan.', en: 'There is no flow between agencies.' },
  every: { vi: 'Mọi luồng', en: 'Every flow' },
  from: { vi: 'Từ cơ quan', en: 'From agency' },
  to: { vi: 'Tới cơ quan', en: 'To agency' },
  service: { vi: 'Dịch vụ', en: 'Service' },
  platform: { vi: 'Nền tảng', en: 'Platform' },
  noPlatform: { vi: '✘ không có', en: '✘ none' },
  unknownAgency: { vi: 'không rõ', en: 'not known' },
} as const satisfies Record<string, Text>;

/** What can be said of a flow between agencies, in words. */
export const agencyStateTexts: Readonly<Record<AgencyFlowState, Text>> = {
  'no-broker': { vi: '✘ không qua nền tảng', en: '✘ without a platform' },
  around: { vi: '✘ còn đường vòng qua nền tảng', en: '✘ a way around the platform' },
  closed: { vi: '✘ đường qua nền tảng bị chặn', en: '✘ closed on its way' },
  unknown: { vi: '? không xác định được', en: '? can’t be told' },
  gateways: { vi: '? tùy cổng vào của các trung tâm', en: '? left to the gateways' },
  proved: { vi: '✔ chỉ qua nền tảng', en: '✔ by the platform alone' },
};

/** Names of the platforms (Decree 194/2025 Art. 20). */
export const brokerTexts: Readonly<Record<Broker, Text>> = {
  ndxp: {
    vi: 'Nền tảng tích hợp, chia sẻ dữ liệu quốc gia (NDXP)',
    en: 'National data integration and sharing platform (NDXP)',
  },
  'data-coordination': {
    vi: 'Nền tảng chia sẻ, điều phối dữ liệu',
    en: 'Data sharing and coordination platform',
  },
  lgsp: {
    vi: 'Nền tảng tích hợp, chia sẻ dữ liệu cấp bộ, tỉnh (LGSP)',
    en: 'Integration and sharing platform of a ministry or province (LGSP)',
  },
};

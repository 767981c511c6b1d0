import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Decision 2629: the program, known from its press texts. */
export default defineInstrument({
  id: 'qd2629',
  officialName: {
    vi: 'Quyết định phê duyệt chương trình phát triển Chính phủ số',
    en: 'Decision approving the digital-government program',
  },
  number: '2629/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'PROG',
  mark: 'secondary',
  controls: [
    {
      id: 'qd2629-clusters',
      clause: { vi: 'phần hạ tầng', en: 'infrastructure part' },
      title: { vi: 'Ít nhất ba cụm trung tâm dữ liệu quốc gia', en: 'At least three national data center clusters' },
      requirement: {
        vi: 'Có ít nhất ba cụm trung tâm dữ liệu quốc gia lớn, xanh, kết nối và dùng chung, ở các địa điểm khác nhau.',
        en: 'At least three large green national clusters exist, connected and shared, at distinct sites.',
      },
      scope: 'nation',
      sourceKeys: ['PROG', '2629EN'],
      parameters: { clustersMin: 3 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'qd2629-dossier-first',
      clause: { vi: 'chỉ tiêu hồ sơ cấp độ', en: 'target on level dossiers' },
      title: { vi: 'Hồ sơ cấp độ duyệt trước khi vận hành', en: 'Level dossier approved before operation' },
      requirement: {
        vi: '100% hệ thống phục vụ Chính phủ số có hồ sơ cấp độ được phê duyệt trước khi vận hành, rồi được kiểm tra định kỳ.',
        en: 'All systems serving digital government have an approved level dossier before operation, then periodic inspection.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: byRule,
    },
    {
      id: 'qd2629-lease-tslcd',
      clause: { vi: 'nhiệm vụ hạ tầng', en: 'infrastructure tasks' },
      title: { vi: 'Ưu tiên thuê, dùng mạng chuyên dùng', en: 'Lease first, use the dedicated network' },
      requirement: {
        vi: 'Ưu tiên thuê dịch vụ và khai thác hiệu quả mạng truyền số liệu chuyên dùng.',
        en: 'Leasing comes first, and the dedicated data network is used effectively.',
      },
      scope: 'platform',
      automation: byRule,
    },
    {
      id: 'qd2629-meetings',
      clause: { vi: 'nhiệm vụ hạ tầng', en: 'infrastructure tasks' },
      title: { vi: 'Nền tảng họp trực tuyến quốc gia', en: 'National online meeting platform' },
      requirement: {
        vi: 'Nền tảng họp trực tuyến dùng chung từ trung ương đến cấp xã.',
        en: 'One online meeting platform serves from the center to the communes.',
      },
      scope: 'nation',
      sourceKeys: ['PROG', 'TSL8'],
      automation: byRule,
    },
    {
      id: 'qd2629-interconnection',
      clause: { vi: 'chỉ tiêu kết nối', en: 'target on interconnection' },
      title: { vi: 'Kết nối qua dịch vụ chia sẻ dữ liệu', en: 'Interconnection through sharing services' },
      requirement: {
        vi: '100% hệ thống kết nối, chia sẻ qua dịch vụ chia sẻ dữ liệu trong 2028-2030.',
        en: 'All systems connect and share through data-sharing services in 2028-2030.',
      },
      scope: 'nation',
      automation: byRule,
    },
    {
      id: 'qd2629-open-data',
      clause: { vi: 'chỉ tiêu dữ liệu mở', en: 'target on open data' },
      title: { vi: 'Dữ liệu mở của cơ quan', en: 'Open data of agencies' },
      requirement: {
        vi: '100% cơ quan cung cấp dữ liệu mở theo chuẩn trong 2028-2030.',
        en: 'All agencies provide standard open data in 2028-2030.',
      },
      scope: 'nation',
      sourceKeys: ['PROG', 'NDC165'],
      automation: records.portalStatus,
    },
  ],
});

import { byEvidence, byProcedure, byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument, type InstrumentHead } from '../../define-instrument';

/** Decree 331/2026/NĐ-CP, read article by article in a public copy. */
export const decree331 = {
  id: 'd331',
  officialName: {
    vi: 'Nghị định về cấp độ hệ thống thông tin',
    en: 'Decree on the levels of information systems',
  },
  number: '331/2026/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-08-19',
  sourceKey: 'D331',
  mark: 'read',
} as const satisfies InstrumentHead;

/** Decree 331/2026: levels, types of systems, classes of information, responsibility. */
export default defineInstrument({
  ...decree331,
  controls: [
    {
      id: 'd331-11',
      clause: '11',
      title: { vi: 'Tiêu chí cấp độ 1', en: 'Criteria of level 1' },
      requirement: {
        vi: 'Hệ thống phục vụ nội bộ và chỉ xử lý thông tin công cộng.',
        en: 'The system serves internal use and holds public information only.',
      },
      levels: [1],
      automation: byRule,
    },
    {
      id: 'd331-12',
      clause: '12',
      title: { vi: 'Tiêu chí cấp độ 2', en: 'Criteria of level 2' },
      requirement: {
        vi: 'Hệ thống nội bộ có thông tin riêng, thông tin cá nhân nhưng không có bí mật nhà nước; dịch vụ trực tuyến ngoài ngành nghề có điều kiện, hoặc có dưới 100.000 chủ thể dữ liệu cơ bản hay dưới 10.000 chủ thể dữ liệu nhạy cảm; hạ tầng của một cơ quan.',
        en: 'Internal with private or personal but no secret information; an online service outside conditional sectors, or with fewer than 100,000 basic or 10,000 sensitive data subjects; infrastructure of one agency.',
      },
      levels: [2],
      parameters: { citizenRecordsMax: 99_999, sensitiveRecordsMax: 9_999 },
      automation: byRule,
    },
    {
      id: 'd331-13',
      clause: '13',
      title: { vi: 'Tiêu chí cấp độ 3', en: 'Criteria of level 3' },
      requirement: {
        vi: 'Hệ thống bí mật nhà nước, quốc phòng mà việc bị phá hoại làm tổn hại an ninh quốc gia; dịch vụ trực tuyến ngành nghề có điều kiện, hoặc từ 100.000 chủ thể dữ liệu cơ bản hay 10.000 chủ thể dữ liệu nhạy cảm; điều khiển công nghiệp của công trình cấp II đến IV.',
        en: 'A state-secret or defense system whose sabotage harms national security; an online service in conditional sectors, or from 100,000 basic or 10,000 sensitive data subjects; industrial control of works of class II to IV.',
      },
      levels: [3],
      parameters: { citizenRecordsMin: 100_000, sensitiveRecordsMin: 10_000 },
      automation: byRule,
    },
    {
      id: 'd331-13.2b',
      clause: '13.2(b)',
      title: { vi: 'Hệ thống giải quyết thủ tục hành chính', en: 'Administrative-procedure systems' },
      requirement: {
        vi: 'Hệ thống thông tin giải quyết thủ tục hành chính ở cấp độ 3 trở lên.',
        en: 'A system that handles administrative procedures is at level 3 at least.',
      },
      levels: [3],
      automation: byRule,
    },
    {
      id: 'd331-13.3',
      clause: '13.3',
      title: { vi: 'Hạ tầng của một bộ, ngành, tỉnh', en: 'Infrastructure of a ministry, sector or province' },
      requirement: {
        vi: 'Hạ tầng thông tin phục vụ một bộ, một ngành, một tỉnh hoặc một số tỉnh ở cấp độ 3 trở lên.',
        en: 'Infrastructure that serves one ministry, sector or province, or several provinces, is at level 3 at least.',
      },
      levels: [3],
      automation: byRule,
    },
    {
      id: 'd331-14',
      clause: '14',
      title: { vi: 'Tiêu chí cấp độ 4', en: 'Criteria of level 4' },
      requirement: {
        vi: 'Hệ thống thông tin quốc gia phục vụ Chính phủ điện tử; điều khiển công nghiệp của công trình cấp I.',
        en: 'A national information system for e-government; industrial control of works of class I.',
      },
      levels: [4],
      automation: byRule,
    },
    {
      id: 'd331-14.2',
      clause: '14.2',
      title: { vi: 'Hạ tầng toàn quốc hoạt động 24/7', en: 'Nationwide infrastructure, 24/7' },
      requirement: {
        vi: 'Hạ tầng phục vụ các cơ quan trên toàn quốc, hoạt động 24/7, không dừng ngoài kế hoạch, ở cấp độ 4 trở lên.',
        en: 'Infrastructure that serves agencies nationwide, 24/7 and without unplanned stops, is at level 4 at least.',
      },
      levels: [4],
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'd331-15',
      clause: '15',
      title: { vi: 'Tiêu chí cấp độ 5', en: 'Criteria of level 5' },
      requirement: {
        vi: 'Hệ thống bí mật nhà nước, quốc phòng chiến lược; điều khiển công nghiệp của công trình cấp đặc biệt hoặc công trình về an ninh quốc gia.',
        en: 'A strategic state-secret or defense system; industrial control of special-class or national-security works.',
      },
      levels: [5],
      automation: byRule,
    },
    {
      id: 'd331-15.2',
      clause: '15.2',
      title: { vi: 'Lưu trữ tập trung dữ liệu đặc biệt quan trọng', en: 'Central store of especially important data' },
      requirement: {
        vi: 'Hệ thống lưu trữ tập trung dữ liệu đặc biệt quan trọng của quốc gia ở cấp độ 5.',
        en: 'A system that stores nationally especially important data centrally is at level 5.',
      },
      levels: [5],
      automation: byRule,
    },
    {
      id: 'd331-15.3',
      clause: '15.3',
      title: { vi: 'Hạ tầng kết nối quốc tế', en: 'Interconnection with abroad' },
      requirement: {
        vi: 'Hạ tầng quốc gia kết nối Việt Nam với quốc tế ở cấp độ 5.',
        en: 'National infrastructure that connects Vietnam with abroad is at level 5.',
      },
      levels: [5],
      automation: byRule,
    },
    {
      id: 'd331-8.2',
      clause: '8.2',
      title: { vi: 'Lấy cấp độ cao nhất', en: 'The highest level wins' },
      requirement: {
        vi: 'Hệ thống thỏa nhiều tiêu chí thì xác định theo cấp độ cao nhất.',
        en: 'A system that meets several criteria takes the highest of their levels.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-7.2',
      clause: '7.2; 8.3',
      title: { vi: 'Không tách, gộp để đổi cấp độ', en: 'No split or merge to change the level' },
      requirement: {
        vi: 'Không tách hoặc gộp hệ thống để thay đổi cấp độ; phạm vi theo chức năng, luồng dữ liệu, sự phụ thuộc và mức lan rộng của sự cố, không theo cách quản lý hay triển khai.',
        en: 'Systems are not split or merged to change the level; scope follows function, data flow, dependency and blast radius, not administration or deployment.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-8.1a',
      clause: '8.1(a); 5.2',
      title: { vi: 'Một chủ quản, một đơn vị vận hành chính', en: 'One owner, one lead operator' },
      requirement: {
        vi: 'Mỗi hệ thống có đúng một chủ quản và một đơn vị vận hành chính.',
        en: 'A system has exactly one owner and one lead operator.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-9.1',
      clause: '9.1',
      title: { vi: 'Phân loại thông tin', en: 'Classes of information' },
      requirement: {
        vi: 'Thông tin thuộc loại công cộng, riêng, cá nhân hoặc bí mật nhà nước (Mật, Tối mật, Tuyệt mật).',
        en: 'Information is public, private, personal or a state secret (three grades).',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-9.2',
      clause: '9.2',
      title: { vi: 'Loại hệ thống thông tin', en: 'Types of systems' },
      requirement: {
        vi: 'Hệ thống thuộc loại nội bộ, phục vụ người dân và doanh nghiệp, hạ tầng thông tin, điều khiển công nghiệp hoặc loại khác.',
        en: 'A system is internal, for citizens and businesses, information infrastructure, industrial control, or other.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byProcedure({
        vi: 'Loại hệ thống là một danh sách đóng trong dữ kiện; máy không biết người khai có chọn đúng hay không.',
        en: 'The type is one of a closed list in the facts; a machine can’t tell whether the right one was chosen.',
      }),
    },
    {
      id: 'd331-9.2e',
      clause: '9.2(e)',
      title: { vi: 'Công bố danh sách theo loại hệ thống', en: 'Yearly list of systems by type' },
      requirement: {
        vi: 'Bộ Công an công bố danh sách hệ thống theo loại trước ngày 15/01 hằng năm.',
        en: 'The Ministry of Public Security publishes the list of systems by type before 15 January each year.',
      },
      scope: 'nation',
      dueYearly: '01-15',
      automation: byProcedure({
        vi: 'Việc công bố do Bộ Công an thực hiện, ngoài tầm của công cụ.',
        en: 'The ministry publishes; no artifact of the platform shows it.',
      }),
    },
    {
      id: 'd331-10.5',
      clause: '10.5',
      title: { vi: 'Rủi ro cao thì đề xuất cấp độ cao hơn', en: 'Higher risk, higher level' },
      requirement: {
        vi: 'Rủi ro cao hơn mức của cấp độ thì đề xuất cấp độ cao hơn.',
        en: 'Where risk is above what the level stands for, a higher level is proposed.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byEvidence({ vi: 'kết quả đánh giá rủi ro', en: 'the result of the risk assessment' }),
    },
    {
      id: 'd331-16.1',
      clause: '16.1',
      title: {
        vi: 'Phục vụ công trình quan trọng về an ninh quốc gia',
        en: 'Serving works important to national security',
      },
      requirement: {
        vi: 'Hệ thống phục vụ chỉ đạo, điều hành công trình quan trọng liên quan đến an ninh quốc gia là hệ thống thông tin quan trọng về an ninh quốc gia; Trung tâm dữ liệu quốc gia số 1 thuộc danh mục từ 08/10/2025.',
        en: 'A system that directs works on the list important to national security is critical; National Data Center No. 1 is on it since 8 October 2025.',
      },
      levels: [3, 4, 5],
      mark: 'secondary',
      sourceKeys: ['D331', '2224'],
      automation: byRule,
    },
    {
      id: 'd331-16.4',
      clause: '16.4',
      title: {
        vi: 'Cấp độ 5 là hệ thống quan trọng về an ninh quốc gia',
        en: 'Level 5 is critical to national security',
      },
      requirement: {
        vi: 'Mọi hệ thống cấp độ 5 là hệ thống thông tin quan trọng về an ninh quốc gia.',
        en: 'Every system of level 5 is critical to national security.',
      },
      levels: [5],
      automation: byRule,
    },
  ],
});

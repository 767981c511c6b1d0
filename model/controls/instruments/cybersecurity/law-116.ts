import { byEvidence, byProcedure, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Law 116/2025/QH15 on Cybersecurity: duties that touch the platform. */
export default defineInstrument({
  id: 'law-116',
  officialName: { vi: 'Luật An ninh mạng', en: 'Law on Cybersecurity' },
  number: '116/2025/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-07-01',
  sourceKey: 'LL',
  mark: 'secondary',
  controls: [
    {
      id: 'law-116-8.1',
      clause: '8.1',
      title: { vi: 'Cấp độ theo mức tổn hại', en: 'Level by harm' },
      requirement: {
        vi: 'Cấp độ 1 đến 5 theo mức tổn hại tới quyền lợi của tổ chức, cá nhân, lợi ích công cộng, trật tự xã hội, an ninh quốc gia.',
        en: 'Levels 1 to 5 follow the harm to rights of people and organizations, public interest, social order and national security.',
      },
      levels: [1, 2, 3, 4, 5],
      sourceKeys: ['D331'],
      automation: byRule,
    },
    {
      id: 'law-116-10.1',
      clause: { vi: 'các khoản 1 đến 5 Điều 10', en: 'Art. 10.1–10.5' },
      title: { vi: 'Sáu nhiệm vụ, tám biện pháp', en: 'Six tasks, eight measures' },
      requirement: {
        vi: 'Mọi hệ thống thực hiện sáu nhiệm vụ bảo vệ và các biện pháp theo cấp độ.',
        en: 'Every system carries out six tasks and the measures of its level.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: records.review,
    },
    {
      id: 'law-116-10-levels-3-4',
      clause: '10',
      title: { vi: 'Biện pháp của cấp độ 3, 4', en: 'Measures of levels 3 and 4' },
      requirement: {
        vi: 'Hệ thống cấp độ 3, 4 có quy chế, tiêu chuẩn, lưu trữ và sao lưu, kiểm tra, giám sát, ứng phó sự cố.',
        en: 'Levels 3 and 4 have a regulation, standards, storage and backup, checks, monitoring and incident response.',
      },
      levels: [3, 4],
      crosswalk: crosswalks.compliance,
      automation: byRule,
    },
    {
      id: 'law-116-10-critical',
      clause: '10',
      title: { vi: 'Biện pháp của hệ thống quan trọng', en: 'Measures of critical systems' },
      requirement: {
        vi: 'Hệ thống quan trọng về an ninh quốc gia thực hiện đủ tám biện pháp, kể cả thẩm định và đánh giá điều kiện.',
        en: 'Systems critical to national security carry out all eight measures, appraisal and readiness included.',
      },
      levels: [5],
      crosswalk: crosswalks.compliance,
      automation: records.approval,
    },
    {
      id: 'law-116-40.1b',
      clause: '40.1(b)',
      title: {
        vi: 'Kết nối giám sát và phòng chống mã độc tập trung',
        en: 'Connection to central monitoring and anti-malware',
      },
      requirement: {
        vi: 'Hệ thống kết nối với hệ thống giám sát và phòng chống mã độc tập trung của trung tâm quốc gia hoặc của tỉnh.',
        en: 'Systems connect to the central monitoring and anti-malware systems of the national center or of a provincial one.',
      },
      levels: [3, 4, 5],
      crosswalk: crosswalks.monitoring,
      automation: byRule,
    },
    {
      id: 'law-116-38.1',
      clause: '38.1',
      title: { vi: 'Kinh phí an ninh mạng', en: 'Cybersecurity budget' },
      requirement: {
        vi: 'Cơ quan dùng ngân sách dành ít nhất 15% kinh phí chương trình chuyển đổi số, công nghệ thông tin cho an ninh mạng.',
        en: 'State-funded bodies spend at least 15% of digital-transformation and IT programs on cybersecurity.',
      },
      scope: 'tenant',
      parameters: { cybersecurityBudgetPercentMin: 15 },
      automation: byEvidence({ vi: 'dự toán được duyệt', en: 'the approved budget' }),
    },
    {
      id: 'law-116-31.3',
      clause: '31.3; 34.2',
      title: { vi: 'Nhân lực theo cấp độ', en: 'Staff by level' },
      requirement: {
        vi: 'Hệ thống quan trọng có nhân sự chuyên trách; quản trị viên hệ thống cấp độ 3 đến 5 có chứng chỉ.',
        en: 'Critical systems have dedicated staff; administrators of levels 3 to 5 are certified.',
      },
      levels: [3, 4, 5],
      automation: byEvidence({ vi: 'quyết định phân công và chứng chỉ', en: 'the appointments and certificates' }),
    },
    {
      id: 'law-116-11.1b',
      clause: '11.1(b)',
      title: { vi: 'Thông báo kết quả tự kiểm tra', en: 'Notice of self-inspection' },
      requirement: {
        vi: 'Chủ quản hệ thống quan trọng về an ninh quốc gia thông báo kết quả tự kiểm tra trước 01/10 hằng năm.',
        en: 'The owner of a critical system notifies the result of its self-inspection before 1 October each year.',
      },
      levels: [5],
      dueYearly: '10-01',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'law-116-25.2b',
      clause: '25.2(b)',
      title: { vi: 'Lưu nhật ký của bên cung cấp dịch vụ', en: 'Logs of service providers' },
      requirement: {
        vi: 'Doanh nghiệp cung cấp dịch vụ trên mạng lưu nhật ký ít nhất 12 tháng và truy xuất được; áp dụng cho cơ quan nhà nước là lựa chọn thận trọng.',
        en: 'Providers on networks keep logs for at least 12 months, retrievable; applying it to agencies is a prudent default.',
      },
      scope: 'platform',
      mark: 'inference',
      sourceKeys: ['LL', 'LOC'],
      parameters: { logRetentionDaysMin: 365 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'law-116-25.3',
      clause: '25.3',
      title: { vi: 'Lưu dữ liệu tại Việt Nam', en: 'Data kept in Vietnam' },
      requirement: {
        vi: 'Doanh nghiệp thuộc diện bắt buộc lưu dữ liệu tại Việt Nam ít nhất 24 tháng; phạm vi áp dụng còn tranh luận.',
        en: 'Enterprises in scope keep data in Vietnam for at least 24 months; the scope is debated.',
      },
      scope: 'platform',
      mark: 'inference',
      sourceKeys: ['LOC'],
      parameters: { dataRetentionMonthsMin: 24 },
      automation: byRule,
    },
    {
      id: 'law-116-45.1',
      clause: '45.1; 45.3',
      title: { vi: 'Chuyển tiếp: điều kiện của luật', en: 'Transition: conditions of the law' },
      requirement: {
        vi: 'Hệ thống đã xác định cấp độ giữ cấp độ nhưng phải đáp ứng điều kiện của luật trong 12 tháng; sản phẩm đang dùng cũng vậy.',
        en: 'Classified systems keep their level but meet the conditions of the law within 12 months; so do products in use.',
      },
      levels: [1, 2, 3, 4, 5],
      dueOn: '2027-06-30',
      automation: byRule,
    },
    {
      id: 'law-116-critical-list',
      clause: { vi: 'kế hoạch thi hành luật', en: 'implementation plan of the law' },
      title: { vi: 'Danh mục hệ thống quan trọng', en: 'List of critical systems' },
      requirement: {
        vi: 'Thủ tướng Chính phủ dự kiến ban hành danh mục hệ thống quan trọng về an ninh quốc gia trước 31/12/2026.',
        en: "The Prime Minister's list of systems critical to national security is planned by 31 December 2026.",
      },
      scope: 'nation',
      sourceKeys: ['UPD'],
      dueOn: '2026-12-31',
      automation: byProcedure({
        vi: 'Mục tiêu do cơ quan nhà nước thực hiện; tệp cấu hình không thể hiện.',
        en: 'State bodies carry it out; no artifact of the platform shows it.',
      }),
    },
  ],
});

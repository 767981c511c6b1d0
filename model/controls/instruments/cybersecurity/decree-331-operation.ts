import { byProcedure, byRule, records } from '../../automation';
import { crosswalks, joinCrosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { decree331 } from './decree-331-classification';

/** Decree 331/2026: hosting, inspection, monitoring, incidents, reports and transition. */
export default defineInstrument({
  ...decree331,
  controls: [
    {
      id: 'd331-30.8',
      clause: '30.8',
      title: { vi: 'Tách logic trên hạ tầng thuê', en: 'Logical separation on leased infrastructure' },
      requirement: {
        vi: 'Hệ thống cấp độ 3, 4 trên trung tâm dữ liệu hoặc đám mây thuê: tách logic với hệ thống khác, tách logic giữa các vùng, tách logic phân vùng lưu trữ, có kiểm soát truy cập giữa chúng.',
        en: 'On a leased data center or cloud, systems of levels 3 and 4 are logically separate from others, zone from zone, and in their storage partition, with access control between them.',
      },
      levels: [3, 4],
      crosswalk: crosswalks.tenantBoundary,
      automation: byRule,
    },
    {
      id: 'd331-30.9',
      clause: '30.9',
      title: { vi: 'Tách vật lý trên hạ tầng thuê', en: 'Physical separation on leased infrastructure' },
      requirement: {
        vi: 'Hệ thống cấp độ 5 hoặc quan trọng về an ninh quốc gia trên hạ tầng thuê: tách vật lý với hệ thống khác, lưu trữ và thiết bị mạng chính tách vật lý, các vùng tách logic.',
        en: 'On leased infrastructure, systems of level 5 or critical ones are physically separate from others, in storage and in main network devices; their zones are logically separate.',
      },
      levels: [5],
      crosswalk: crosswalks.physicalIsolation,
      automation: byRule,
    },
    {
      id: 'd331-30.9dd',
      clause: '30.9(đ)',
      title: { vi: 'Công cụ an ninh dùng chung chỉ quan sát', en: 'Shared security tools only observe' },
      requirement: {
        vi: 'Công cụ an ninh dùng chung chỉ để giám sát, phát hiện, cảnh báo hoặc bảo vệ biên; không truy cập, điều khiển, thay đổi dữ liệu và tài nguyên.',
        en: 'Shared security tools serve monitoring, detection, alerting or edge protection only; they can not access, control or alter data and resources.',
      },
      levels: [5],
      crosswalk: crosswalks.physicalIsolation,
      automation: byRule,
    },
    {
      id: 'd331-30.5-1',
      clause: '30.5',
      title: { vi: 'Dùng chung công cụ bảo vệ', en: 'Shared protection tools' },
      requirement: {
        vi: 'Hệ thống cấp độ 1 đến 3 phải xem xét dùng chung công cụ bảo vệ để tránh lãng phí.',
        en: 'Levels 1 to 3 consider sharing protection tools to avoid waste.',
      },
      levels: [1, 2, 3],
      automation: byRule,
    },
    {
      id: 'd331-30.5-4',
      clause: '30.5',
      title: { vi: 'Thiết kế giới hạn phạm vi ảnh hưởng', en: 'Design for a limited blast radius' },
      requirement: {
        vi: 'Hệ thống cấp độ 4, 5 được thiết kế để sẵn sàng, tách biệt và giới hạn phạm vi ảnh hưởng của sự cố.',
        en: 'Levels 4 and 5 are designed for availability, separation and a limited blast radius.',
      },
      levels: [4, 5],
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'd331-5.3a',
      clause: '5.3(a)',
      title: { vi: 'Hợp đồng với nhà cung cấp đám mây', en: 'Contract with the cloud provider' },
      requirement: {
        vi: 'Hợp đồng nêu trách nhiệm quản trị dữ liệu, kiểm soát truy cập và an ninh.',
        en: 'The contract states duties on data administration, access control and security.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.supplier,
      automation: records.contract,
    },
    {
      id: 'd331-28.5a',
      clause: '28.5(a)',
      title: { vi: 'Kiểm tra, đánh giá định kỳ', en: 'Periodic inspection' },
      requirement: {
        vi: 'Kiểm tra, đánh giá định kỳ theo cấp độ và rủi ro, giám sát liên tục, đột xuất, theo yêu cầu; nghị định không nêu chu kỳ bằng số.',
        en: 'Inspection is periodic by level and risk, with continuous monitoring, ad hoc and on request; the decree states no period in numbers.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: records.review,
    },
    {
      id: 'd331-27',
      clause: '27',
      title: { vi: 'Nội dung kiểm tra, đánh giá', en: 'Content of the inspection' },
      requirement: {
        vi: 'Gồm tuân thủ; hiệu quả biện pháp (thiết kế, cấu hình so với phương án đã duyệt); mã độc, điểm yếu, kiểm thử xâm nhập, kể cả rà soát mã nguồn; theo phương pháp hộp đen, hộp xám, hộp trắng.',
        en: 'It covers compliance; effectiveness (design and configuration against the approved plan); malware, vulnerabilities and penetration, source code included, as black, grey or white box.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: joinCrosswalks(crosswalks.compliance, crosswalks.penetrationTest),
      automation: records.review,
    },
    {
      id: 'd331-31.2c',
      clause: '31.2(c)',
      title: { vi: 'Ai được đánh giá', en: 'Who may assess' },
      requirement: {
        vi: 'Đơn vị tự đánh giá phải độc lập với đơn vị vận hành; cấp độ 5, hệ thống quan trọng, sau sự cố nghiêm trọng, khi có thay đổi lớn, khi kết quả tự đánh giá không đáng tin cậy hoặc khi có yêu cầu thì phải do tổ chức được cấp phép, chỉ định.',
        en: 'A self-assessing unit is independent of the operator; level 5, critical systems, a serious incident, a major change, a self-assessment that looks unreliable, or a request need a licensed or designated body.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: records.review,
    },
    {
      id: 'd331-31.2d',
      clause: '31.2(d)',
      title: { vi: 'Báo cáo sự cố', en: 'Incident notice' },
      requirement: {
        vi: 'Sự cố nghiêm trọng: thông báo đầu tiên trong 24 giờ, báo cáo nguyên nhân, phạm vi, khắc phục trong 72 giờ; báo ngay nếu liên quan an ninh quốc gia, trật tự xã hội hoặc gián đoạn nghiêm trọng.',
        en: 'Serious incidents: first notice within 24 hours, report of cause, scope and fix within 72 hours; at once for national security, social order or serious disruption.',
      },
      levels: [1, 2, 3, 4, 5],
      parameters: { firstNoticeHoursMax: 24, incidentReportHoursMax: 72 },
      crosswalk: crosswalks.incident,
      automation: records.incidentRecord,
    },
    {
      id: 'd331-33.5',
      clause: '33.5; 34.1(e)',
      title: { vi: 'Hỗ trợ giám sát ở cấp quốc gia', en: 'National support for monitoring' },
      requirement: {
        vi: 'Hệ thống cấp độ 3 đến 5 được hỗ trợ giám sát, phòng chống mã độc ở cấp quốc gia.',
        en: 'Systems of levels 3 to 5 get national support for monitoring and anti-malware.',
      },
      levels: [3, 4, 5],
      crosswalk: crosswalks.monitoring,
      automation: byProcedure({
        vi: 'Việc hỗ trợ do cơ quan nhà nước thực hiện, ngoài tầm của công cụ.',
        en: 'State bodies give the support; no artifact of the platform shows it.',
      }),
    },
    {
      id: 'd331-35.1',
      clause: '35.1',
      title: { vi: 'Kênh gửi báo cáo', en: 'Channels of the report' },
      requirement: {
        vi: 'Báo cáo gửi qua hệ thống quản lý văn bản, phần mềm báo cáo của Bộ Công an hoặc thư điện tử.',
        en: 'The report is sent through the document-management system, the report software of the Ministry of Public Security, or e-mail.',
      },
      scope: 'tenant',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'd331-35.3',
      clause: '35.3; 35.4',
      title: { vi: 'Báo cáo năm gửi chủ quản', en: 'Yearly report to the owner' },
      requirement: {
        vi: 'Đơn vị vận hành và đơn vị chuyên trách báo cáo chủ quản trước 20/12; số liệu từ 15/12 năm trước đến 14/12.',
        en: 'Operator and dedicated unit report to the owner before 20 December; data from 15 December to 14 December.',
      },
      scope: 'tenant',
      dueYearly: '12-20',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'd331-35.4',
      clause: '35.3; 35.4',
      title: { vi: 'Báo cáo năm gửi Bộ Công an', en: 'Yearly report to the ministry' },
      requirement: {
        vi: 'Chủ quản báo cáo Bộ Công an trước 25/12.',
        en: 'The owner reports to the Ministry of Public Security before 25 December.',
      },
      scope: 'tenant',
      dueYearly: '12-25',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'd331-36',
      clause: '36',
      title: { vi: 'Nội dung báo cáo năm', en: 'Content of the yearly report' },
      requirement: {
        vi: 'Báo cáo có danh mục hệ thống, cấp độ, tình trạng hồ sơ, mức thực hiện phương án (đủ, một phần, chưa) theo từng tiêu chí và lộ trình khắc phục.',
        en: 'The report lists systems, levels, dossier states, and how far plans are implemented (fully, partly, not), criterion by criterion, with a roadmap.',
      },
      scope: 'tenant',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'd331-39.1-approval',
      clause: '39.1',
      title: { vi: 'Chuyển tiếp: hoàn thành thẩm định', en: 'Transition: appraisal done' },
      requirement: {
        vi: 'Hệ thống đang đầu tư trước 01/7/2026 hoàn thành thẩm định, phê duyệt cấp độ theo Nghị định 85/2016 trong 6 tháng; 31/12/2026 là mốc an toàn.',
        en: 'Systems under investment before 1 July 2026 finish appraisal and approval under Decree 85/2016 within 6 months; 31 December 2026 is the safe date.',
      },
      levels: [1, 2, 3, 4, 5],
      dueOn: '2026-12-31',
      automation: byRule,
    },
    {
      id: 'd331-39.1-measures',
      clause: '39.1',
      title: { vi: 'Chuyển tiếp: đáp ứng biện pháp', en: 'Transition: measures met' },
      requirement: {
        vi: 'Các hệ thống đó đáp ứng biện pháp của nghị định trong 12 tháng; hệ thống đã xác định cấp độ giữ cấp độ nhưng phải đáp ứng điều kiện của luật; 30/6/2027 là mốc an toàn.',
        en: 'Those systems meet the measures of the decree within 12 months; classified systems keep their level but must meet the conditions of the law; 30 June 2027 is the safe date.',
      },
      levels: [1, 2, 3, 4, 5],
      mark: 'secondary',
      sourceKeys: ['D331', 'LL'],
      dueOn: '2027-06-30',
      automation: byRule,
    },
    {
      id: 'd331-39.2',
      clause: '39.2',
      title: { vi: 'Từ ngữ: an ninh mạng', en: 'Wording: an ninh mạng' },
      requirement: {
        vi: 'Cụm từ "an toàn thông tin" trong tiêu chuẩn cũ được hiểu là "an ninh mạng".',
        en: 'Where old standards say "an toàn thông tin", it reads as "an ninh mạng".',
      },
      scope: 'platform',
      automation: byProcedure({
        vi: 'Quy tắc đọc văn bản, không gắn với tài nguyên nào.',
        en: 'A rule of reading; no resource carries it.',
      }),
    },
  ],
});

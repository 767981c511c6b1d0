import { byProcedure, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { decree331 } from './decree-331-classification';

/** Decree 331/2026: appraisal, approval and the dossier. */
export default defineInstrument({
  ...decree331,
  controls: [
    {
      id: 'd331-18-1',
      clause: '18',
      title: { vi: 'Đơn vị chuyên trách thẩm định', en: 'The dedicated unit appraises' },
      requirement: {
        vi: 'Đơn vị chuyên trách của chủ quản thẩm định hồ sơ cấp độ 1 đến 3.',
        en: "The owner's dedicated unit appraises dossiers of levels 1 to 3.",
      },
      levels: [1, 2, 3],
      automation: records.approval,
    },
    {
      id: 'd331-18-4',
      clause: '18',
      title: { vi: 'Bộ Công an thẩm định', en: 'The Ministry of Public Security appraises' },
      requirement: {
        vi: 'Bộ Công an thẩm định hồ sơ cấp độ 4, 5 và hệ thống quan trọng về an ninh quốc gia (quân sự: Bộ Quốc phòng; cơ yếu: Ban Cơ yếu Chính phủ).',
        en: 'The Ministry of Public Security appraises levels 4 and 5 and critical systems (military: Ministry of National Defense; cipher: Government Cipher Committee).',
      },
      levels: [4, 5],
      automation: records.approval,
    },
    {
      id: 'd331-18.3',
      clause: '18.3',
      title: { vi: 'Thẩm quyền phê duyệt cấp độ', en: 'Who approves the level' },
      requirement: {
        vi: 'Cấp độ 1, 2 do đơn vị chuyên trách phê duyệt; cấp độ 3, 4 do chủ quản phê duyệt.',
        en: 'The dedicated unit approves levels 1 and 2; the owner approves levels 3 and 4.',
      },
      levels: [1, 2, 3, 4],
      automation: records.approval,
    },
    {
      id: 'd331-20.3',
      clause: '20.3',
      title: { vi: 'Phê duyệt hệ thống cấp độ 5', en: 'Approval at level 5' },
      requirement: {
        vi: 'Thủ tướng Chính phủ phê duyệt danh mục; chủ quản phê duyệt phương án bảo vệ.',
        en: 'The Prime Minister approves the list; the owner approves the security plan.',
      },
      levels: [5],
      automation: records.approval,
    },
    {
      id: 'd331-20.4',
      clause: '20.4',
      title: { vi: 'Cấp độ 3, 4 trong danh mục quan trọng', en: 'Levels 3 and 4 on the critical list' },
      requirement: {
        vi: 'Hệ thống cấp độ 3, 4 thuộc danh mục quan trọng về an ninh quốc gia theo thủ tục của cấp độ 5.',
        en: 'Systems of levels 3 and 4 on the critical list follow the procedure of level 5.',
      },
      levels: [3, 4],
      automation: records.approval,
    },
    {
      id: 'd331-18.4',
      clause: '18.4',
      title: { vi: 'Bên thẩm định không tự vận hành', en: 'The appraiser is not the operator' },
      requirement: {
        vi: 'Đơn vị thẩm định cũng vận hành hệ thống thì một đơn vị khác đủ năng lực hoặc hội đồng độc lập phải thẩm định.',
        en: 'Where the appraiser also operates the system, another capable unit or an independent council appraises.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: records.approval,
    },
    {
      id: 'd331-23.3-3',
      clause: '23.3',
      title: { vi: 'Thời hạn thẩm định cấp độ 3', en: 'Time to appraise level 3' },
      requirement: {
        vi: 'Thẩm định hồ sơ cấp độ 3 trong 15 ngày làm việc.',
        en: 'A level-3 dossier is appraised within 15 working days.',
      },
      levels: [3],
      parameters: { appraisalWorkingDaysMax: 15 },
      automation: records.approval,
    },
    {
      id: 'd331-23.3-4',
      clause: '23.3',
      title: { vi: 'Thời hạn thẩm định cấp độ 4, 5', en: 'Time to appraise levels 4 and 5' },
      requirement: {
        vi: 'Thẩm định hồ sơ cấp độ 4, 5 trong 25 ngày làm việc.',
        en: 'A dossier of level 4 or 5 is appraised within 25 working days.',
      },
      levels: [4, 5],
      parameters: { appraisalWorkingDaysMax: 25 },
      automation: records.approval,
    },
    {
      id: 'd331-23.2',
      clause: '23.2; 24.2',
      title: { vi: 'Thời hạn trả lời và phê duyệt', en: 'Time to answer and approve' },
      requirement: {
        vi: 'Trả lời hồ sơ chưa đầy đủ trong 5 ngày làm việc; phê duyệt trong 7 ngày làm việc.',
        en: 'An incomplete dossier is answered within 5 working days; approval takes at most 7.',
      },
      levels: [1, 2, 3, 4, 5],
      parameters: { incompleteReplyWorkingDaysMax: 5, approvalWorkingDaysMax: 7 },
      automation: records.approval,
    },
    {
      id: 'd331-22.3-identity',
      clause: {
        vi: 'điểm a đến điểm c khoản 3 Điều 22',
        en: 'Art. 22.3(a)–(c)',
      },
      title: { vi: 'Hồ sơ: chủ quản, vận hành, phạm vi', en: 'Dossier: owner, operator, scope' },
      requirement: {
        vi: 'Hồ sơ nêu chủ quản, đơn vị vận hành, phạm vi, quy mô và đối tượng phục vụ.',
        en: 'The dossier names owner, operator, scope, scale and served users.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-22.3d',
      clause: '22.3(d)',
      title: { vi: 'Hồ sơ: mô hình, thiết bị, vùng và địa chỉ', en: 'Dossier: models, devices, zones and addresses' },
      requirement: {
        vi: 'Hồ sơ có mô hình logic, vật lý; danh mục thiết bị và thiết bị mạng chính; danh mục ứng dụng; quy hoạch vùng kèm địa chỉ IP riêng và công cộng.',
        en: 'The dossier has logical and physical models, devices and main network devices, applications, and the zone plan with private and public addresses.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.inventory,
      automation: byRule,
    },
    {
      id: 'd331-22.4',
      clause: '22.4',
      title: { vi: 'Hồ sơ: cấp độ đề xuất và rủi ro', en: 'Dossier: proposed level and risks' },
      requirement: {
        vi: 'Hồ sơ nêu danh mục hệ thống với cấp độ đề xuất, căn cứ và rủi ro sơ bộ.',
        en: 'The dossier lists systems with the proposed level, its ground and preliminary risks.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byRule,
    },
    {
      id: 'd331-22.5',
      clause: '22.5',
      title: { vi: 'Hồ sơ cấp độ 4, 5: nội dung thêm', en: 'Dossier of levels 4 and 5: more content' },
      requirement: {
        vi: 'Hồ sơ cấp độ 4, 5 có thêm hệ thống phụ thuộc, nguy cơ, đánh giá thiệt hại và thuyết minh yêu cầu hoạt động 24/7.',
        en: 'Dossiers of levels 4 and 5 add dependent systems, threats, harm assessment and the need for 24/7 operation.',
      },
      levels: [4, 5],
      automation: records.approval,
    },
    {
      id: 'd331-29.2',
      clause: '29.2',
      title: { vi: 'Phương án bảo vệ gồm bảy phần', en: 'Security plan in seven parts' },
      requirement: {
        vi: 'Phương án gồm: thiết kế, xây dựng; vận hành; kiểm tra; rủi ro; giám sát; dự phòng, sự cố, khôi phục; kết thúc sử dụng.',
        en: 'The plan covers design and build; operation; inspection; risk; monitoring; redundancy, incidents and recovery; end of life.',
      },
      levels: [1, 2, 3, 4, 5],
      parameters: { planPartsMin: 7 },
      crosswalk: crosswalks.compliance,
      automation: records.approval,
    },
    {
      id: 'd331-30.3',
      clause: '30.3; 30.4',
      title: { vi: 'Nhóm yêu cầu quản lý và kỹ thuật', en: 'Management and technical groups' },
      requirement: {
        vi: 'Phương án đáp ứng bảy nhóm yêu cầu quản lý và bốn nhóm kỹ thuật: mạng, máy chủ, ứng dụng, dữ liệu.',
        en: 'The plan answers seven management groups and four technical ones: network, server, application, data.',
      },
      levels: [1, 2, 3, 4, 5],
      parameters: { managementGroupsMin: 7, technicalGroupsMin: 4 },
      crosswalk: crosswalks.compliance,
      automation: records.approval,
    },
    {
      id: 'd331-30.1',
      clause: '28.1; 28.4; 29.1; 30.1',
      title: { vi: 'Căn cứ của yêu cầu cơ bản theo cấp độ', en: 'Ground of the basic requirements of a level' },
      requirement: {
        vi: 'Các điều khoản này là căn cứ pháp lý để hệ thống đáp ứng yêu cầu cơ bản theo cấp độ của TCVN 14423:2026.',
        en: 'These articles are the legal ground on which systems meet the basic requirements of TCVN 14423:2026 for their level.',
      },
      levels: [1, 2, 3, 4, 5],
      mark: 'secondary',
      sourceKeys: ['D331', 'MX'],
      crosswalk: crosswalks.compliance,
      automation: byProcedure({
        vi: 'Điều khoản dẫn đến tiêu chuẩn; từng mục của TCVN 14423:2026 trong danh mục này mới là nội dung được kiểm tra.',
        en: 'The articles lead to the standard; what is checked are the clauses of TCVN 14423:2026, one by one.',
      }),
    },
    {
      id: 'd331-30.2',
      clause: '30.2',
      title: { vi: 'An ninh vật lý ngoài yêu cầu cơ bản', en: 'Physical security outside the basic requirements' },
      requirement: {
        vi: 'An ninh vật lý nằm ngoài yêu cầu cơ bản của nghị định; Phụ lục A của TCVN 14423:2026 nêu riêng.',
        en: 'Physical security is outside the basic requirements of the decree; Annex A of TCVN 14423:2026 treats it.',
      },
      levels: [1, 2, 3, 4, 5],
      automation: byProcedure({
        vi: 'Quy định về phạm vi, không gắn với tài nguyên nào.',
        en: 'It sets a scope; no resource carries it.',
      }),
    },
    {
      id: 'd331-30.7',
      clause: '30.7',
      title: { vi: 'Quy chế ban hành trước khi phê duyệt', en: 'Regulation before approval' },
      requirement: {
        vi: 'Quy chế bảo đảm an ninh mạng nội bộ được ban hành trước khi phê duyệt hồ sơ.',
        en: 'The internal security regulation is issued before the dossier is approved.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: byRule,
    },
    {
      id: 'd331-30.6',
      clause: '30.6',
      title: { vi: 'Thực hiện đủ phương án trước khi vận hành', en: 'Plan implemented before go-live' },
      requirement: {
        vi: 'Phương án bảo vệ được triển khai đầy đủ trước khi đưa hệ thống vào vận hành.',
        en: 'The security plan is fully implemented before the system goes live.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: byRule,
    },
    {
      id: 'd331-28.3',
      clause: '28.3',
      title: { vi: 'Đánh giá điều kiện trước khi vận hành', en: 'Readiness assessment' },
      requirement: {
        vi: 'Đánh giá điều kiện trước khi vận hành và khi có thay đổi lớn.',
        en: 'Readiness is assessed before go-live and on major change.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: byRule,
    },
    {
      id: 'd331-annex',
      clause: { vi: 'Phụ lục, mẫu 01 đến 08', en: 'Annex, forms 01–08' },
      title: { vi: 'Mẫu hồ sơ và báo cáo', en: 'Forms of dossier and report' },
      requirement: {
        vi: 'Hồ sơ và báo cáo theo mẫu 01 đến 08 (06 phê duyệt cấp độ, 07 phê duyệt phương án, 08 báo cáo năm).',
        en: 'Dossier and report follow forms 01 to 08 (06 level approval, 07 plan approval, 08 yearly report).',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: records.approval,
    },
  ],
});

import { byEvidence, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 333/2026: details of Law 116; known from secondary pages. */
export default defineInstrument({
  id: 'd333',
  officialName: {
    vi: 'Nghị định quy định chi tiết Luật An ninh mạng',
    en: 'Decree detailing the Law on Cybersecurity',
  },
  number: '333/2026/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-08-19',
  sourceKey: 'LL',
  mark: 'secondary',
  controls: [
    {
      id: 'd333-8.5b',
      clause: '8.5(b)',
      title: { vi: 'Thông báo tự kiểm tra hằng năm', en: 'Yearly notice of self-inspection' },
      requirement: {
        vi: 'Kết quả tự kiểm tra hệ thống quan trọng được thông báo trước 01/10 hằng năm.',
        en: 'The result of self-inspecting a critical system is notified before 1 October each year.',
      },
      levels: [5],
      dueYearly: '10-01',
      crosswalk: crosswalks.compliance,
      automation: records.report,
    },
    {
      id: 'd333-16.6c',
      clause: '16.6(c); 20.3',
      title: { vi: 'Lưu nhật ký 12 tháng', en: 'Logs for 12 months' },
      requirement: {
        vi: 'Bên cung cấp dịch vụ lưu nhật ký ít nhất 12 tháng và truy xuất được; áp dụng cho cơ quan nhà nước là lựa chọn thận trọng.',
        en: 'Service providers keep logs for at least 12 months, retrievable; applying it to agencies is a prudent default.',
      },
      scope: 'platform',
      mark: 'inference',
      sourceKeys: ['LL', 'LOC'],
      parameters: { logRetentionDaysMin: 365 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'd333-19',
      clause: '19; 20',
      title: { vi: 'Địa phương hóa dữ liệu', en: 'Data localization' },
      requirement: {
        vi: 'Dữ liệu thuộc diện bắt buộc lưu tại Việt Nam ít nhất 24 tháng, nhật ký ít nhất 12 tháng; phạm vi áp dụng còn tranh luận.',
        en: 'Data in scope stays in Vietnam for at least 24 months, logs for at least 12; the scope is debated.',
      },
      scope: 'platform',
      mark: 'inference',
      sourceKeys: ['LOC'],
      parameters: { dataRetentionMonthsMin: 24, logRetentionDaysMin: 365 },
      automation: byEvidence({
        vi: 'chính sách lưu giữ dữ liệu 24 tháng',
        en: 'the policy that keeps the data for 24 months',
      }),
    },
    {
      id: 'd333-24.8-persons',
      clause: '24.8',
      title: { vi: 'Đào tạo chậm nhất 19/8/2028', en: 'Training by 19 August 2028' },
      requirement: {
        vi: 'Người thuộc khoản 1 Điều 34 hoàn thành đào tạo chậm nhất ngày 19/8/2028.',
        en: 'Persons of Art. 34.1 finish training by 19 August 2028.',
      },
      scope: 'tenant',
      dueOn: '2028-08-19',
      automation: byEvidence({ vi: 'chứng chỉ đào tạo', en: 'the training certificates' }),
    },
    {
      id: 'd333-24.8-administrators',
      clause: '24.8',
      title: { vi: 'Đào tạo quản trị viên chậm nhất 19/8/2029', en: 'Training of administrators by 19 August 2029' },
      requirement: {
        vi: 'Quản trị viên hệ thống nhà nước cấp độ 3 đến 5 hoàn thành đào tạo chậm nhất ngày 19/8/2029.',
        en: 'Administrators of state systems of levels 3 to 5 finish training by 19 August 2029.',
      },
      levels: [3, 4, 5],
      dueOn: '2029-08-19',
      automation: byEvidence({ vi: 'chứng chỉ đào tạo', en: 'the training certificates' }),
    },
  ],
});

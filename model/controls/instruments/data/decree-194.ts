import { byEvidence, byRule } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Decree 194/2025: national databases, sharing and open data. */
export default defineInstrument({
  id: 'd194',
  officialName: {
    vi: 'Nghị định về cơ sở dữ liệu quốc gia, kết nối và chia sẻ dữ liệu, dữ liệu mở',
    en: 'Decree on national databases, data connection and sharing, open data',
  },
  number: '194/2025/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-08-19',
  sourceKey: 'D194b',
  mark: 'secondary',
  controls: [
    {
      id: 'd194-20',
      clause: '20',
      title: { vi: 'Ba phần của hệ thống trung gian', en: 'Three parts of the intermediary' },
      requirement: {
        vi: 'Kết nối dữ liệu qua hệ thống trung gian gồm nền tảng tích hợp, chia sẻ dữ liệu quốc gia (NDXP), nền tảng chia sẻ, điều phối dữ liệu của Trung tâm dữ liệu quốc gia và hạ tầng của bộ, tỉnh (vai trò LGSP).',
        en: 'Data connects through an intermediary in three parts: the national integration and sharing platform (NDXP), the sharing and coordination platform of the National Data Center, and ministry and province infrastructure (the LGSP role).',
      },
      scope: 'platform',
      automation: byRule,
    },
    {
      id: 'd194-16',
      clause: '16',
      title: { vi: 'Mặc định chia sẻ', en: 'Shared by default' },
      requirement: {
        vi: 'Dữ liệu dùng chung và dữ liệu mở mặc định được chia sẻ khi có yêu cầu; từ chối bằng văn bản có căn cứ pháp luật.',
        en: 'Common and open data is shared by default on request; a refusal is written, with its legal ground.',
      },
      scope: 'tenant',
      sourceKeys: ['D194c'],
      automation: byEvidence({ vi: 'văn bản trả lời', en: 'the written answer' }),
    },
    {
      id: 'd194-40',
      clause: {
        vi: 'Điều 40, sửa đổi khoản 3 Điều 35 Nghị định 47/2020/NĐ-CP',
        en: 'Art. 40, amending Art. 35.3 of Decree 47/2020/NĐ-CP',
      },
      title: { vi: 'Cấp tài khoản kết nối', en: 'Connection account' },
      requirement: {
        vi: 'Bên cung cấp tạo tài khoản kết nối trong 2 ngày làm việc hoặc từ chối có lý do.',
        en: 'The provider creates the connection account within 2 working days, or refuses with reasons.',
      },
      scope: 'tenant',
      mark: 'read',
      sourceKeys: ['D194'],
      parameters: { connectionAccountWorkingDaysMax: 2 },
      automation: byEvidence({ vi: 'thời điểm cấp tài khoản', en: 'the time of creation' }),
    },
  ],
});

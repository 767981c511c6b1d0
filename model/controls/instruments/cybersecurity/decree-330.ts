import { byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 330/2026: penalties; known from secondary pages. */
export default defineInstrument({
  id: 'd330',
  officialName: {
    vi: 'Nghị định xử phạt vi phạm về an ninh mạng và dữ liệu cá nhân',
    en: 'Decree on penalties in cybersecurity and personal data',
  },
  number: '330/2026/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-08-19',
  sourceKey: 'LL',
  mark: 'secondary',
  controls: [
    {
      id: 'd330-34.1c',
      clause: '34.1(c)',
      title: { vi: 'Lưu thông tin đăng nhập', en: 'Account device and login records' },
      requirement: {
        vi: 'Lưu thông tin thiết bị, địa chỉ IP và đăng nhập của tài khoản ít nhất 90 ngày.',
        en: 'Device, IP and login records of accounts are kept at least 90 days.',
      },
      scope: 'platform',
      sourceKeys: ['LOC'],
      parameters: { logRetentionDaysMin: 90 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
  ],
});

import type { AttestationPeriodFact } from '../../../../model/facts/attestation-fact';

export default {
  control: 'tcvn-14423-6.17.2.6',
  from: '2026-10-26',
  basis: {
    vi: 'Tính từ ngày hệ thống cuối cùng đi vào vận hành; nguồn không nêu ngày có hiệu lực của tiêu chuẩn.',
    en: 'Counted from the day on which the last system went into operation; the sources state no day of effect of the standard.',
  },
} satisfies AttestationPeriodFact;

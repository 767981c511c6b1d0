import type { AttestationPeriodFact } from '../../../../model/facts/attestation-fact';

export default {
  control: 'd331-28.5a',
  days: 365,
  basis: {
    vi: 'Chu kỳ là tham số thử nghiệm của môi trường này; nghị định không nêu chu kỳ bằng số.',
    en: 'The period is a parameter of this trial environment; the decree states none in numbers.',
  },
} satisfies AttestationPeriodFact;

import { defineInstrument } from '../../define-instrument';

/** Decree 332/2026: in force, its text not seen; no control is made up. */
export default defineInstrument({
  id: 'd332',
  officialName: {
    vi: 'Nghị định về sản phẩm, dịch vụ an ninh mạng',
    en: 'Decree on cybersecurity products and services',
  },
  number: '332/2026/NĐ-CP',
  status: 'not-read',
  style: 'article',
  effectiveFrom: '2026-08-19',
  sourceKey: 'UPD',
  mark: 'secondary',
  controls: [],
});

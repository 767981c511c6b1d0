import { defineInstrument } from '../../define-instrument';

/** Decree 329/2026: in force, its text not seen; no control is made up. */
export default defineInstrument({
  id: 'd329',
  officialName: { vi: 'Nghị định về lực lượng bảo vệ an ninh mạng', en: 'Decree on cybersecurity forces' },
  number: '329/2026/NĐ-CP',
  status: 'not-read',
  style: 'article',
  effectiveFrom: '2026-08-19',
  sourceKey: 'UPD',
  mark: 'secondary',
  controls: [],
});

import type { Attestation } from '../../../model/attestations/attestation';
import { buildReport } from '../../../reports/build-report';
import { buildLegalReport } from '../../../reports/legal/build-legal-report';
import { legalFiles } from '../../../reports/legal/legal-files';
import { fileOf, legalSource } from './legal-kit';

const record: Attestation = {
  id: 'inspection-1',
  subject: { kind: 'system', id: 'land-database' },
  control: 'd331-27',
  doneOn: '2026-09-01',
  by: { name: 'Trung tâm đánh giá', independent: true },
  outcome: 'met',
  open: [],
  document: { name: 'Biên bản', digest: `sha256:${'b'.repeat(64)}` },
  signer: 'an',
  role: 'inspection',
  signedAt: '2026-09-02T00:00:00Z',
  origin: ['attestations', 'records', 'inspection-1'],
};

/** The report of the healthy nation with these records, on 27 November 2026: its window is 15 December to 14 December. */
function sourceWith(attestations: readonly Attestation[]) {
  const source = { ...legalSource(), attestations };
  return { ...source, report: buildReport(source) };
}
const inspected = (one: Partial<Attestation>): number =>
  buildLegalReport(sourceWith([{ ...record, ...one }])).totals.inspected;

describe('heading 8 of the legal report', () => {
  it('counts a system that a signed record says was inspected in the window, met or not', () => {
    expect(inspected({})).toBe(1);
    expect(inspected({ outcome: 'not-met', open: ['x'] })).toBe(1);
    expect(inspected({ control: 'd331-28.5a' })).toBe(1);
  });

  it.each<[string, Partial<Attestation>]>([
    ['before the window', { doneOn: '2025-12-14' }],
    ['after the window', { doneOn: '2026-12-15' }],
    ['of something else than an inspection', { control: 'd331-30.7' }],
    ['of something else than a system', { subject: { kind: 'site', id: 'dc-north' } }],
  ])('doesn’t count a record %s', (_, one) => {
    expect(inspected(one)).toBe(0);
  });

  it('counts a system once, however many records it has', () => {
    const two = [record, { ...record, id: 'inspection-2', control: 'd331-28.5a' as const }];
    expect(buildLegalReport(sourceWith(two)).totals.inspected).toBe(1);
  });

  it('names who inspected, when, and the document by its digest, in both languages', () => {
    const files = [...legalFiles(sourceWith([record]))];
    for (const [language, word] of [
      ['vi', 'theo người ký'],
      ['en', 'by the signer’s word'],
    ] as const) {
      const page = fileOf(files, `${language}/nation.html`);
      const section = page.slice(page.indexOf('id="h8'), page.indexOf('id="h9'));
      expect(section).toContain(word);
      expect(section).toContain('Trung tâm đánh giá');
      expect(section).toContain(record.document.digest);
    }
  });
});

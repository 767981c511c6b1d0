import { pass } from '../../../policies/define-policy';
import type { Attestation } from '../../../model/attestations/attestation';
import { buildReport } from '../../../reports/build-report';
import { siteFiles } from '../../../reports/site/site-files';
import { hostile, rule, sourceOf } from '../report-kit';

const record: Attestation = {
  id: 'drill-2026',
  subject: { kind: 'system', id: 'land-database' },
  control: 'd331-27',
  doneOn: '2026-09-01',
  by: { name: hostile, independent: true },
  outcome: 'met',
  open: [],
  document: { name: 'Minutes', digest: `sha256:${'a'.repeat(64)}` },
  signer: 'an',
  role: 'inspection',
  signedAt: '2026-09-02T00:00:00Z',
  origin: ['attestations', 'records', 'drill-2026'],
};

function pageWith(attestations: readonly Attestation[]): { readonly evidence: string; readonly figures: unknown } {
  const source = sourceOf({ 'a/b': rule('d331-30.8', [pass]) });
  const input = { ...source, attestations };
  const files = new Map([...siteFiles({ ...input, report: buildReport(input) })].map((one) => [one.path, one.content]));
  return { evidence: String(files.get('evidence.html')), figures: JSON.parse(String(files.get('figures.json'))) };
}

describe('signed records on the audit site', () => {
  it('stand with their day, their document by its digest, and whose word they are', () => {
    const { evidence, figures } = pageWith([record]);
    expect(evidence).toContain('✎ met, by the signer’s word');
    expect(evidence).toContain(record.document.digest);
    expect(evidence).not.toContain('<img');
    expect(figures).toMatchObject({ attestations: 1 });
  });

  it('are none where there are none, and no clause says otherwise', () => {
    const { evidence, figures } = pageWith([]);
    expect(evidence).not.toContain('attested for');
    expect(figures).toMatchObject({ attestations: 0 });
  });

  it('that say what is open stand among the duties to act on', () => {
    const { evidence, figures } = pageWith([{ ...record, outcome: 'not-met', open: ['two findings'] }]);
    expect(evidence.slice(evidence.indexOf('id="open-duties"'))).toContain('✘ done, not met');
    expect(evidence).toContain('two findings');
    const before = pageWith([record]).figures as { readonly openDuties: number };
    expect(figures).toMatchObject({ openDuties: before.openDuties + 1 });
  });
});

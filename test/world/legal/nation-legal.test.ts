import { gateAssembly } from '../../../cli/gate-assembly';
import { policyCatalog } from '../../../policies/catalog';
import { buildReport } from '../../../reports/build-report';
import { formatCatalog } from '../../../reports/catalog';
import type { ReportSource } from '../../../reports/define-format';
import { buildLegalReport } from '../../../reports/legal/build-legal-report';
import { legalTable } from '../../golden/legal-table';
import { expectGolden } from '../../support/expect-golden';
import { ruleSetOf } from '../../support/rule-set-of';
import { writtenAssembly } from '../../support/written/written-assembly';

const TODAY = '2026-11-27';

/** The longest dossier of a system that a person still reads, in bytes. */
const DOSSIER_MAX = 125_000;

describe('the legal report of the nation', () => {
  let source: ReportSource;
  beforeAll(async () => {
    const { folder } = await writtenAssembly('national');
    const gated = gateAssembly(folder, ruleSetOf(policyCatalog), TODAY);
    const input = { ...gated, policies: gated.rules.policies };
    source = { ...input, report: buildReport(input) };
  });

  it('has the headline numbers of its table', () => {
    expectGolden('national/legal.txt', legalTable(buildLegalReport(source)));
  });

  it('has a dossier for each system in both languages, none too long to read', () => {
    const found = formatCatalog.find(({ id }) => id === 'dossiers')?.format;
    if (found === undefined || !('folder' in found)) throw new Error('no format of dossiers');
    const sizes = [...found.files(source)].map(({ path, content }) => ({ path, size: Buffer.byteLength(content) }));
    const dossiers = sizes.filter(({ path }) => path.includes('/systems/'));
    expect(dossiers.length).toBe(source.view.model.systems.length * 6);
    expect(dossiers.filter(({ size }) => size > DOSSIER_MAX)).toEqual([]);
  });
});

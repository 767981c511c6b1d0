import type { Attestation } from '../../../model/attestations/attestation';
import { pass } from '../../../policies/define-policy';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { checkOscal } from '../../../reports/oscal/check/check-oscal';
import { visibleText } from '../../../reports/text/visible-text';
import { gone, met, notMet, replaced } from '../due/due-kit';
import { hostile, rule, sourceOf } from '../report-kit';
import { documentAt, documentsOf, evidenced, filesOf, listAt, propertyOf } from './oscal-kit';

/** A clause that a rule answers in part, with a record on it as well. */
const beside = { ...met, id: 'beside', control: evidenced, role: '1@x_y', part: undefined } as const;

function sourceWith(attestations: readonly Attestation[]): ReportSource {
  const input = { ...sourceOf({ 'network/require-c': rule(evidenced, [pass]) }), attestations };
  return { ...input, report: buildReport(input) };
}

const source = sourceWith([notMet, beside, gone, met, replaced]);
const files = filesOf(source);
const documents = documentsOf(files);
const results = documentAt(documents, 'en/assessment-results.json');
const [result = {}] = listAt(results, 'results');
const told = listAt(result, 'observations').filter((one) => propertyOf(one, 'record') !== undefined);

describe('signed records in the OSCAL results', () => {
  it('lead nowhere wrong, with their signers as parties and their roles as roles', () => {
    expect(checkOscal(documents, { bytes: (path) => files.get(path) }).problems).toEqual([]);
  });

  it('are an observation each, examined by the party that signed in its role, from its day to its end', () => {
    expect(told.map((one) => propertyOf(one, 'record'))).toEqual(['bad', 'beside', 'gone', 'good', 'old']);
    const good = told.find((one) => propertyOf(one, 'record') === 'good');
    const parties = listAt(results['metadata'] as typeof results, 'parties');
    expect(good).toMatchObject({
      methods: ['EXAMINE'],
      origins: [{ actors: [{ type: 'party', 'role-id': 'signer-inspection' }] }],
      collected: '2026-09-15T00:00:00+07:00',
      expires: '2026-12-15T00:00:00+07:00',
    });
    expect(parties.map(({ name, type }) => [name, type])).toContainEqual(['an', 'person']);
    expect(propertyOf(good ?? {}, 'digest')).toBe(met.document.digest);
    expect(propertyOf(good ?? {}, 'key')).toBe(met.keys?.[0]);
    expect(propertyOf(good ?? {}, 'unit')).toBe(visibleText(hostile));
  });

  it('make no clause satisfied, and stand beside what the rules say of it', () => {
    const findings = listAt(result, 'findings');
    const statuses = findings.map(({ target }) => JSON.stringify(target));
    expect(statuses.some((one) => one.includes('"state":"satisfied"'))).toBe(false);
    const uuid = told.find((one) => propertyOf(one, 'record') === 'beside')?.['uuid'];
    expect(listAt(findings[0] ?? {}, 'related-observations')).toContainEqual({ 'observation-uuid': uuid });
  });

  it('take back that nobody observed the clause', () => {
    const clause = listAt(result, 'observations').find(
      (one) => propertyOf(one, 'clause') === met.control && propertyOf(one, 'record') === undefined,
    );
    expect(clause).toMatchObject({ methods: ['UNKNOWN'] });
    expect(clause?.['remarks']).toContain('the signed records on it are observations of their own');
  });

  it('name no subject that the plan has no more, and keep their UUIDs from day to day', () => {
    expect(told.find((one) => propertyOf(one, 'record') === 'gone')).not.toHaveProperty('subjects');
    const later = { ...source, report: { ...source.report, today: '2026-10-02' } };
    const again = listAt(
      listAt(documentAt(documentsOf(filesOf(later)), 'vi/assessment-results.json'), 'results')[0] ?? {},
      'observations',
    );
    const uuids = again.filter((one) => propertyOf(one, 'record') !== undefined).map(({ uuid }) => uuid);
    expect(uuids).toEqual(told.map(({ uuid }) => uuid));
  });
});

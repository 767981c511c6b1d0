import Ajv2020 from 'ajv/dist/2020';
import { fail, pass } from '../../../policies/define-policy';
import json from '../../../reports/formats/json';
import schemaFormat from '../../../reports/formats/schema';
import type { Report } from '../../../reports/report';
import { hostileReport, reportOf, rule } from '../report-kit';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  JSON.parse(schemaFormat.render()) as Readonly<Record<string, unknown>>,
);
const written = (report: Report): Record<string, unknown> =>
  JSON.parse(json.render({ report })) as Record<string, unknown>;
const faultsOf = (value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

describe('the published schema of the report', () => {
  it('takes every report as it is written', () => {
    expect(faultsOf(written(hostileReport()))).toEqual([]);
    expect(faultsOf(written(reportOf({ 'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]) })))).toEqual([]);
  });

  const members = Object.keys(written(hostileReport())).toSorted();
  it.each(members)('refuses a report without its member %s', (member) => {
    const { [member]: _, ...rest } = written(hostileReport());
    expect(faultsOf(rest)).toEqual([' required']);
  });

  it.each<[string, (report: Record<string, unknown>) => unknown, string]>([
    ['has a member that nobody knows', (one) => ({ ...one, compliant: true }), ' additionalProperties'],
    ['has another verdict', (one) => ({ ...one, verdict: 'compliant' }), '/verdict enum'],
    ['counts in words', (one) => ({ ...one, evaluations: 'many' }), '/evaluations type'],
    ['has another version', (one) => ({ ...one, formatVersion: 2 }), '/formatVersion const'],
  ])('refuses a report that %s', (_, bend, fault) => {
    expect(faultsOf(bend(written(hostileReport())))).toContain(fault);
  });

  it('says in words what members are', () => {
    const { $defs } = JSON.parse(schemaFormat.render()) as { $defs: Record<string, { description?: string }> };
    expect($defs['ReportClause']?.description).toMatch(/^One clause of the law/);
  });
});

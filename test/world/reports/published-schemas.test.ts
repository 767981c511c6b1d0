import { gateAssembly } from '../../../cli/gate-assembly';
import { policyCatalog } from '../../../policies/catalog';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import history from '../../../reports/formats/history';
import json from '../../../reports/formats/json';
import legal from '../../../reports/formats/legal';
import site from '../../../reports/formats/site';
import { publishedSchemas } from '../../../reports/schema/published-schemas';
import { earlierOf, historyOf } from '../../reports/history/history-kit';
import { fileOf } from '../../reports/legal/legal-kit';
import { publishedValidator } from '../../support/schemas/published-validator';
import { ruleSetOf } from '../../support/rule-set-of';
import { writtenAssembly } from '../../support/written/written-assembly';

/** What a gate said before the last rule was there, and before one thing was mended. */
function withEarlier(source: ReportSource): ReportSource {
  const results = source.evaluation.results.slice(0, -1).map((one, index) => {
    const [subject] = one.pass;
    const said = { policy: one.policy, subject: subject ?? '', where: '', got: '', want: '', value: '', origin: [] };
    return index === 0 ? { ...one, fail: [...one.fail, said] } : one;
  });
  const earlier = earlierOf({ ...source, evaluation: { ...source.evaluation, results } });
  return { ...source, since: historyOf(earlier) };
}

const fileTexts: Readonly<Record<string, (source: ReportSource) => string>> = {
  'history/history.json': (source) => fileOf(history.files(withEarlier(source)), 'history.json'),
  'legal/legal.json': (source) => fileOf(legal.files(source), 'legal.json'),
  'report.json': (source) => json.render(source),
  'site/figures.json': (source) => fileOf(site.files(source), 'figures.json'),
};

describe.each(['sandbox', 'national'] as const)('the files for programs of the %s', (name) => {
  let source: ReportSource;
  beforeAll(async () => {
    const { folder } = await writtenAssembly(name);
    const gated = gateAssembly(folder, ruleSetOf(policyCatalog), '2026-11-27');
    const input = { ...gated, policies: gated.rules.policies };
    source = { ...input, report: buildReport(input) };
  });

  it.each(Object.keys(fileTexts))('%s is as its published schema says', (of) => {
    expect(publishedValidator(of).faultsOf(JSON.parse(fileTexts[of]?.(source) ?? ''))).toEqual([]);
  });

  it('are all that have a schema, beside the review', () => {
    const names = publishedSchemas.map((one) => one.of).filter((of) => of !== 'review.json');
    expect(Object.keys(fileTexts).toSorted()).toEqual(names);
  });
});

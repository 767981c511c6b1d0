import { fail, pass, unknown } from '../../../policies/define-policy';
import history from '../../../reports/formats/history';
import json from '../../../reports/formats/json';
import legal from '../../../reports/formats/legal';
import schemaFormat from '../../../reports/formats/schema';
import site from '../../../reports/formats/site';
import { reviewJson } from '../../../reports/review/review-json';
import { publishedSchemas, schemaFile } from '../../../reports/schema/published-schemas';
import { publishedValidator } from '../../support/schemas/published-validator';
import { fileOf, legalSource, ruleOn } from '../legal/legal-kit';
import { earlierOf, historyOf } from '../history/history-kit';
import { hostileReport, reportOf, rule, sourceOf } from '../report-kit';
import { reviewOf } from '../review/review-kit';
import { bentSource } from '../site/site-kit';
import { mutantsOf } from './schema-mutants';

/** A file that is written, and where its schema must be lenient. */
interface Published {
  /** The file, of a source that holds something everywhere. */
  readonly text: () => string;
  /** Members that may be left out: those that their type says are optional, and the names of what is counted by name. */
  readonly optional: readonly string[];
  /** Members that may hold other kinds of values, and more members: those that hold what anybody wrote. */
  readonly free?: RegExp;
}

const systems = ['system/procedures-p01', 'system/land-database'];
const legalRule = ruleOn('d331-28.3', systems, systems.slice(1));
const steps = ['appraisedOn', 'approvedOn', 'operatingSince', 'planCarriedOutOn', 'readyOn', 'regulationIssuedOn'];
const crosswalk = ['cis', 'dataCenter', 'iso27001', 'nist80053', 'nsa'];

const files: Readonly<Record<string, Published>> = {
  'history/history.json': { text: historyText, optional: ['/trends/points/*/bundle'] },
  'legal/legal.json': {
    text: () => fileOf(legal.files(legalSource({ 'a/b': legalRule })), 'legal.json'),
    optional: [...steps, 'submittedOn'].map((step) => `/owners/*/systems/*/dossier/${step}`),
  },
  'report.json': {
    text: () => json.render({ report: hostileReport() }),
    optional: [
      ...['due', 'owner', 'part', 'start'].map((name) => `/due/*/${name}`),
      '/findings/*/system',
      ...['attested', ...crosswalk.map((name) => `crosswalk/${name}`), 'why'].map(
        (name) => `/instruments/*/clauses/*/${name}`,
      ),
      ...['agencyFlows/*/fromName', 'agencyFlows/*/toName', 'blast', 'headroom'].map((name) => `/reachability/${name}`),
      ...['communes/*/alike/*/ends/*', 'communes/*/province', 'provinces/ends/*', 'zones/ends/*'].map(
        (place) => `/reachability/${place}/officialName`,
      ),
      '/systems/*/ownerName',
    ],
    // A day, or why it isn't known.
    free: /\/effectiveFrom$/,
  },
  'review.json': {
    text: () => reviewJson(reviewOf()),
    optional: [
      '/base',
      ...['exception', 'system', 'tenant'].map((name) => `/content/findings/*/${name}`),
      ...['after', 'before', 'cluster', 'level', 'system', 'tenant', 'zone'].map(
        (name) => `/content/objects/*/${name}`,
      ),
      ...['quotas', 'recovery'].flatMap((name) => ['after', 'before'].map((side) => `/content/${name}/*/${side}`)),
      ...['systems/3', 'systems/5', 'tenants/ministry', 'tenants/province'].map((name) => `/content/reach/${name}`),
    ],
    free: /^\/content\/facts\/\*\/(?:after|before)(?:\/|$)/,
  },
  'site/figures.json': {
    text: () => fileOf(site.files(bentSource()), 'figures.json'),
    optional: ['/tenants/*/parent'],
  },
};

/** What changed between two judgements, with a change of each kind. */
function historyText(): string {
  const before = sourceOf({ 'a/b': rule('d331-30.8', [pass, pass]), 'a/gone': rule('d331-30.9', [pass]) });
  const now = sourceOf({
    'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]),
    'a/new': rule('d331-30.9', [unknown('a', 'b', 'c')]),
  });
  return fileOf(history.files({ ...now, since: historyOf(earlierOf(before)) }), 'history.json');
}

function written(of: string): Record<string, unknown> {
  const found = files[of];
  if (found === undefined) throw new Error(`no source of ${of}; add one to the table`);
  return JSON.parse(found.text()) as Record<string, unknown>;
}

describe.each(publishedSchemas)('the published schema of $of', ({ of }) => {
  it('takes the file as it is written, and states its version', () => {
    const validator = publishedValidator(of);
    expect(validator.faultsOf(written(of))).toEqual([]);
    expect(validator.id).toMatch(/^https:\/\/ndc\.gov\.vn\/schema\/[a-z]+\/v[1-9]$/);
  });

  it('refuses a member too many, a member too few and another type, wherever they stand', () => {
    const validator = publishedValidator(of);
    const { optional = [], free } = files[of] ?? {};
    const value = written(of);
    const taken: string[] = [];
    let tried = 0;
    for (const { kind, place } of mutantsOf(value)) {
      tried += 1;
      const isFree = free?.test(place) === true;
      if (validator.takes(value) && !isFree) taken.push(kind === 'missing' ? place : `${kind} ${place}`);
    }
    expect(taken.toSorted()).toEqual(optional.toSorted());
    expect(tried).toBeGreaterThan(50);
  });
});

describe('the published schemas', () => {
  it('are one file each, named after what they describe', () => {
    const names = [...schemaFormat.files()].map(({ path }) => path);
    expect(names).toEqual(publishedSchemas.map((one) => schemaFile(one)).toSorted());
    expect(new Set(names).size).toBe(publishedSchemas.length);
  });

  it('take a report that has nothing to say against anything', () => {
    const report = reportOf({ 'a/b': rule('d331-30.8', [pass]) });
    expect(publishedValidator('report.json').faultsOf(JSON.parse(json.render({ report })))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a verdict that nobody gives', { verdict: 'compliant' }, '/verdict enum'],
    ['a count in words', { evaluations: 'many' }, '/evaluations type'],
    ['another version', { formatVersion: 2 }, '/formatVersion const'],
  ])('refuse %s, and say where', (_, bend, fault) => {
    expect(publishedValidator('report.json').faultsOf({ ...written('report.json'), ...bend })).toContain(fault);
  });

  it('say in words what members are', () => {
    const schemas = [...schemaFormat.files()].map(({ content }) => String(content)).join('');
    expect(schemas).toContain('"description": "One clause of the law or a standard');
    expect(schemas).toContain('"description": "Ids of the signed records of its inspections');
  });
});

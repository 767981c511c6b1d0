import { createHash } from 'node:crypto';
import { controls, controlsOfLevel, instrumentHeads } from '../../../model/controls/control';
import { levels } from '../../../model/level';
import type { JsonValue } from '../../../resources/resource';
import { checkOscal } from '../../../reports/oscal/check/check-oscal';
import { isObject } from '../../../reports/oscal/check/oscal-document';
import { parseHref, resolvePath } from '../../../reports/oscal/check/href';
import { OPEN_MAX } from '../../../reports/oscal/results/open-evaluations';
import { visibleText } from '../../../reports/text/visible-text';
import { hostile } from '../report-kit';
import {
  cleanSource,
  documentAt,
  documentsOf,
  evidenced,
  filesOf,
  listAt,
  openSource,
  propertyOf,
  waiver,
} from './oscal-kit';

const source = openSource();
const files = filesOf(source);
const documents = documentsOf(files);
const results = listAt(documentAt(documents, 'en/assessment-results.json'), 'results')[0] ?? {};
const clauses = source.report.instruments.flatMap((one) => one.clauses);

describe('an OSCAL export', () => {
  it('leads nowhere wrong, whatever was found', () => {
    const bytes = (path: string): Buffer | undefined => files.get(path);
    expect(checkOscal(documents, { bytes }).problems).toEqual([]);
    const clean = filesOf(cleanSource());
    expect(checkOscal(documentsOf(clean), { bytes: (path) => clean.get(path) }).problems).toEqual([]);
  });

  it('says the same in both languages: same keys, same UUIDs, only texts differ', () => {
    const differing = new Set<string>();
    for (const { path, whole } of documents.filter((one) => one.path.startsWith('vi/'))) {
      const other = documents.find((one) => one.path === path.replace('vi/', 'en/'));
      compare({ one: whole, other: other?.whole ?? null, at: path }, differing);
    }
    expect([...differing].toSorted()).toEqual([
      'description',
      'label',
      'language',
      'mapping-description',
      'name',
      'prose',
      'remarks',
      'statement',
      'system-name',
      'title',
    ]);
  });

  it('tells no moment but the day of evaluation and the days of exceptions', () => {
    const moments = new Set(
      [...files.values()].flatMap((one) => one.toString('utf8').match(/\d{4}-\d{2}-\d{2}T[^"]*/g) ?? []),
    );
    expect([...moments].toSorted()).toEqual(['2026-10-01T00:00:00+07:00', '2026-12-02T00:00:00+07:00']);
  });

  it('has every evaluation in one file whose SHA-256 the certificate and the results state', () => {
    const digest = createHash('sha256')
      .update(files.get('evaluations.json') ?? '')
      .digest('hex');
    expect(`sha256:${digest}`).toBe(source.certificate.evaluationsDigest);
    expect(files.get('en/assessment-results.json')?.toString('utf8')).toContain(
      `{"href":"../evaluations.json","media-type":"application/json","hashes":[{"algorithm":"SHA-256","value":"${digest}"}]}`,
    );
  });
});

describe('the catalog', () => {
  const groups = listAt(documentAt(documents, 'vi/catalog.json'), 'groups');

  it('has every instrument and every clause with its mark, its day of effect and its words', () => {
    expect(groups.map(({ id }) => id)).toEqual(instrumentHeads.map(({ id }) => id));
    const told = groups.flatMap((group) => listAt(group, 'controls'));
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set(controls.map(({ id }) => id)));
    expect(told).toHaveLength(controls.length);
    for (const control of told) {
      const known = controls.find(({ id }) => id === control['id']);
      const day = known?.effectiveFrom;
      expect([propertyOf(control, 'mark'), propertyOf(control, 'effective-from')]).toEqual([
        known?.mark,
        typeof day === 'string' ? day : 'not-known',
      ]);
      expect(listAt(control, 'parts')[0]).toMatchObject({ name: 'statement' });
    }
  });

  it('has a profile for each level with the clauses that bind it', () => {
    for (const level of levels) {
      const [chosen] = listAt(documentAt(documents, `en/profile-level-${level}.json`), 'imports');
      const [ids] = chosen === undefined ? [] : listAt(chosen, 'include-controls');
      expect(ids?.['with-ids']).toEqual(controlsOfLevel(level).map(({ id }) => id));
    }
  });
});

describe('the results', () => {
  const findings = listAt(results, 'findings');
  const observations = listAt(results, 'observations');

  it('call satisfied what holds whole, and nothing else', () => {
    const satisfied = findings.filter(({ target }) => stateOf(target) === 'satisfied');
    const holding = clauses.filter(({ state }) => state === 'holds').map(({ id }) => id);
    expect(satisfied.map((one) => propertyOf(one, 'clause'))).toEqual(holding);
    expect(holding).toEqual(['tcvn-14423-5.12.2.4d']);
  });

  it('tell each other state by its reason', () => {
    const told = findings.map((one) => [propertyOf(one, 'clause'), propertyOf(one, 'state'), reasonOf(one['target'])]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['d331-30.8', 'fails', 'fail'],
        ['d331-30.9', 'unknown', 'other'],
        ['d331-31.2d', 'fails', 'fail'],
        [evidenced, 'in-part', 'other'],
      ]),
    );
    expect(told).toHaveLength(5);
  });

  it('have each clause that no rule answers, as what it is, without a finding', () => {
    const silent = clauses.filter(({ rules }) => rules.length === 0);
    const told = new Map(observations.map((one) => [propertyOf(one, 'clause'), one]));
    for (const { id, state } of silent) {
      const observation = told.get(id) ?? {};
      expect([propertyOf(observation, 'state'), observation['methods']]).toEqual([state, ['UNKNOWN']]);
    }
    expect(findings).toHaveLength(clauses.length - silent.length);
  });

  it('have an observation for each evaluation that is no pass, and one for each rule with all its counts', () => {
    const verdicts = observations.map((one) => propertyOf(one, 'verdict')).filter((verdict) => verdict !== undefined);
    const { counts, rules, evaluations } = source.report;
    expect(verdicts).toHaveLength(evaluations - counts.pass);
    const ofRules = observations.filter((one) => propertyOf(one, 'vacuous') !== undefined);
    expect(ofRules).toHaveLength(rules.length);
    for (const verdict of ['pass', 'fail', 'unknown', 'skip', 'error'] as const)
      expect(ofRules.reduce((sum, one) => sum + Number(propertyOf(one, 'count', verdict)), 0)).toBe(counts[verdict]);
  });

  it('tell the first of very many one by one, the number of the others, and every count in full', () => {
    const [finding] = source.report.findings;
    if (finding === undefined) throw new Error('no finding');
    const findings = Array.from({ length: OPEN_MAX + 7 }, (_, index) => ({ ...finding, subject: `subject-${index}` }));
    const many = documentsOf(filesOf({ ...source, report: { ...source.report, findings, skipped: [] } }));
    const told = listAt(documentAt(many, 'en/assessment-results.json'), 'results')[0] ?? {};
    expect(propertyOf(told, 'observations-left-out')).toBe('7');
    expect(listAt(told, 'observations').filter((one) => propertyOf(one, 'verdict') !== undefined)).toHaveLength(
      OPEN_MAX,
    );
    expect(propertyOf(results, 'observations-left-out')).toBeUndefined();
  });

  it('show an exception as an approved deviation that ends, and one at fault as a fault', () => {
    const risk = listAt(results, 'risks').find((one) => propertyOf(one, 'exception') === waiver.id);
    expect(risk).toMatchObject({ status: 'deviation-approved', deadline: '2026-12-02T00:00:00+07:00' });
    expect(observations.map((one) => propertyOf(one, 'fault')).filter((one) => one !== undefined)).toEqual([
      'digest-differs',
      'unused',
    ]);
  });

  it('keep hostile texts whole and visible, and let none of them be markup', () => {
    const text = files.get('en/assessment-results.json')?.toString('utf8') ?? '';
    expect(text).not.toMatch(/[\u202e\0]|\\ud800|\\u202e/u);
    const got = observations.map((one) => propertyOf(one, 'got'));
    expect(got).toContain(visibleText(hostile.toWellFormed()));
    expect(text).not.toMatch(/(?<!\\)<img[^"]*","uuid/);
  });
});

describe('the plan of action', () => {
  it('names every rule with something open, every exception, every fault and every clause that is proved in part', () => {
    const items = listAt(documentAt(documents, 'en/plan-of-action-and-milestones.json'), 'poam-items');
    expect(
      items.flatMap(
        (one) => propertyOf(one, 'rule') ?? propertyOf(one, 'exception') ?? propertyOf(one, 'clause') ?? [],
      ),
    ).toEqual(
      expect.arrayContaining(['network/require-a', 'network/require-b', 'network/require-e', waiver.id, evidenced]),
    );
  });
});

describe('a link', () => {
  it('leads from the folder of its document', () => {
    expect(resolvePath('a/vi/x.json', '../evaluations.json')).toBe('a/evaluations.json');
    expect(resolvePath('x.json', '../../y.json')).toBe('../../y.json');
    expect(resolvePath('/a/x.json', 'y.json')).toBe('/a/y.json');
    expect(parseHref('a%20b.json?x#y')).toEqual({ kind: 'relative', path: 'a b.json', fragment: 'y' });
    expect(parseHref('https://example.vn/a')).toEqual({ kind: 'outside' });
    expect(parseHref('%E0%A4%A')).toEqual({ kind: 'malformed' });
  });
});

interface Compared {
  readonly one: JsonValue;
  readonly other: JsonValue;
  /** The key or, of a property, the name under which both stand. */
  readonly at: string;
}

function compare({ one, other, at }: Compared, differing: Set<string>): void {
  if (isObject(one) && isObject(other)) {
    expect([at, Object.keys(other)]).toEqual([at, Object.keys(one)]);
    for (const [key, value] of Object.entries(one)) {
      const named = key === 'value' && typeof one['name'] === 'string' ? one['name'] : key;
      compare({ one: value, other: other[key] ?? null, at: named }, differing);
    }
  } else if (Array.isArray(one) && Array.isArray(other)) {
    expect([at, other.length]).toEqual([at, one.length]);
    for (const [index, value] of (one as readonly JsonValue[]).entries())
      compare({ one: value, other: (other as readonly JsonValue[])[index] ?? null, at }, differing);
  } else if (one !== other) differing.add(at);
}

function stateOf(target: JsonValue | undefined): JsonValue | undefined {
  const status = isObject(target) ? target['status'] : undefined;
  return isObject(status) ? status['state'] : undefined;
}

function reasonOf(target: JsonValue | undefined): JsonValue | undefined {
  const status = isObject(target) ? target['status'] : undefined;
  return isObject(status) ? status['reason'] : undefined;
}

import fc from 'fast-check';
import type { JsonObject, JsonValue, Steps } from '../../../resources/resource';
import { LineIndex } from '../../../resources/text-position';
import { checkOscal } from '../../../reports/oscal/check/check-oscal';
import { locateSteps } from '../../../reports/oscal/check/locate-steps';
import {
  isObject,
  oscalModels,
  readOscalDocument,
  type OscalDocument,
} from '../../../reports/oscal/check/oscal-document';
import { describeWithOscalSchema } from '../../support/schemas/oscal-schema';
import { cleanSource, documentsOf, filesOf, openSource } from './oscal-kit';

const files = filesOf(openSource());
const english = documentsOf(files).filter(({ path }) => path.startsWith('en/'));
const bytes = (path: string): Buffer | undefined => files.get(path);

const RESULTS = 'en/assessment-results.json';
const result = ['assessment-results', 'results', 0] as const;

/** What stands in a document that is wrong, and is valid by NIST's schema. */
interface Mutant {
  readonly name: string;
  readonly path: string;
  readonly at: Steps;
  /** The new value, or the steps in the same document to what is copied there. */
  readonly put: JsonValue | { readonly copyOf: Steps };
  readonly code: string;
}

const mutants: readonly Mutant[] = [
  {
    name: 'a UUID that stands twice',
    path: RESULTS,
    at: [...result, 'observations', 1, 'uuid'],
    put: { copyOf: [...result, 'observations', 0, 'uuid'] },
    code: 'oscal-uuid-duplicate',
  },
  {
    name: 'a finding on an observation that is not there',
    path: RESULTS,
    at: [...result, 'findings', 0, 'related-observations', 0, 'observation-uuid'],
    put: '00000000-0000-4000-8000-000000000000',
    code: 'oscal-reference-dangling',
  },
  {
    name: 'a reference to something of another kind',
    path: RESULTS,
    at: [...result, 'findings', 0, 'related-observations', 0, 'observation-uuid'],
    put: { copyOf: [...result, 'uuid'] },
    code: 'oscal-reference-kind',
  },
  {
    name: 'evidence that is not in the back matter',
    path: RESULTS,
    at: [...result, 'observations', 2, 'relevant-evidence', 0, 'href'],
    put: '#00000000-0000-4000-8000-000000000000',
    code: 'oscal-href-unresolved',
  },
  {
    name: 'a subject that nobody defines',
    path: RESULTS,
    at: [...result, 'observations', 8, 'subjects', 0, 'subject-uuid'],
    put: '00000000-0000-4000-8000-000000000000',
    code: 'oscal-reference-dangling',
  },
  {
    name: 'a method that nobody knows',
    path: RESULTS,
    at: [...result, 'observations', 2, 'methods', 0],
    put: 'GUESS',
    code: 'oscal-method-unknown',
  },
  {
    name: 'a hash that is too short',
    path: RESULTS,
    at: ['assessment-results', 'back-matter', 'resources', 0, 'rlinks', 0, 'hashes', 0, 'value'],
    put: 'abcd',
    code: 'oscal-hash-length',
  },
  {
    name: 'a hash of another file',
    path: RESULTS,
    at: ['assessment-results', 'back-matter', 'resources', 0, 'rlinks', 0, 'hashes', 0, 'value'],
    put: '0'.repeat(64),
    code: 'oscal-hash-differs',
  },
  {
    name: 'an algorithm that is none',
    path: RESULTS,
    at: ['assessment-results', 'back-matter', 'resources', 0, 'rlinks', 0, 'hashes', 0, 'algorithm'],
    put: 'MD5',
    code: 'oscal-hash-unknown',
  },
  {
    name: 'a description without a word',
    path: RESULTS,
    at: [...result, 'observations', 2, 'description'],
    put: '',
    code: 'oscal-text-empty',
  },
  {
    name: 'a version that never was',
    path: RESULTS,
    at: ['assessment-results', 'metadata', 'oscal-version'],
    put: '9.9.9',
    code: 'oscal-version-unknown',
  },
  {
    name: 'a link to a file that is not there',
    path: RESULTS,
    at: ['assessment-results', 'import-ap', 'href'],
    put: 'nowhere.json',
    code: 'oscal-href-unresolved',
  },
  {
    name: 'a link to nothing in a document that is there',
    path: RESULTS,
    at: [...result, 'observations', 2, 'links', 0, 'href'],
    put: 'component-definition.json#nothing',
    code: 'oscal-href-unresolved',
  },
  {
    name: 'a finding on a statement that no catalog has',
    path: RESULTS,
    at: [...result, 'findings', 0, 'target', 'target-id'],
    put: 'd331-999_smt',
    code: 'oscal-id-unknown',
  },
  {
    name: 'an end before the start',
    path: RESULTS,
    at: [...result, 'end'],
    put: '2026-09-30T00:00:00+07:00',
    code: 'oscal-date-order',
  },
  {
    name: 'an observation from after the document',
    path: RESULTS,
    at: [...result, 'observations', 2, 'collected'],
    put: '2026-10-02T00:00:00+07:00',
    code: 'oscal-date-order',
  },
  {
    name: 'a control that no catalog has',
    path: 'en/system-security-plan.json',
    at: ['system-security-plan', 'control-implementation', 'implemented-requirements', 0, 'control-id'],
    put: 'd331-999',
    code: 'oscal-control-unknown',
  },
  {
    name: 'a control of a profile that no catalog has',
    path: 'en/profile-level-5.json',
    at: ['profile', 'imports', 0, 'include-controls', 0, 'with-ids', 0],
    put: 'd331-999',
    code: 'oscal-control-unknown',
  },
  {
    name: 'a mapping of a control that no catalog has',
    path: 'en/mapping-collection.json',
    at: ['mapping-collection', 'mappings', 0, 'maps', 0, 'sources', 0, 'id-ref'],
    put: 'd331-999',
    code: 'oscal-control-unknown',
  },
  {
    name: 'a role that nobody defines',
    path: 'en/system-security-plan.json',
    at: ['system-security-plan', 'metadata', 'roles', 0, 'id'],
    put: 'other',
    code: 'oscal-id-unknown',
  },
  {
    name: 'a control that stands twice in the catalog',
    path: 'en/catalog.json',
    at: ['catalog', 'groups', 1],
    put: { copyOf: ['catalog', 'groups', 0] },
    code: 'oscal-id-duplicate',
  },
];

describe('checkOscal()', () => {
  it('finds nothing wrong with an export', () => {
    expect(checkOscal(english, { bytes }).problems).toEqual([]);
  });

  test.each(mutants)('refuses $name', (mutant) => {
    const { problems } = checkOscal(mutated(mutant), { bytes });
    const found = problems.filter(({ code }) => code === mutant.code);
    expect(found.map(({ location }) => location?.file)).toContain(mutant.path);
    expect(problems.every(({ location }) => location !== undefined)).toBe(true);
  });

  it('tells the file, the line and the column of each', () => {
    const one = mutants.find(({ code }) => code === 'oscal-method-unknown');
    if (one === undefined) throw new Error('no such mutant');
    const documents = mutated(one).map((each) => ({ ...each, text: JSON.stringify(each.whole, undefined, 2) }));
    const [found] = checkOscal(documents, { bytes }).problems.filter(({ code }) => code === one.code);
    const text = documents.find(({ path }) => path === RESULTS)?.text ?? '';
    expect(found?.location).toEqual({ file: RESULTS, ...new LineIndex(text).positionAt(text.indexOf('"GUESS"')) });
    expect(found).toMatchObject({ got: 'GUESS', want: 'one of EXAMINE, INTERVIEW, TEST, UNKNOWN' });
  });

  it('refuses moments that are none, such as 30 February', () => {
    for (const put of ['2026-02-30T00:00:00+07:00', '2026-10-01', '2026-10-01T00:00:00', 'today']) {
      const at = ['assessment-results', 'metadata', 'last-modified'];
      const { problems } = checkOscal(mutated({ name: put, path: RESULTS, at, put, code: '' }), { bytes });
      expect(problems.map(({ code }) => code)).toContain('oscal-date-malformed');
    }
  });

  it('calls nothing dangling that may stand in a document that was not given, and says how much', () => {
    const alone = english.filter(({ path }) => path === RESULTS);
    const everywhere = (path: string): Buffer => files.get(path) ?? Buffer.from('{}');
    const { problems, notes } = checkOscal(alone, { bytes: everywhere });
    expect(problems).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^en\/assessment-results\.json: \d+ references not followed/)]);
  });

  it('tells all problems of a run together', () => {
    // Behind an import that leads nowhere, nothing can be called dangling; a hash is wrong in one way at a time.
    const together = mutants.filter(
      ({ path, put, at }) =>
        path === RESULTS && typeof put === 'string' && !at.includes('import-ap') && !at.includes('hashes'),
    );
    let wrong: readonly OscalDocument[] = english;
    for (const one of together) wrong = mutated(one, wrong);
    const codes = new Set(checkOscal(wrong, { bytes }).problems.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([...new Set(together.map(({ code }) => code))].toSorted());
  });

  it('throws on no document, whatever stands in it', () => {
    const body = fc.object({
      maxDepth: 4,
      key: fc.constantFrom('uuid', 'href', 'props', 'hashes', 'collected', 'imports', 'a'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...oscalModels), body, (model, value) => {
        const read = readOscalDocument({ path: 'x.json', text: JSON.stringify({ [model]: value }) });
        if (read.kind === 'document') checkOscal([read.document], { bytes: () => undefined });
        expect(['document', 'not-json']).toContain(read.kind);
      }),
    );
  });
});

describe('readOscalDocument()', () => {
  it('tells what is no JSON from what is no OSCAL, and throws on no text', () => {
    expect(readOscalDocument({ path: 'x', text: '{' }).kind).toBe('not-json');
    expect(readOscalDocument({ path: 'x', text: '{"catalog":{},"catalog":{}}' }).kind).toBe('not-json');
    expect(readOscalDocument({ path: 'x', text: '{"catalog":[]}' }).kind).toBe('not-oscal');
    expect(readOscalDocument({ path: 'x', text: '{"catalog":{}}' }).kind).toBe('document');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['not-json', 'not-oscal']).toContain(readOscalDocument({ path: 'x', text }).kind);
      }),
    );
  });
});

describe('locateSteps()', () => {
  it('finds every value where it stands, however the text is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const ways = waysIn(value);
        const found = locateSteps(
          text,
          ways.map(({ steps }) => steps),
        );
        for (const [index, { value: part }] of ways.entries()) {
          const start = JSON.stringify(part, undefined, indent);
          const first = typeof part === 'object' && part !== null ? start[0] : start;
          expect(text.startsWith(first ?? '', found[index])).toBe(true);
        }
      }),
    );
  });

  it('tells the nearest value above for a way that leads nowhere', () => {
    const text = '{ "a": { "b": 1 } }';
    expect(locateSteps(text, [['a', 'c'], ['a', 'b'], ['d']])).toEqual([7, 14, 0]);
  });
});

describeWithOscalSchema('an OSCAL export and NIST’s schema', (validator) => {
  it('is valid, whatever was found', () => {
    const documents = [...documentsOf(files), ...documentsOf(filesOf(cleanSource()))];
    expect(new Set(documents.map(({ model }) => model)).size).toBe(oscalModels.length);
    expect(documents.flatMap((one) => validator.validate(one))).toEqual([]);
  });

  test.each(mutants)('lets pass $name, which the check refuses', (mutant) => {
    const documents = mutated(mutant).filter(({ path }) => path === mutant.path);
    expect(documents.flatMap((one) => validator.validate(one))).toEqual([]);
  });

  it('refuses what the schema knows', () => {
    const [wrong] = mutated({ name: '', path: RESULTS, at: [...result, 'findings'], put: [], code: '' }).filter(
      ({ path }) => path === RESULTS,
    );
    expect(wrong === undefined ? [] : validator.validate(wrong)).toMatchObject([
      { code: 'oscal-schema-violated', steps: ['assessment-results', 'results', '0', 'findings'] },
    ]);
  });
});

/** The documents with one value put elsewhere. */
function mutated({ path, at, put }: Mutant, documents: readonly OscalDocument[] = english): readonly OscalDocument[] {
  return documents.map((document) => {
    if (document.path !== path) return document;
    const value =
      isObject(put) && Array.isArray(put['copyOf']) ? valueAt(document.whole, put['copyOf']) : (put as JsonValue);
    const read = readOscalDocument({ path, text: JSON.stringify(replaced(document.whole, at, value)) });
    if (read.kind !== 'document') throw new Error(read.problem.what);
    return read.document;
  });
}

function valueAt(value: JsonValue, [step, ...rest]: Steps): JsonValue {
  if (step === undefined) return value;
  return valueAt((value as JsonObject)[step] ?? null, rest);
}

function replaced(value: JsonValue, [step, ...rest]: Steps, put: JsonValue): JsonValue {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((one, index) => (index === step ? replaced(one, rest, put) : one));
  const object = isObject(value) ? value : {};
  return { ...object, [step]: replaced(object[step] ?? null, rest, put) };
}

interface Way {
  readonly steps: Steps;
  readonly value: unknown;
}

function waysIn(value: unknown, steps: Steps = []): readonly Way[] {
  const below =
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, one]) =>
          waysIn(one, [...steps, Array.isArray(value) ? Number(key) : key]),
        );
  return [{ steps, value }, ...below];
}

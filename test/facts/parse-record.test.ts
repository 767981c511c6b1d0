import fc from 'fast-check';
import { isRecordFolder, parseRecord, RECORD_BYTES_MAX } from '../../facts/parse-record';
import { canonicalJson } from '../../model/canonical-json';

const place = { id: 'attestations/records/one', displayPath: 'environments/test/attestations/records/one.json' };

describe('parseRecord()', () => {
  it('reads canonical JSON, with or without a line feed behind it', () => {
    const text = '{"payload":"e30=","signatures":[]}';
    for (const given of [text, `${text}\n`])
      expect(parseRecord(given, place)).toMatchObject({
        ok: true,
        value: { value: { payload: 'e30=', signatures: [] } },
      });
  });

  it.each([
    ['white space', '{"a": 1}'],
    ['keys out of order', '{"b":1,"a":1}'],
    ['a key that stands twice', '{"a":1,"a":1}'],
    ['a second line feed', '{"a":1}\n\n'],
    ['a carriage return', '{"a":1}\r\n'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['code', 'export default {}'],
    ['nothing', ''],
    ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a lone surrogate', '{"a":"\\ud800"}'],
    ['too many bytes', `"${'a'.repeat(RECORD_BYTES_MAX)}"`],
  ])('refuses %s, at the file', (_name, text) => {
    expect(parseRecord(text, place)).toMatchObject({
      ok: false,
      problems: [{ code: 'fact-record-form', location: { file: place.displayPath, line: 1, column: 1 } }],
    });
  });

  it('reads what it accepts back to the same bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.jsonValue().map(canonical)), (text) => {
        const read = parseRecord(text, place);
        if (read.ok) expect(`${canonicalJson(read.value.value)}`).toBe(text.replace(/\n$/, ''));
        else expect(read.problems).toHaveLength(1);
      }),
      { seed: 8, numRuns: 500 },
    );
  });
});

describe('isRecordFolder()', () => {
  it('knows the folder of records and those below it, and no other', () => {
    expect(isRecordFolder(['attestations', 'records'])).toBe(true);
    expect(isRecordFolder(['attestations', 'records', 'ndxp'])).toBe(true);
    for (const names of [
      [],
      ['attestations'],
      ['attestations', 'periods'],
      ['systems', 'attestations', 'records'],
      ['attestations', 'records-2'],
    ])
      expect(isRecordFolder(names)).toBe(false);
  });
});

function canonical(value: unknown): string {
  try {
    return canonicalJson(value);
  } catch {
    return '';
  }
}

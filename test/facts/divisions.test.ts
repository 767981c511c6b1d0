import { readDivisions } from '../../facts/divisions';
import { parseDivisions, type DatasetDivisions } from '../../facts/parse-divisions';

const hanoi = { province_code: '01', name: 'Thành phố Hà Nội', place_type: 'Thành phố Trung Ương' };
const baDinh = { ward_code: '00004', name: 'Phường Ba Đình', province_code: '01' };

function dataset(provinces: unknown, wards: unknown): string {
  return JSON.stringify([
    { type: 'header' },
    { type: 'table', name: 'provinces', data: provinces },
    { type: 'table', name: 'wards', data: wards },
  ]);
}

function say(text: string): readonly string[] {
  const result = parseDivisions(text);
  return result.ok ? [] : result.problems.map(({ at, what, got }) => `${at.join('/')}: ${what}: ${got}`);
}

describe('readDivisions()', () => {
  const result = readDivisions();
  const { provinces, communes }: DatasetDivisions = result.ok ? result.value : { provinces: [], communes: [] };
  const count = (kind: string): number => communes.filter((one) => one.kind === kind).length;

  test('reads every province and commune of the installed data set', () => {
    expect([provinces.length, communes.length]).toEqual([34, 3_321]);
    expect([count('xa'), count('phuong'), count('dac-khu')]).toEqual([2_621, 687, 13]);
  });

  test('gives official codes and names, sorted and composed', () => {
    expect(provinces[0]).toEqual({ code: '01', name: 'Thành phố Hà Nội', placeType: 'Thành phố Trung Ương' });
    expect(communes[0]).toEqual({ code: '00004', name: 'Phường Ba Đình', kind: 'phuong', provinceCode: '01' });
    const codes = communes.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    expect(communes.every(({ name }) => name === name.normalize('NFC'))).toBe(true);
  });
});

describe('parseDivisions()', () => {
  test('trims and composes names and sorts by code', () => {
    const second = { ...hanoi, province_code: '04', name: ' Cao Bằng '.normalize('NFD') };
    const result = parseDivisions(dataset([second, hanoi], [{ ...baDinh, ward_code: '00008' }, baDinh]));
    expect(result.ok && result.value.provinces.map(({ code, name }) => [code, name])).toEqual([
      ['01', 'Thành phố Hà Nội'],
      ['04', 'Cao Bằng'],
    ]);
    expect(result.ok && result.value.communes.map(({ code }) => code)).toEqual(['00004', '00008']);
  });

  test.each([
    ['text that is not JSON', '{', 'divisions: the data set cannot be used: text that is not JSON, 1 character long'],
    ['another root', '{}', 'divisions: the data set cannot be used: an empty object'],
    [
      'a province code',
      dataset([hanoi, { ...hanoi, province_code: '1' }], [baDinh]),
      'divisions/provinces/1/province_code: this code is malformed: the text "1"',
    ],
    [
      'a commune code',
      dataset([hanoi], [{ ...baDinh, ward_code: 4 }]),
      'divisions/wards/0/ward_code: this code is malformed: the number 4',
    ],
    [
      'a code with other digits',
      dataset([hanoi], [{ ...baDinh, ward_code: '٠٠٠٠٤' }]),
      'divisions/wards/0/ward_code: this code is malformed: the text "\\u{660}\\u{660}\\u{660}\\u{660}\\u{664}"',
    ],
    [
      'a name with markup',
      dataset([hanoi], [{ ...baDinh, name: 'Xã <b>' }]),
      'divisions/wards/0/name: this name is malformed: the text "Xã <b>"',
    ],
    [
      'a name with a direction mark',
      dataset([hanoi], [{ ...baDinh, name: 'Xã \u{202E}A' }]),
      'divisions/wards/0/name: this name is malformed: the text "Xã \\u{202e}A"',
    ],
    [
      'two spaces in a name',
      dataset([hanoi], [{ ...baDinh, name: 'Xã  A' }]),
      'divisions/wards/0/name: this name is malformed: the text "Xã  A"',
    ],
    [
      'a name of 101 characters',
      dataset([hanoi], [{ ...baDinh, name: `Xã ${'a'.repeat(98)}` }]),
      `divisions/wards/0/name: this name is malformed: the text "Xã ${'a'.repeat(77)}…"`,
    ],
    [
      'a name without its kind',
      dataset([hanoi], [{ ...baDinh, name: 'Ba Đình' }]),
      'divisions/wards/0/name: this name does not say the kind of commune: the text "Ba Đình"',
    ],
    [
      'an unknown province',
      dataset([hanoi], [{ ...baDinh, province_code: '99' }]),
      'divisions/wards/0/province_code: the province of this row is not in the table of provinces: the text "99"',
    ],
    [
      'a commune twice',
      dataset([hanoi], [baDinh, baDinh]),
      'divisions/wards/00004: this code stands twice: the text "00004"',
    ],
    [
      'a province twice',
      dataset([hanoi, hanoi], [baDinh]),
      'divisions/provinces/01: this code stands twice: the text "01"',
    ],
    ['a row that is no object', dataset([hanoi], [baDinh, null]), 'divisions/wards/1: this row is not an object: null'],
    ['an empty table', dataset([hanoi], []), 'divisions/wards: the table wards cannot be used: an empty list'],
    ['a table without rows', dataset([hanoi], 'x'), 'divisions/wards: the table wards cannot be used: the text "x"'],
  ])('refuses %s', (_, text, words) => {
    expect(say(text)).toEqual([words]);
  });

  test('refuses missing tables, each by its name', () => {
    expect(say('[]')).toEqual([
      'divisions/provinces: the table provinces cannot be used: nothing',
      'divisions/wards: the table wards cannot be used: nothing',
    ]);
  });
});

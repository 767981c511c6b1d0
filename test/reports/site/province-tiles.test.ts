import { provinceTiles, type ProvinceTile } from '../../../reports/site/grid/province-tiles';
import nationalDivisions from '../../../environments/national/divisions';

/** Provinces that border each other on land, from north to south; written here from a map, not from the tiles. */
const borders = [
  ['04', '20'], // Cao Bằng, Lạng Sơn
  ['08', '15'], // Tuyên Quang, Lào Cai
  ['11', '14'], // Điện Biên, Sơn La
  ['19', '20'], // Thái Nguyên, Lạng Sơn
  ['20', '22'], // Lạng Sơn, Quảng Ninh
  ['25', '01'], // Phú Thọ, Hà Nội
  ['01', '33'], // Hà Nội, Hưng Yên
  ['22', '31'], // Quảng Ninh, Hải Phòng
  ['37', '38'], // Ninh Bình, Thanh Hóa
  ['38', '40'], // Thanh Hóa, Nghệ An
  ['40', '42'], // Nghệ An, Hà Tĩnh
  ['42', '44'], // Hà Tĩnh, Quảng Trị
  ['44', '46'], // Quảng Trị, Huế
  ['46', '48'], // Huế, Đà Nẵng
  ['48', '51'], // Đà Nẵng, Quảng Ngãi
  ['51', '52'], // Quảng Ngãi, Gia Lai
  ['52', '66'], // Gia Lai, Đắk Lắk
  ['66', '56'], // Đắk Lắk, Khánh Hòa
  ['56', '68'], // Khánh Hòa, Lâm Đồng
  ['68', '75'], // Lâm Đồng, Đồng Nai
  ['75', '79'], // Đồng Nai, Hồ Chí Minh City
  ['79', '80'], // Hồ Chí Minh City, Tây Ninh
  ['80', '82'], // Tây Ninh, Đồng Tháp
  ['82', '86'], // Đồng Tháp, Vĩnh Long
  ['82', '91'], // Đồng Tháp, An Giang
  ['91', '92'], // An Giang, Cần Thơ
  ['92', '96'], // Cần Thơ, Cà Mau
] as const;

const byCode = new Map(provinceTiles.map((one) => [one.code, one]));

function tileOf(code: string): ProvinceTile {
  const tile = byCode.get(code);
  if (tile === undefined) throw new Error(`no tile ${code}`);
  return tile;
}

/** Steps of a king on a board: 1 where tiles touch by a side or a corner. */
function steps(a: ProvinceTile, b: ProvinceTile): number {
  return Math.max(Math.abs(a.row - b.row), Math.abs(a.column - b.column));
}

describe('the tiles of the provinces', () => {
  it('are one for each province of the nation, each in a cell of its own', () => {
    expect(provinceTiles).toHaveLength(34);
    expect([...byCode.keys()].toSorted()).toEqual(nationalDivisions.expected.map(({ code }) => code).toSorted());
    expect(new Set(provinceTiles.map(({ row, column }) => `${row} ${column}`)).size).toBe(34);
    expect(new Set(provinceTiles.map(({ column }) => column))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('touch the neighbours that are the reason of their places', () => {
    const apart = provinceTiles.flatMap((tile) =>
      tile.beside.filter((code) => steps(tile, tileOf(code)) !== 1).map((code) => `${tile.code} ${code}`),
    );
    expect(apart).toEqual([]);
    expect(provinceTiles.filter(({ beside }) => beside.length === 0)).toEqual([]);
  });

  it.each(borders)('put %s and %s, which border each other, side by side or corner to corner', (a, b) => {
    expect(steps(tileOf(a), tileOf(b))).toBe(1);
  });
});

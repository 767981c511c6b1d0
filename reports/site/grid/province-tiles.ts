/** Where the tile of a province stands, counted from 1, from the north and from the west. */
export interface ProvinceTile {
  /** Official code of the province (Decision 19/2025/QĐ-TTg). */
  readonly code: string;
  readonly row: number;
  readonly column: number;
  /** Why it stands there: the codes of provinces that it is to touch, by a side or a corner. */
  readonly beside: readonly string[];
}

/** A tile as it is written here. */
type Row = readonly [code: string, row: number, column: number, beside: string];

/**
 * One tile of the same size for each of the 34 provinces and cities in force since 01/7/2025, so that a small province
 * is seen as well as a large one. Tiles lie roughly as the provinces do; they claim nothing of borders, areas or
 * distances. The reason of each place is the neighbours that it touches, which a test holds true.
 */
const rows: readonly Row[] = [
  ['12', 1, 1, '11 15'], // Lai Châu: the north-west corner
  ['15', 1, 2, '12 14 08'], // Lào Cai: between Lai Châu and Tuyên Quang
  ['08', 1, 3, '15 04 19'], // Tuyên Quang: the northern tip
  ['04', 1, 4, '08 19 20'], // Cao Bằng: the north-east
  ['11', 2, 1, '12 14'], // Điện Biên: the western border
  ['14', 2, 2, '11 15 25'], // Sơn La: south of Lào Cai
  ['19', 2, 3, '08 04 20 01 24'], // Thái Nguyên: north of Hà Nội
  ['20', 2, 4, '04 19 24 22'], // Lạng Sơn: the north-eastern border
  ['25', 3, 2, '14 01'], // Phú Thọ: west of Hà Nội
  ['01', 3, 3, '25 19 24 33 37'], // Hà Nội: the middle of the delta
  ['24', 3, 4, '01 19 20 22 33 31'], // Bắc Ninh: east of Hà Nội
  ['22', 3, 5, '20 24 31'], // Quảng Ninh: the north-eastern coast
  ['37', 4, 3, '01 33 38 25'], // Ninh Bình: the south of the delta
  ['33', 4, 4, '01 24 31 37'], // Hưng Yên: between Hà Nội and the sea
  ['31', 4, 5, '22 24 33'], // Hải Phòng: the coast south of Quảng Ninh
  ['38', 5, 3, '37 40'], // Thanh Hóa: the coast south of the delta
  ['40', 6, 3, '38 42'], // Nghệ An
  ['42', 7, 3, '40 44'], // Hà Tĩnh
  ['44', 8, 3, '42 46'], // Quảng Trị
  ['46', 8, 4, '44 48'], // Huế: the coast bends to the south-east
  ['48', 9, 4, '46 51'], // Đà Nẵng
  ['51', 9, 5, '48 52'], // Quảng Ngãi
  ['52', 10, 5, '51 66'], // Gia Lai: from the highlands to the sea
  ['66', 11, 5, '52 56 68'], // Đắk Lắk: from the highlands to the sea
  ['75', 12, 3, '68 79 80'], // Đồng Nai: west of Lâm Đồng
  ['68', 12, 4, '66 56 75 79'], // Lâm Đồng: from the highlands to the sea
  ['56', 12, 5, '66 68'], // Khánh Hòa: the south-eastern coast
  ['80', 13, 2, '75 79 82'], // Tây Ninh: the western border
  ['79', 13, 3, '75 68 80 82'], // Hồ Chí Minh City: south of Đồng Nai
  ['91', 14, 1, '82 92 96'], // An Giang: the western coast
  ['82', 14, 2, '80 91 86 92'], // Đồng Tháp: along the Tiền
  ['86', 14, 3, '82 92'], // Vĩnh Long: the mouths of the Mekong
  ['96', 15, 1, '91 92'], // Cà Mau: the southern tip
  ['92', 15, 2, '91 82 86 96'], // Cần Thơ: along the Hậu
];

/** The tiles, from north to south and from west to east. */
export const provinceTiles: readonly ProvinceTile[] = rows.map(([code, row, column, beside]) => ({
  code,
  row,
  column,
  beside: beside.split(' '),
}));

/** An instrument as it was read: the articles that ask for something, with the numbers that they state. */
export interface ReadInstrument {
  readonly number: string;
  /** Articles, each with its numbers; an article without numbers has none. */
  readonly articles: Readonly<Record<string, readonly number[]>>;
  /** Numbers that stand at no known article.
   * @default - none
   */
  readonly numbers?: readonly number[];
  /** How many duties stand at no known article.
   * @default - none
   */
  readonly unplaced?: number;
  /** The day of effect; undefined when no source states one. */
  readonly from: string | undefined;
}

const none: readonly number[] = [];

function withoutNumbers(articles: string): ReadInstrument['articles'] {
  return Object.fromEntries(articles.split(' ').map((one): readonly [string, readonly number[]] => [one, none]));
}

/** The levels of systems, their dossiers, hosting and inspection, incidents, reports and transition. */
const decree331: ReadInstrument = {
  number: '331/2026/NĐ-CP',
  from: '2026-08-19',
  articles: {
    ...withoutNumbers('5.2 7.2 8.1(a) 8.2 8.3 9.1 9.2 9.2(e) 10.5 11 13.2(b) 13.3 14 14.2 15 15.2 15.3 16.1 16.4'),
    ...withoutNumbers('18 18.3 18.4 20.3 20.4 22.3(d) 22.4 22.5 27 28.1 28.3 28.4 28.5(a) 29.1 30.1 30.2'),
    ...withoutNumbers('30.5 30.6 30.7 30.8 30.9 30.9(đ) 5.3(a) 31.2(c) 33.5 34.1(e) 35.1 35.3 35.4 36 39.1 39.2'),
    '12': [99_999, 9_999],
    '13': [100_000, 10_000],
    '23.3': [15, 25],
    '23.2': [5, 7],
    '24.2': [5, 7],
    '29.2': [7],
    '30.3': [7],
    '30.4': [4],
    '31.2(d)': [24, 72],
  },
};

const cybersecurity: readonly ReadInstrument[] = [
  decree331,
  {
    number: '116/2025/QH15',
    from: '2026-07-01',
    articles: {
      '8.1': none,
      '10.1–10.5': [6, 8],
      '10': [8],
      '11.1(b)': none,
      '25.2(b)': [365],
      '25.3': [24, 365],
      '31.3': none,
      '34.2': none,
      '38.1': [15],
      '40.1(b)': none,
      '45.1': none,
      '45.3': none,
    },
  },
  {
    number: '333/2026/NĐ-CP',
    from: '2026-08-19',
    articles: { '8.5(b)': none, '16.6(c)': [365], '20.3': [365], '19': [24], '20': [24, 365], '24.8': none },
  },
  { number: '330/2026/NĐ-CP', from: '2026-08-19', articles: { '34.1(c)': [90] } },
  { number: '329/2026/NĐ-CP', from: '2026-08-19', articles: {} },
  { number: '332/2026/NĐ-CP', from: '2026-08-19', articles: {} },
  { number: '85/2016/NĐ-CP', from: undefined, articles: { '20.2(c)': [730, 365, 180] } },
  {
    number: '12/2022/TT-BTTTT',
    from: undefined,
    articles: { '9.9': none, '9.10': none, '11': none, '12': none },
    numbers: [3, 5, 7, 8],
    unplaced: 6,
  },
  { number: '53/2022/NĐ-CP', from: undefined, articles: {}, numbers: [365, 24], unplaced: 2 },
  { number: 'TCVN 11930:2017', from: undefined, articles: {}, numbers: [30, 90, 180, 365], unplaced: 4 },
];

const dataLaws: readonly ReadInstrument[] = [
  {
    number: '20/2025/QĐ-TTg',
    from: '2025-07-01',
    articles: {},
    numbers: [100_000, 999_999, 1_000_000, 10_000, 99_999],
    unplaced: 5,
  },
  { number: '165/2025/NĐ-CP', from: '2025-07-01', articles: {}, numbers: [72], unplaced: 5 },
  { number: '60/2024/QH15', from: '2025-07-01', articles: {}, unplaced: 1 },
  {
    number: '91/2025/QH15',
    from: '2026-01-01',
    articles: { '20.1(c)': none, '20.2': [60], '20.6': [60], '23.1': [72] },
  },
  { number: '356/2025/NĐ-CP', from: '2026-01-01', articles: { '12.2': none, '12.4': none, '29.1(a)': [72] } },
  { number: '117/2025/QH15', from: '2026-03-01', articles: {}, unplaced: 1 },
  { number: '148/2025/QH15', from: '2026-07-01', articles: {}, unplaced: 1 },
  { number: '194/2025/NĐ-CP', from: '2025-08-19', articles: { '16': none, '20': none, '40': [2] } },
  { number: '278/2025/NĐ-CP', from: '2025-10-22', articles: {}, unplaced: 3 },
];

const infrastructure: readonly ReadInstrument[] = [
  { number: '163/2024/NĐ-CP', from: undefined, articles: { '28': none, '30.1': none, '30.2': none, '30.3': none } },
  { number: '2629/QĐ-TTg', from: undefined, articles: {}, numbers: [3], unplaced: 2 },
  { number: '36/QĐ-TTg', from: undefined, articles: {}, numbers: [3], unplaced: 1 },
  { number: '175/NQ-CP', from: undefined, articles: {}, numbers: [3, 90, 1_000, 300, 150_000], unplaced: 3 },
  { number: '1132/QĐ-TTg', from: undefined, articles: {}, numbers: [1.4, 2, 6, 1, 99], unplaced: 5 },
  { number: '1121/QĐ-TTg', from: undefined, articles: {}, numbers: [100, 70, 3], unplaced: 2 },
  { number: '23/2022/TT-BTTTT', from: undefined, articles: {}, numbers: [99.982], unplaced: 3 },
  { number: '24/2023/QH15', from: undefined, articles: { '3': none, '29': none } },
  { number: '768/QĐ-TTg', from: undefined, articles: {}, numbers: [200_000], unplaced: 2 },
];

const network: readonly ReadInstrument[] = [
  { number: '33/2025/QĐ-TTg', from: undefined, articles: {}, numbers: [3, 1], unplaced: 4 },
  { number: '1562/QĐ-TTg', from: undefined, articles: {}, numbers: [2], unplaced: 2 },
  { number: '19/2023/TT-BTTTT', from: undefined, articles: {}, numbers: [365], unplaced: 2 },
  { number: '20/2023/QH15', from: undefined, articles: { '24.5': none } },
  { number: '68/2024/NĐ-CP', from: undefined, articles: {}, unplaced: 1 },
  { number: '23/2025/NĐ-CP', from: '2025-04-10', articles: { '1': none } },
];

/** The laws as they were read; it shares nothing with the catalog. */
export const laws: readonly ReadInstrument[] = [...cybersecurity, ...dataLaws, ...infrastructure, ...network];

/** The dates that the law sets: instrument, article (or none), and the day or the yearly month and day. */
export const lawDates: readonly (readonly [string, string, string])[] = [
  ['331/2026/NĐ-CP', '39.1', '2026-12-31'],
  ['331/2026/NĐ-CP', '39.1', '2027-06-30'],
  ['116/2025/QH15', '45.1', '2027-06-30'],
  ['116/2025/QH15', '45.3', '2027-06-30'],
  ['331/2026/NĐ-CP', '35.3', '12-20'],
  ['331/2026/NĐ-CP', '35.4', '12-25'],
  ['331/2026/NĐ-CP', '9.2(e)', '01-15'],
  ['116/2025/QH15', '11.1(b)', '10-01'],
  ['333/2026/NĐ-CP', '8.5(b)', '10-01'],
  ['116/2025/QH15', '', '2026-12-31'],
  ['278/2025/NĐ-CP', '', '2026-12-31'],
  ['333/2026/NĐ-CP', '24.8', '2028-08-19'],
  ['333/2026/NĐ-CP', '24.8', '2029-08-19'],
];

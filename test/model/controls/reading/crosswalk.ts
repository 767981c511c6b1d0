/** A topic of the crosswalk as it was read: places in our law, and where other frameworks treat them. */
export interface ReadTopic {
  readonly number: string;
  readonly places: readonly string[];
  readonly cis: readonly string[];
  readonly nist80053: readonly string[];
  readonly iso27001: readonly string[];
}

const standard = 'TCVN 14423:2026';
const decree = '331/2026/NĐ-CP';

function topic(number: string, places: string, others: readonly [string, string, string]): ReadTopic {
  const list = (text: string): readonly string[] => text.split(', ').filter((one) => one !== '');
  const [cis, nist, iso] = others;
  return { number, places: places.split(' / '), cis: list(cis), nist80053: list(nist), iso27001: list(iso) };
}

/** The crosswalk, row by row; it shares nothing with the catalog. */
export const topics: readonly ReadTopic[] = [
  topic(standard, '5.12.2.4 d / 6.12.2.4 c, g / 7.12.2.5 c, h', [
    '5.3.1, 5.3.2',
    'SC-7, SC-7(5), AC-4, SC-7(21)',
    'A.8.20, A.8.22',
  ]),
  topic(decree, '30.8', ['5.6.1, 5.6.4', 'SC-2, SC-4, SC-39', 'A.8.22, A.5.23']),
  topic(decree, '30.9', ['', 'SC-7(21), SC-32', 'A.8.22, A.7.8']),
  topic(standard, '5.5.2.1 / 6.5.2.3', ['5.2.1-5.2.12, 5.6.2, 5.6.3', 'CM-6, CM-7, AC-6', 'A.8.9, A.8.18']),
  topic(standard, '5.6.2.4', ['1.2.6-1.2.8, 5.1.1-5.1.13', 'AC-2, AC-3, AC-5, AC-6', 'A.5.15, A.5.18, A.8.2, A.8.3']),
  topic(standard, '3.6.2.4', ['1.2.1, 1.2.2, 3.1.1-3.1.3', 'IA-2(1), IA-2(2), IA-5, AC-17', 'A.8.5']),
  topic(standard, '5.4.2.4', ['1.2.27, 1.2.28, 5.4.1, 5.4.2', 'SC-12, SC-13, SC-28', 'A.8.24']),
  topic(standard, '6.12.2.1 d / 6.12.2.3', [
    '1.2.4, 1.2.5, 1.2.23-1.2.26, 1.2.29, 2.x, 4.2.x',
    'SC-8, SC-17, SC-23',
    'A.8.20, A.8.24',
  ]),
  topic(standard, '4.8.2.1 a / 5.8.2.1 a / 6.8.2.1 a / 7.8.2.1 a', [
    '1.2.16-1.2.19, 3.2.1, 3.2.2',
    'AU-2, AU-3, AU-4, AU-6, AU-8, AU-9, AU-11, AU-12',
    'A.8.15, A.8.17',
  ]),
  topic(standard, '5.13.2.4 / 6.13.2.5 / 7.13.2.6', ['3.2.2', 'SI-4, AU-6(4), CA-7', 'A.8.16']),
  topic(standard, '5.11.2.1 / 6.11.2.5 / 7.11.2.5', ['', 'CP-4, CP-6, CP-9, CP-9(1), CP-10', 'A.8.13']),
  topic(standard, '7.12.2.2 a', ['', 'CP-6(1), CP-7, CP-8', 'A.5.29, A.5.30, A.8.14']),
  topic(standard, '6.16.2.4 / 7.16.2.4 c', [
    '5.5.1, 1.2.11',
    'SR-3, SR-4, SR-11, SI-7, CM-14',
    'A.5.21, A.8.28, A.8.30',
  ]),
  topic(standard, '3.7.2.1 / 5.7.2.1 / 7.7.2.1', ['', 'RA-5, SI-2', 'A.8.8']),
  topic(standard, '5.18 / 6.18.2.2 / 7.18.2.2', ['', 'CA-8', 'A.8.29, A.5.35']),
  topic(standard, '3.5.2.1 / 5.5.2.1 / 7.5.2.1', ['1.1.x, 4.1.x', 'CM-2, CM-3, CM-6', 'A.8.9, A.8.32']),
  topic(standard, '3.2.2.2 a / 5.3.2.2 / 6.3.2.2 / 6.3.2.3', ['', 'CM-8', 'A.5.9']),
  topic(standard, '6.4.2.8 / 5.12.2.2 a', ['', 'AC-4, SC-7(10), SI-4', 'A.8.12']),
  topic(decree, '31.2(d)', ['', 'IR-4, IR-6, IR-8', 'A.5.24-A.5.27, A.6.8']),
  topic(standard, '6.15', ['', 'SA-9, SR-6', 'A.5.19-A.5.23']),
  topic(decree, '5.3(a)', ['', 'SA-9, SR-6', 'A.5.19-A.5.23']),
  topic('91/2025/QH15', '20.1(c) / 20.2 / 23.1', ['', 'PT family, SI-12, SI-18', 'A.5.34']),
  topic(decree, '35.1 / 35.3 / 35.4 / 36', ['', 'CA-2, CA-5, CA-7, PM-31', 'A.5.35, A.5.36']),
];

import type { Text } from '../../model/text';

/** What every document says around its content, in both languages; a missing language doesn't compile. */
export const documentWords = {
  contents: { vi: 'Mục lục', en: 'Contents' },
  empty: { vi: 'Không có dòng nào.', en: 'There are no rows.' },
  section: { vi: 'Mục', en: 'Section' },
} as const satisfies Record<string, Text>;

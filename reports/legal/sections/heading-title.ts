import type { Text } from '../../../model/text';
import { headings, type HeadingNumber } from './headings';

/** A heading with its number in the article. */
export function headingTitle(number: HeadingNumber): Text {
  const { vi, en } = headings[number];
  return { vi: `${number}. ${vi}`, en: `${number}. ${en}` };
}

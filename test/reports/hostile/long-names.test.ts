import { formatCatalog } from '../../../reports/catalog';
import { namedSource } from './named-source';
import { fromVisible } from './lost-texts';
import { meanings, readTexts, type WrittenFile } from './readers/read-texts';
import { writtenFiles } from './written-formats';

/** A name of more than 100 kB. */
const long = 'Tên rất dài '.repeat(8_400).trim();
const source = namedSource([long]);
const plain = namedSource(['short']);

/** How often a name may stand in one file, written in its longest form; pages stay small enough to open. */
const TIMES_MAX = 30;

/** Data for programs: each duty of an agency names it. */
const data = /\.(?:json|ics)$/;

describe('a name of 100 kB', () => {
  test.each(formatCatalog)('swells no page of $id, and stands whole in one of its files', ({ id, format }) => {
    const files = writtenFiles(format, source);
    const without = new Map(writtenFiles(format, plain).map(({ path, bytes }) => [path, bytes.length]));
    const more = ({ path, bytes }: WrittenFile): number => bytes.length - (without.get(path) ?? 0);
    const large = files.filter((file) => !data.test(file.path) && more(file) > TIMES_MAX * Buffer.byteLength(long));
    expect(large.map(({ path, bytes }) => [path, bytes.length])).toEqual([]);
    const isWhole = files.some((file) =>
      readTexts(file).some((text) => meanings(text).some((one) => fromVisible(one).includes(long))),
    );
    expect([id, isWhole]).toEqual([id, id !== 'schema']);
  });
});

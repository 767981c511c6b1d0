/** Bytes of a block; headers are one block, contents are filled up to whole ones (POSIX.1-2017, pax, ustar interchange format). */
export const BLOCK_BYTES = 512;

/** Bytes at the end of an archive: two blocks of zeros. */
export const END_BYTES = 2 * BLOCK_BYTES;

/** Bytes of the field `name`; longer paths leave their folder in the field `prefix`. */
const NAME_BYTES = 100;

/** The fields of a header, with where they begin. */
const FIELDS = [
  { name: 'name', start: 0 },
  { name: 'mode', start: 100 },
  { name: 'uid', start: 108 },
  { name: 'gid', start: 116 },
  { name: 'size', start: 124 },
  { name: 'mtime', start: 136 },
  { name: 'chksum', start: 148 },
  { name: 'typeflag', start: 156 },
  { name: 'linkname', start: 157 },
  { name: 'magic', start: 257 },
  { name: 'version', start: 263 },
  { name: 'uname', start: 265 },
  { name: 'gname', start: 297 },
  { name: 'devmajor', start: 329 },
  { name: 'devminor', start: 337 },
  { name: 'prefix', start: 345 },
  { name: 'the rest', start: 500 },
] as const;

type Field = (typeof FIELDS)[number]['name'];

/** Where the digits of the size stand in a header. */
export const SIZE_DIGITS = { start: 124, count: 11 } as const;

/** The one header that a file of this path and size has: regular, mode 0644, of nobody, at the beginning of time. */
export function ustarHeader(path: string, size: number): Uint8Array {
  const header = Buffer.alloc(BLOCK_BYTES);
  const folderEnd = path.length > NAME_BYTES ? path.lastIndexOf('/') : -1;
  const put = (field: Field, text: string): void => void header.write(text, startOf(field), 'latin1');
  put('name', path.slice(folderEnd + 1));
  put('mode', '0000644');
  put('uid', '0000000');
  put('gid', '0000000');
  put('size', size.toString(8).padStart(SIZE_DIGITS.count, '0'));
  put('mtime', '00000000000');
  put('chksum', '        ');
  put('typeflag', '0');
  put('magic', 'ustar');
  put('version', '00');
  put('devmajor', '0000000');
  put('devminor', '0000000');
  put('prefix', path.slice(0, Math.max(0, folderEnd)));
  const sum = header.reduce((total, byte) => total + byte, 0);
  put('chksum', `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** The field of a header that a byte belongs to, by its place in the header. */
export function headerField(index: number): Field {
  return FIELDS.findLast(({ start }) => start <= index)?.name ?? 'name';
}

/** What a byte of `typeflag` means, for the kinds of entries that a bundle never has. */
export const entryTypes: ReadonlyMap<string, string> = new Map([
  ['1', 'a hard link'],
  ['2', 'a symbolic link'],
  ['3', 'a character device'],
  ['4', 'a block device'],
  ['5', 'a folder'],
  ['6', 'a pipe'],
  ['g', 'an extension of pax'],
  ['x', 'an extension of pax'],
  ['K', 'an extension of GNU'],
  ['L', 'an extension of GNU'],
  ['S', 'a sparse file'],
]);

/** Bytes that a content takes in the archive, filled up to whole blocks. */
export function paddedSize(size: number): number {
  return Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
}

function startOf(field: Field): number {
  return FIELDS.find(({ name }) => name === field)?.start ?? 0;
}

/** Beginnings of files that hold a packed archive, which a bundle never is: nothing is unpacked before it is judged. */
const PACKINGS = [
  { name: 'gzip', begins: [0x1f, 0x8b] },
  { name: 'bzip2', begins: [0x42, 0x5a, 0x68] },
  { name: 'xz', begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: 'zstd', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'lz4', begins: [0x04, 0x22, 0x4d, 0x18] },
  { name: 'zip', begins: [0x50, 0x4b, 0x03, 0x04] },
  { name: '7z', begins: [0x37, 0x7a, 0xbc, 0xaf] },
] as const;

/** How a file is packed, by its first bytes; undefined for one that isn't. */
export function nameOfPacking(bytes: Uint8Array): string | undefined {
  const found = PACKINGS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  return found === undefined ? undefined : `packed by ${found.name}; unpack it first`;
}

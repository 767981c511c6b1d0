/** How large a bundle may be; both of its verifiers refuse more at the first byte that is too many. */
export const bundleLimits = {
  /** Bytes of a whole archive. */
  archiveBytesMax: 2 ** 30,
  /** Digits of the size of a part, so that no part has 1 GB. */
  sizeDigitsMax: 9,
  partsMax: 10_000,
  pathBytesMax: 150,
  /** Bytes of a folder or file name in a path; with the bound of paths, each fits into the fields of a ustar header. */
  segmentBytesMax: 100,
  environmentBytesMax: 63,
  sequenceDigitsMax: 9,
} as const;

const UINT32_BYTES = 4;

/** Four bytes, most significant first (RFC 4251 section 5). */
export function wireUint32(value: number): Buffer {
  const bytes = Buffer.alloc(UINT32_BYTES);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The number of bytes as four bytes, then the bytes; text is written as UTF-8. */
export function wireString(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([wireUint32(bytes.length), bytes]);
}

/** A positive integer, given as magnitude, in its one form: no needless zeros, a zero before a high first bit. */
export function wirePositive(magnitude: Uint8Array): Buffer {
  const start = magnitude.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Buffer.alloc(0) : Buffer.from(magnitude.subarray(start));
  return wireString((digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits);
}

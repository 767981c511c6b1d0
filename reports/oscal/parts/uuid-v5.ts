import { createHash } from 'node:crypto';

const VERSION = 0x50;
const VARIANT = 0x80;
const LENGTH = 16;
const GROUPS = [8, 12, 16, 20] as const;

/**
 * The name-based UUID of version 5 (RFC 9562 §5.5) of a name in a namespace, which is a UUID itself: the same name gives
 * the same UUID everywhere. The name is taken as UTF-8, so it must hold no lone surrogate.
 */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8');
  const bytes = hash.digest().subarray(0, LENGTH);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | VERSION, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | VARIANT, 8);
  const hex = bytes.toString('hex');
  return [0, ...GROUPS].map((start, index) => hex.slice(start, GROUPS[index] ?? hex.length)).join('-');
}

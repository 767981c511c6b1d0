import { createHash } from 'node:crypto';

/** `sha256:` and the digest of bytes or UTF-8 text in hexadecimal. */
export function digest(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

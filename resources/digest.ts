import { createHash } from 'node:crypto';

/** The digest of bytes or text as assemblies write it: `sha256:` and 64 hexadecimal digits. */
export function digestOf(content: Buffer | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

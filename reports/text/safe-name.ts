import { createHash } from 'node:crypto';

/** Short, in small letters, and nothing that a file system reads as a step; so alike names never meet where case counts for nothing. */
const SAFE = /^[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?$/;

/** Names that one system or another keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** Hexadecimal digits that stand for a name: 80 bits. */
const DIGITS = 20;

/** The name of a file for an id: the id itself where that is harmless, and else digits that follow from it. */
export function safeName(id: string): string {
  if (SAFE.test(id) && !id.includes('..') && !RESERVED.test(id) && !id.startsWith('x.')) return id;
  return `x.${createHash('sha256').update(JSON.stringify(id)).digest('hex').slice(0, DIGITS)}`;
}

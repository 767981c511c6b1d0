/** The first thing that keeps a certificate from being true, or from being checked. */
export interface Refusal {
  /** An object with the place in it, or a place in the certificate. */
  readonly at: string;
  readonly what: string;
  /** A packet on the path that it is about: both ends and a port; empty where it is about none. */
  readonly packet: string;
}

/** Carries a refusal out of the depth of a check to its end. */
export class Refused extends Error {
  public constructor(public readonly refusal: Refusal) {
    super(`${refusal.at}: ${refusal.what}`);
  }
}

/** Ends the check. */
export function refuse(at: string, what: string, packet = ''): never {
  throw new Refused({ at, what, packet });
}

/** What a step makes of hostile input; where it throws, the check ends with what is wrong. */
export function attempt<T>(at: string, what: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    return refuse(at, `${what}: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

/** An object's members, none of them null, by name; each must be known, since an unknown one may mean anything. */
export function membersOf(value: unknown, at: string, known: readonly string[]): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at, 'is not an object');
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  for (const [key] of members) if (!known.includes(key)) refuse(`${at}.${key}`, 'is nothing that can be checked');
  return new Map(members);
}

/** A list; nothing is an empty one. */
export function listOf(value: unknown, at: string): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : refuse(at, 'is not a list');
}

/** A text. */
export function textOf(value: unknown, at: string): string {
  return typeof value === 'string' ? value : refuse(at, 'is not a text');
}

/** Texts by key, such as labels; nothing is none. */
export function textsOf(value: unknown, at: string): ReadonlyMap<string, string> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) return refuse(at, 'is not an object');
  return new Map(Object.entries(value).map(([key, text]) => [key, textOf(text, `${at}.${key}`)]));
}

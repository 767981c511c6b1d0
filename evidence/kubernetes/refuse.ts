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

/** What a step makes of hostile input; where it throws, the check ends. */
export function attempt<T>(at: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    return refuse(at, `cannot be read: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

import type { Construct } from 'constructs';
import type { Level } from '../model/level';
import type { FactPath } from '../model/problem';

/** Whom a construct serves, and the fact that caused it. */
export interface Ownership {
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - belongs to no zone */
  readonly zone?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
  readonly origin: FactPath;
}

const ownerships = new WeakMap<object, Ownership>();

/** States whom a construct and all below it serve, until a descendant states otherwise. */
export function own(construct: Construct, ownership: Ownership): void {
  ownerships.set(construct, ownership);
}

/**
 * Whom a construct serves: its own statement or that of its nearest ancestor.
 * @throws Error when nobody above has stated it, which is a mistake in a stack
 */
export function findOwnership(construct: Construct): Ownership {
  for (const scope of construct.node.scopes.toReversed()) {
    const found = ownerships.get(scope);
    if (found !== undefined) return found;
  }
  throw new Error(`${construct.node.path}: no owner stated; call own() in its stack`);
}

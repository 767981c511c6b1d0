import type { Resource } from '../../resource';
import type { Callers } from './callers';
import type { EntryTrouble } from './entry-trouble';
import type { Backend } from './service-directory';

/** A way in from outside of a cluster, to one port behind one Service. */
export interface Way {
  /** `Service a/web 443/TCP`, `Ingress a/web host/path`, or `Gateway a/edge https → HTTPRoute a/web host/path`. */
  readonly name: string;
  /** The object that opens it. */
  readonly resource: Resource;
  readonly backend: Backend;
  readonly callers: Callers;
  /** Why nobody can tell whether the way is there; empty where it surely is. */
  readonly doubts: readonly string[];
  /** What narrows who comes in by it, beside policies. */
  readonly notes: readonly string[];
}

/** Ways in, and what of them ends before a workload. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly troubles: readonly EntryTrouble[];
}

/** All ways of several. */
export function joinWays(all: readonly Ways[]): Ways {
  return { ways: all.flatMap(({ ways }) => ways), troubles: all.flatMap(({ troubles }) => troubles) };
}

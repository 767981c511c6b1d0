import type { Resource } from '../../resource';
import type { PolicyTrouble } from '../policy/policy';

/** Why a way ends before a workload: it leads nowhere, or to what files don't tell. */
export interface Gap {
  readonly kind: 'leads nowhere' | 'untold';
  readonly got: string;
  readonly want: string;
}

/** A way that ends before a workload, where that is written. */
export interface EntryTrouble extends Gap, Pick<PolicyTrouble, 'resource' | 'where'> {}

/** A way that leads nowhere. */
export function nowhere(got: string, want: string): Gap {
  return { kind: 'leads nowhere', got, want };
}

/** A way of which files don't tell where it leads. */
export function untold(got: string, want: string): Gap {
  return { kind: 'untold', got, want };
}

/** Gaps where they are written. */
export function troublesOf(resource: Resource, where: string, gaps: readonly Gap[]): readonly EntryTrouble[] {
  return gaps.map((gap) => ({ resource, where, ...gap }));
}

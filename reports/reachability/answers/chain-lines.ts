import { endText } from '../../../resources/reachability/query/ends';
import { told } from '../../../resources/reachability/query/flows';
import type { Hop } from '../../../resources/reachability/query/hop';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import type { Protocol } from '../../../resources/reachability/traffic/traffic';

/** One step of a chain of flows, as it is written in JSON. */
export interface WrittenHop {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** The first port by which it is made. */
  readonly port: number;
  readonly verdict: 'allowed' | 'depends';
  /** What decides at each end that is a workload. */
  readonly because: readonly string[];
}

/** The steps of a chain by the names of their ends. */
export function writtenChain(reachability: Reachability, chain: readonly Hop[]): readonly WrittenHop[] {
  return chain.map(({ from, to, protocol, port, verdict, because }) => ({
    from: endText(reachability, from),
    to: endText(reachability, to),
    protocol,
    port,
    verdict,
    because: because.map(({ direction, reason }) => told(direction, reason)),
  }));
}

/** Steps as items of a page, numbered from 1. */
export function chainItems(chain: readonly WrittenHop[]): readonly (readonly string[])[] {
  return chain.map(({ from, to, protocol, port, verdict, because }, index) => [
    `${index + 1}. ${from} → ${to}  ${port}/${protocol}: ${verdict}`,
    ...because,
  ]);
}

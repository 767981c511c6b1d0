import { nameOf, type Flow } from '../query/flows';
import type { Reachability } from '../solve/reachability';
import type { EntryPoints } from './entry-points';

/** The flows by which something comes in from outside, or may, each from an entry by its name; what isn't listed is denied. */
export function* entryFlows(reachability: Reachability, { entries }: Pick<EntryPoints, 'entries'>): Generator<Flow> {
  for (const { name, workload, protocol, port, verdict, because } of entries) {
    if (verdict === 'denied') continue;
    yield { from: name, to: nameOf(reachability, workload), protocol, ports: [[port, port]], verdict, because };
  }
}

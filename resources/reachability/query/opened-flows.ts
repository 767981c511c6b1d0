import { parseIp } from '../../../model/address/ip';
import type { JsonObject } from '../../resource';
import { Reachability } from '../solve/reachability';
import { changesBetween, type FlowChange, type SolvableCluster } from './changes';
import { openingPolicies } from './check-resistance';
import { withWorstPolicies } from './could-open';
import { readEnd } from './ends';

/** A flow that the administrators' policies don't keep closed, and NetworkPolicies that open it. */
export interface OpenedFlow extends FlowChange {
  /** They open the first of the ports: for certain where it is allowed after, perhaps where it depends. */
  witness: () => readonly JsonObject[];
}

/**
 * Every flow that NetworkPolicies might open which somebody with the right to write them in these namespaces adds. What
 * passes already isn't listed; what only depends until then is, where it may be opened for certain.
 */
export function* openedFlows(cluster: SolvableCluster, namespaces: ReadonlySet<string>): Generator<OpenedFlow> {
  const { input, profile } = cluster;
  const now = new Reachability(input, profile);
  for (const change of changesBetween(cluster, { input: withWorstPolicies(input, namespaces), profile })) {
    if (change.before === 'allowed' || change.after === 'denied') continue;
    yield { ...change, witness: () => witnessOf(now, namespaces, change) };
  }
}

function witnessOf(now: Reachability, namespaces: ReadonlySet<string>, change: FlowChange): readonly JsonObject[] {
  const pair = { from: endOf(change.from), to: endOf(change.to) };
  const [from, to] = [readEnd(now, 'from', pair.from), readEnd(now, 'to', pair.to)];
  const [[port] = []] = change.ports;
  if (!from.ok || !to.ok || port === undefined) throw new RangeError('a flow has ends that its cluster doesn’t have');
  const flow = { from: from.value, to: to.value, protocol: change.protocol, port };
  return openingPolicies({ now, namespaces, pair }, flow);
}

/** An end as it is asked about: of a run of addresses, which is told by its first and last, the first. */
function endOf(text: string): string {
  const first = text.slice(0, text.indexOf('-'));
  return parseIp(first).ok ? first : text;
}

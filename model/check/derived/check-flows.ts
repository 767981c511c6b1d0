import { parseCidr } from '../../address/cidr';
import { isAssumed, type DerivableInput } from '../../build/add-stand-ins';
import { complain, type Report } from '../../build/build-input';
import type { Model } from '../../model';
import { brokers, type Flow } from '../../segmentation/flow';
import type { System } from '../../tenancy/system';

/** The highest level that may open flows to the whole Internet (TCVN 14423:2026 6.12.2.4 g limits servers' egress from level 4). */
const INTERNET_LEVEL_MAX = 3;

/** Checks flows between agencies (each names its broker), to address blocks and to the Internet. */
export function checkFlows(model: Model, derived: DerivableInput, report: Report): void {
  const known = model.systems.filter((system) => !isAssumed(system, derived));
  const systems = new Map(known.map((system) => [system.id, system]));
  const reported = new Set<string>();
  for (const flow of model.flows) {
    const key = flow.origin.join('/');
    if (reported.has(key)) continue;
    const before = { problems: 0 };
    const counted: Report = (problem) => {
      before.problems += 1;
      report(problem);
    };
    checkBroker(flow, systems, counted);
    checkExternal(flow, systems, counted);
    if (before.problems > 0) reported.add(key);
  }
}

function checkBroker(flow: Flow, systems: ReadonlyMap<string, System>, report: Report): void {
  if (flow.from.kind !== 'zone' || flow.to.kind !== 'zone') return;
  const from = systems.get(flow.from.system);
  const to = systems.get(flow.to.system);
  if (from === undefined || to === undefined || from.owner === to.owner || flow.broker !== undefined) return;
  complain(report, flow.origin, {
    code: 'flow-without-broker',
    what: `a flow between two agencies goes through a sharing platform (Decree 194/2025 Art. 20, Decree 278/2025)`,
    got: `${flow.id}: ${from.owner} to ${to.owner}, no via`,
    want: `via: one of ${brokers.join(', ')}`,
    next: 'add via with the platform that carries it',
  });
}

function checkExternal(flow: Flow, systems: ReadonlyMap<string, System>, report: Report): void {
  if (flow.to.kind === 'external') {
    for (const [index, text] of flow.to.cidrs.entries()) {
      const parsed = parseCidr(text);
      if (!parsed.ok) complain(report, [...flow.origin, 'to', 'cidrs', index], parsed.reason);
      else if (parsed.value.prefixLength === 0) {
        complain(report, [...flow.origin, 'to', 'cidrs', index], {
          code: 'flow-to-everywhere',
          what: 'a flow to all addresses is a flow to the Internet, and says so',
          got: text,
          want: 'the blocks that are needed',
          next: 'name the blocks, or write internet: true where the level allows it',
        });
      }
    }
  }
  const system = flow.from.kind === 'zone' ? systems.get(flow.from.system) : undefined;
  if (flow.to.kind !== 'internet' || system === undefined || system.level <= INTERNET_LEVEL_MAX) return;
  complain(report, [...flow.origin, 'to'], {
    code: 'internet-from-high-level',
    what: 'servers of level 4 and 5 reach out only to what their function needs (TCVN 14423:2026 6.12.2.4 g)',
    got: `the whole Internet from a level-${system.level} system`,
    want: 'named hosts (fqdn) or blocks (cidrs)',
    next: 'name the hosts that are needed',
  });
}

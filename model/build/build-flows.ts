import type { Facts } from '../facts/fact-kinds';
import { isSound, mayExist } from '../facts/unsound-facts';
import { groupBy } from '../group-by';
import type { FactPath } from '../problem';
import type { Exchange } from '../segmentation/exchange';
import { brokerZones, type Broker, type Flow, type FlowEnd, type ZoneEnd } from '../segmentation/flow';
import { zoneFlowTable } from '../segmentation/zone-flow';
import type { System } from '../tenancy/system';
import { complain, listNames, type BuildInput, type Report } from './build-input';
import { buildLegs } from './build-legs';
import type { SystemDeclaration } from './build-systems';
import { byId } from './sort';

type FlowFact = SystemDeclaration['flows'][number];

/** What systems say to each other: every flow, and what sharing platforms carry by two of them. */
export interface BuiltFlows {
  readonly flows: readonly Flow[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Derives every flow: the zone table's inside each system, the declared ones, and the two legs of what a sharing
 * platform carries.
 */
export function buildFlows(input: BuildInput, systems: readonly System[], report: Report): BuiltFlows {
  const byDeclaration = groupBy(systems, (system) => system.declaration);
  const carriers = systems.filter(({ broker }) => broker !== undefined);
  const once = reportOnce(report);
  const inner = systems.flatMap((system) => innerFlows(system));
  const declared = systems.map((system) =>
    declarationOf(system, input.facts).map((fact, index) => {
      const at = [...system.origin, 'flows', index];
      return declaredFlows(system, fact, { input, byDeclaration, carriers, report: once, at });
    }),
  );
  const all = declared.flat();
  const exchanges = byId(all.flatMap((one) => one.exchanges));
  return { flows: byId([...inner, ...all.flatMap(({ flows }) => flows), ...buildLegs(exchanges)]), exchanges };
}

/** One fact is one problem, however many owners have a system of it. */
function reportOnce(report: Report): Report {
  const told = new Set<string>();
  return (problem) => {
    const key = `${problem.code} ${problem.at.join('/')}`;
    if (!told.has(key)) report(problem);
    told.add(key);
  };
}

function declarationOf(system: System, facts: Facts): readonly FlowFact[] {
  return facts.systems.get(system.declaration)?.value.flows ?? [];
}

function innerFlows(system: System): Flow[] {
  return zoneFlowTable
    .filter((row) => system.zones.includes(row.from) && system.zones.includes(row.to))
    .map((row): Flow => ({
      id: `${system.id}/${row.from}-to-${row.to}`,
      from: { kind: 'zone', system: system.id, zone: row.from },
      to: { kind: 'zone', system: system.id, zone: row.to },
      ports: row.ports,
      reason: row.reason,
      origin: [...system.origin, 'zones'],
    }));
}

interface Surroundings {
  readonly input: BuildInput;
  readonly byDeclaration: ReadonlyMap<string, readonly System[]>;
  /** Systems that are a sharing platform. */
  readonly carriers: readonly System[];
  readonly report: Report;
  readonly at: FactPath;
}

/** What one declared flow becomes. */
function declaredFlows(system: System, fact: FlowFact, surroundings: Surroundings): BuiltFlows {
  const { report, at } = surroundings;
  if (!system.zones.includes(fact.from)) {
    complain(report, [...at, 'from'], {
      code: 'flow-from-undeclared-zone',
      what: `the flow ${fact.name} starts in a zone that the system doesn't declare`,
      got: fact.from,
      want: `one of the system's zones: ${listNames(system.zones)}`,
      next: 'declare the zone in zones, or start the flow in a zone that is declared',
    });
    return { flows: [], exchanges: [] };
  }
  const from: ZoneEnd = { kind: 'zone', system: system.id, zone: fact.from };
  const parts = { ports: fact.ports, reason: fact.reason, origin: at };
  if (!('system' in fact.to)) {
    if (fact.via !== undefined) complainNoSystem(fact, surroundings);
    return { flows: [{ id: `${system.id}/${fact.name}`, from, to: otherEnd(fact.to), ...parts }], exchanges: [] };
  }
  const targets = targetsOf(system, fact, surroundings);
  const { zone } = fact.to;
  const ends = targets.map((target) => ({
    id: `${system.id}/${fact.name}${targets.length > 1 ? `-${target.owner}` : ''}`,
    target,
    to: { kind: 'zone', system: target.id, zone } as const,
  }));
  const { via } = fact;
  if (via !== undefined) {
    const exchanges = ends.flatMap(({ id, target, to }): Exchange[] => {
      const carrier = carrierOf({ system, target, fact, via }, surroundings);
      return carrier === undefined ? [] : [{ id, from, to, broker: via, carrier: carrier.id, ...parts }];
    });
    return { flows: [], exchanges };
  }
  const flows = ends.map(({ id, target, to }): Flow => ({
    id,
    from,
    to,
    ...parts,
    broker: platformBetween(system, target),
  }));
  return { flows, exchanges: [] };
}

/** The platform that one of two agencies' systems is: the one that is asked before the one that asks. */
function platformBetween(from: System, to: System): Broker | undefined {
  return from.owner === to.owner ? undefined : (to.broker ?? from.broker);
}

function otherEnd(to: Exclude<FlowFact['to'], { system: string }>): FlowEnd {
  if ('platform' in to) return { kind: 'platform', service: to.platform };
  if ('cidrs' in to) return { kind: 'external', cidrs: to.cidrs };
  return 'fqdn' in to ? { kind: 'name', fqdn: to.fqdn } : { kind: 'internet' };
}

/** The systems that a flow leads to: the owner's own where each owner has one, else all of them. */
function targetsOf(system: System, { to, name }: FlowFact, surroundings: Surroundings): readonly System[] {
  if (!('system' in to)) return [];
  const targets = surroundings.byDeclaration.get(to.system) ?? [];
  if (targets.length === 0) complainNowhere(to.system, name, surroundings);
  const own = targets.filter((target) => target.owner === system.owner);
  const chosen = own.length > 0 ? own : targets;
  const stranger = chosen.find((target) => !target.zones.includes(to.zone));
  if (stranger === undefined) return chosen;
  complain(surroundings.report, [...surroundings.at, 'to', 'zone'], {
    code: 'flow-to-undeclared-zone',
    what: `the flow ${name} leads to a zone that ${stranger.id} doesn't declare`,
    got: to.zone,
    want: `one of its zones: ${listNames(stranger.zones)}`,
    next: 'lead the flow to a zone that the other system has',
  });
  return chosen.filter((target) => target.zones.includes(to.zone));
}

interface Carried {
  readonly system: System;
  readonly target: System;
  readonly fact: FlowFact;
  readonly via: Broker;
}

/** The system that carries a flow; undefined when there is none, which is a problem. */
function carrierOf(carried: Carried, { carriers, input, report, at }: Surroundings): System | undefined {
  const { system, target, fact, via } = carried;
  if (system.broker === via || target.broker === via) {
    complain(report, [...at, 'via'], {
      code: 'flow-broker-is-end',
      what: `the flow ${fact.name} starts or ends at the platform that is to carry it`,
      got: `${via}, from ${system.declaration} to ${target.declaration}`,
      want: 'no via, or a flow to the system that provides the data',
      next: 'remove via: a flow to or from a platform is a leg already; or lead the flow to the provider',
    });
    return undefined;
  }
  const playing = carriers.filter(({ broker }) => broker === via);
  // A province or ministry publishes its services on its own platform; the national ones are there for all.
  const carrier = via === 'lgsp' ? playing.find(({ owner }) => owner === target.owner) : playing[0];
  if (carrier === undefined) {
    if (!isSound(input, 'systems')) return undefined;
    complain(report, [...at, 'via'], {
      code: 'flow-broker-unknown',
      what: `no system is the platform that is to carry the flow ${fact.name}${via === 'lgsp' ? ` for ${target.owner}, who provides the data` : ''}`,
      got: via,
      want: `a platform that a system plays with broker: ${listNames(new Set(carriers.flatMap(({ broker }) => broker ?? [])))}`,
      next: 'name another platform, or declare the system that is this one',
    });
    return undefined;
  }
  // A platform without these zones is a problem at the platform.
  return Object.values(brokerZones).every((zone) => carrier.zones.includes(zone)) ? carrier : undefined;
}

function complainNoSystem({ name, via }: FlowFact, { report, at }: Surroundings): void {
  complain(report, [...at, 'via'], {
    code: 'flow-broker-without-system',
    what: `the flow ${name} doesn't lead to a system, so no platform can carry it`,
    got: via ?? '',
    want: 'via on flows to systems of other agencies only',
    next: 'remove via, or lead the flow to a system',
  });
}

/** A system that one tenant owns and that stands nowhere lacks that owner, which is a problem of its own. */
function complainNowhere(system: string, flow: string, { input, byDeclaration, report, at }: Surroundings): void {
  const owner = input.facts.systems.get(system)?.value.owner;
  const place = [...at, 'to', 'system'];
  if (owner === undefined) {
    if (mayExist(input, 'systems', system)) return;
    complain(report, place, {
      code: 'flow-to-unknown-system',
      what: `the flow ${flow} leads to a system that nobody declares`,
      got: system,
      want: `a declared system: ${listNames(byDeclaration.keys())}`,
      next: 'correct the name, or declare the system in systems/',
    });
  } else if ('each' in owner && isSound(input, 'tenants') && isSound(input, 'divisions')) {
    complain(report, place, {
      code: 'flow-to-nobody',
      what: `the flow ${flow} leads to a system that each ${owner.each} owns, and there is none that is at home somewhere`,
      got: system,
      want: `at least one ${owner.each}`,
      next: `declare a ${owner.each}, or remove the flow`,
    });
  }
}

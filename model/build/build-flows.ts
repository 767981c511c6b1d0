import type { Facts } from '../facts/fact-kinds';
import { isSound, mayExist } from '../facts/unsound-facts';
import type { FactPath } from '../problem';
import type { Flow, FlowEnd } from '../segmentation/flow';
import { zoneFlowTable } from '../segmentation/zone-flow';
import type { System } from '../tenancy/system';
import { complain, listNames, type BuildInput, type Report } from './build-input';
import type { SystemDeclaration } from './build-systems';
import { groupBy } from '../group-by';
import { byId } from './sort';

type FlowFact = SystemDeclaration['flows'][number];

/** Derives every flow: the zone table's inside each system, and the declared ones between systems. */
export function buildFlows(input: BuildInput, systems: readonly System[], report: Report): readonly Flow[] {
  const byDeclaration = groupBy(systems, (system) => system.declaration);
  const inner = systems.flatMap((system) => innerFlows(system));
  const declared = systems.flatMap((system) =>
    declarationOf(system, input.facts).flatMap((fact, index) =>
      declaredFlows(system, fact, { input, byDeclaration, report, at: [...system.origin, 'flows', index] }),
    ),
  );
  return byId([...inner, ...declared]);
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
  readonly report: Report;
  readonly at: FactPath;
}

function declaredFlows(system: System, fact: FlowFact, surroundings: Surroundings): Flow[] {
  if (!system.zones.includes(fact.from)) {
    complain(surroundings.report, [...surroundings.at, 'from'], {
      code: 'flow-from-undeclared-zone',
      what: `the flow ${fact.name} starts in a zone that the system doesn't declare`,
      got: fact.from,
      want: `one of the system's zones: ${listNames(system.zones)}`,
      next: 'declare the zone in zones, or start the flow in a zone that is declared',
    });
    return [];
  }
  const from: FlowEnd = { kind: 'zone', system: system.id, zone: fact.from };
  const ends = targetEnds(system, fact, surroundings);
  return ends.map(({ end, suffix }): Flow => ({
    id: `${system.id}/${fact.name}${suffix}`,
    from,
    to: end,
    ports: fact.ports,
    reason: fact.reason,
    broker: fact.via,
    origin: surroundings.at,
  }));
}

interface TargetEnd {
  readonly end: FlowEnd;
  /** Tells the flows of one declaration to several systems apart. */
  readonly suffix: string;
}

function targetEnds(system: System, { to, name }: FlowFact, surroundings: Surroundings): TargetEnd[] {
  if ('platform' in to) return [{ end: { kind: 'platform', service: to.platform }, suffix: '' }];
  if ('cidrs' in to) return [{ end: { kind: 'external', cidrs: to.cidrs }, suffix: '' }];
  if ('fqdn' in to) return [{ end: { kind: 'name', fqdn: to.fqdn }, suffix: '' }];
  if ('internet' in to) return [{ end: { kind: 'internet' }, suffix: '' }];
  const targets = surroundings.byDeclaration.get(to.system) ?? [];
  if (targets.length === 0) {
    complainNowhere(to.system, name, surroundings);
    return [];
  }
  const own = targets.filter((target) => target.owner === system.owner);
  const chosen = own.length > 0 ? own : targets;
  return chosen.flatMap((target): TargetEnd[] => {
    if (!target.zones.includes(to.zone)) {
      complain(surroundings.report, [...surroundings.at, 'to', 'zone'], {
        code: 'flow-to-undeclared-zone',
        what: `the flow ${name} leads to a zone that ${target.id} doesn't declare`,
        got: to.zone,
        want: `one of its zones: ${listNames(target.zones)}`,
        next: 'lead the flow to a zone that the other system has',
      });
      return [];
    }
    const end: FlowEnd = { kind: 'zone', system: target.id, zone: to.zone };
    return [{ end, suffix: chosen.length > 1 ? `-${target.owner}` : '' }];
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

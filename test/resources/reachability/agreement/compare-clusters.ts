import { protocols } from '../../../../resources/reachability/traffic/traffic';
import { Chance } from '../oracle/chance';
import { declaredPorts, portsOf, randomAddresses, randomCluster, type Objects } from '../oracle/random-cluster';
import { BothSides, type NamedFlow, type Plugin } from './both-sides';

/** How much was compared, and the first difference, if there is one. */
export interface Compared {
  readonly clusters: number;
  readonly flows: number;
  /** How often each verdict was given. */
  readonly verdicts: Readonly<Record<'allowed' | 'denied' | 'depends', number>>;
  /** Undefined when engine and oracle agree everywhere. */
  readonly difference: string | undefined;
}

const TRAFFICS = 3;
const ADDRESSES = 2;
/** That nothing is missing in a list takes long to tell: every port is tried. */
const LISTS_EVERY = 5;

/** Compares engine and oracle on random clusters, one a seed, until there are so many flows or they differ. */
export function compareClusters(seed: number, flowsWanted: number): Compared {
  const verdicts = { allowed: 0, denied: 0, depends: 0 };
  let [clusters, flows] = [0, 0];
  while (flows < flowsWanted) {
    const chance = new Chance(seed + clusters);
    const objects = randomCluster(seed + clusters);
    const plugin: Plugin = clusters % 2 === 0 ? 'cilium' : 'unknown';
    const sides = new BothSides(objects, plugin);
    if (sides.troubles.length > 0) return { clusters, flows, verdicts, difference: sides.troubles.join('\n') };
    const addresses = randomAddresses(chance, ADDRESSES);
    const open: NamedFlow[] = [];
    clusters += 1;
    for (const flow of flowsOf(chance, { objects, names: sides.names, addresses })) {
      flows += 1;
      const { verdict, difference } = sides.compare(flow);
      verdicts[verdict] += 1;
      if (verdict !== 'denied') open.push(flow);
      if (difference !== undefined)
        return {
          clusters,
          flows,
          verdicts,
          difference: told(difference, { seed: seed + clusters - 1, objects, plugin, flow }),
        };
    }
    const difference =
      sides.missingInLists(open) ?? (clusters % LISTS_EVERY === 0 ? sides.differenceOfLists(addresses) : undefined);
    if (difference !== undefined)
      return { clusters, flows, verdicts, difference: toldOfLists(difference, { objects, plugin, addresses }) };
  }
  return { clusters, flows, verdicts, difference: undefined };
}

interface Ends {
  readonly objects: Objects;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** Flows between all workloads, and between them and some addresses, each on some ports at which something may change. */
function flowsOf(chance: Chance, { objects, names, addresses }: Ends): readonly NamedFlow[] {
  const ports = portsOf(objects);
  const declared = declaredPorts(objects);
  const inside = names.flatMap((from) => names.map((to) => ({ from, to })));
  const across = names.flatMap((name) =>
    addresses.flatMap((one) => [
      { from: name, to: one },
      { from: one, to: name },
    ]),
  );
  return [...inside, ...across].flatMap((ends) =>
    Array.from({ length: TRAFFICS }, () => {
      const isDeclared = declared.length > 0 && chance.once(2);
      const traffic = isDeclared
        ? chance.pick(declared)
        : { protocol: chance.pick(protocols), port: chance.pick(ports) };
      return { ...ends, ...traffic };
    }),
  );
}

interface Case {
  readonly seed: number;
  readonly objects: Objects;
  readonly plugin: Plugin;
  readonly flow: NamedFlow;
}

function told(difference: string, { seed, objects, plugin, flow }: Case): string {
  const ends = [flow.from, flow.to];
  const least = smallest(objects, (part) =>
    differs(part, ends, () => new BothSides(part, plugin).compare(flow).difference),
  );
  const { from, to, protocol, port } = flow;
  const head = `seed ${seed}, plugin ${plugin}: ${from} to ${to} on ${port}/${protocol}: ${difference}`;
  return [head, ...least.map((one) => JSON.stringify(one))].join('\n');
}

function toldOfLists(
  difference: string,
  { objects, plugin, addresses }: Omit<Case, 'flow' | 'seed'> & Pick<Ends, 'addresses'>,
): string {
  const least = smallest(objects, (part) =>
    differs(part, [], () => new BothSides(part, plugin).differenceOfLists(addresses)),
  );
  return [`plugin ${plugin}: ${difference}`, ...least.map((one) => JSON.stringify(one))].join('\n');
}

/** Whether a part of a cluster, in which the ends of the flow still are, shows a difference too. */
function differs(part: Objects, ends: readonly string[], find: () => string | undefined): boolean {
  const names = new Set(new BothSides(part, 'cilium').names);
  return ends.every((one) => !one.includes('/') || names.has(one)) && find() !== undefined;
}

/** The objects without which nothing is left to see: each that can be left out is. */
function smallest(objects: Objects, isWrong: (part: Objects) => boolean): Objects {
  const spare = objects.find((one) => isWrong(objects.filter((other) => other !== one)));
  return spare === undefined
    ? objects
    : smallest(
        objects.filter((other) => other !== spare),
        isWrong,
      );
}

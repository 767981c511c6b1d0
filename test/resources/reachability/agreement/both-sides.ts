import { parseCidr, type Cidr } from '../../../../model/address/cidr';
import { parseIp } from '../../../../model/address/ip';
import { valueOf } from '../../../../model/problem';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { workloadName } from '../../../../resources/reachability/peers/workload';
import { askFlow } from '../../../../resources/reachability/query/ask-flow';
import { outsideConnections, podConnections } from '../../../../resources/reachability/query/connections';
import type { NetworkProfile } from '../../../../resources/reachability/solve/bind-rules';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import { protocols, type Protocol } from '../../../../resources/reachability/traffic/traffic';
import { judge, type Verdict } from '../oracle/brute-force';
import { isIdentityLabel, isName, type PluginFacts } from '../oracle/plugin/plugin-facts';
import { NAMESPACE, NAMESPACE_LABELS, podsOf, type End, type Pod } from '../oracle/matching';
import { portsOf, type Objects } from '../oracle/random-cluster';
import { NAMES } from '../oracle/plugin/random-plugin';
import { resourceOf } from './resource-of';

/** What is known of the network plugin. */
export type Plugin = 'cilium' | 'unknown';

/** A flow between ends that are called by their names: `namespace/name[Kind]`, or an address. */
export interface NamedFlow {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** One cluster as the engine and the oracle see it. */
export class BothSides {
  /** Names of the workloads, as the oracle finds them. */
  public readonly names: readonly string[];
  /** What the engine could not understand. */
  public readonly troubles: readonly string[];
  private readonly ends: ReadonlyMap<string, End>;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly reachability: Reachability;
  private readonly ports: readonly number[];
  private readonly atoms = new Map<string, number>();

  public constructor(
    private readonly objects: Objects,
    private readonly plugin: Plugin,
    private readonly facts?: PluginFacts,
  ) {
    const cluster = readCluster(objects.map(resourceOf));
    this.troubles = cluster.troubles.map(({ resource, where, got }) => `${resource.id}: ${where}: got ${got}`);
    const pods = podsOf(objects)
      .map((pod) => identified(pod, facts))
      .map((pod) => [`${pod.namespace}/${pod.name}[${pod.kind}]`, pod] as const);
    this.ends = new Map<string, End>(pods);
    this.names = pods.map(([name]) => name);
    this.numbers = new Map(cluster.workloads.map((one, index) => [workloadName(one), index]));
    const profile: NetworkProfile = { blocksTakePods: plugin === 'cilium' ? 'never' : 'unknown', ...profileOf(facts) };
    this.reachability = new Reachability(cluster, profile, { names: NAMES });
    this.ports = portsOf(objects);
  }

  /** What the oracle says of a flow. */
  public judged({ from, to, ...traffic }: NamedFlow): Verdict {
    const flow = { from: this.ends.get(from) ?? from, to: this.ends.get(to) ?? to, ...traffic };
    return judge(this.objects, { ...flow, facts: this.facts }, this.plugin);
  }

  /** What the engine says of a flow. */
  public answered({ from, to, protocol, port }: NamedFlow): Verdict {
    const { answers } = this.reachability;
    const [caller, called] = [this.numbers.get(from), this.numbers.get(to)];
    if (caller === undefined && called === undefined) throw new Error(`neither ${from} nor ${to} is a workload`);
    const passed =
      caller === undefined
        ? this.reachability.fromOutside(this.atomOf(from), called ?? 0)
        : called === undefined
          ? this.reachability.toOutside(caller, this.atomOf(to))
          : this.reachability.between(caller, called);
    return answers.verdictOf(passed, protocol, port);
  }

  /** What the engine says of a flow to somebody who asks about it. */
  public asked({ from, to, protocol, port }: NamedFlow): Verdict {
    return valueOf(askFlow(this.reachability, { from, to, port: `${port}/${protocol}` })).verdict;
  }

  /** What the reasons at both ends say together. */
  public explained({ from, to, protocol, port }: NamedFlow): Verdict {
    const ends = [
      { direction: 'egress', end: this.numbers.get(from), peer: to },
      { direction: 'ingress', end: this.numbers.get(to), peer: from },
    ] as const;
    const said = ends.flatMap(({ direction, end, peer }) => {
      if (end === undefined) return [];
      const member = this.numbers.get(peer);
      const other =
        member === undefined
          ? { side: 'outside' as const, member: this.atomOf(peer) }
          : { side: 'pods' as const, member };
      return [this.reachability.explain(direction, end, { ...other, protocol, port }).verdict];
    });
    if (said.every((one) => one === 'allowed')) return 'allowed';
    // On one node a pod and what has the node's address always meet.
    const isOnNode = ends.every(({ end }) => end !== undefined) && ends.some(({ end }) => this.isOnNode(end));
    return said.includes('denied') && !isOnNode ? 'denied' : 'depends';
  }

  /** What the oracle says of a flow, and what the engine says differently; undefined when it says the same. */
  public compare(flow: NamedFlow): { readonly verdict: Verdict; readonly difference: string | undefined } {
    const [verdict, answered, explained] = [this.judged(flow), this.answered(flow), this.explained(flow)];
    const isSame = verdict === answered && verdict === explained;
    return { verdict, difference: isSame ? undefined : `oracle ${verdict}, engine ${answered}, reasons ${explained}` };
  }

  /** What differs between the list of all connections and what the oracle lets pass on some port. */
  public differenceOfLists(addresses: readonly string[]): string | undefined {
    const [between, outside] = [this.listedBetween(), this.listedOutside(addresses)];
    const pairs = this.names.flatMap((from) =>
      this.names.map((to) => ({ from, to, isListed: between.has(`${from} ${to}`) })),
    );
    const edges = addresses.flatMap((address) =>
      this.names.flatMap((name) => [
        { from: address, to: name, isListed: outside.has(`${address} ${name}`) },
        { from: name, to: address, isListed: outside.has(`${name} ${address}`) },
      ]),
    );
    const wrong = [...pairs, ...edges].find(({ from, to, isListed }) => this.isOpen(from, to) !== isListed);
    if (wrong === undefined) return undefined;
    return `${wrong.from} to ${wrong.to}: ${wrong.isListed ? 'listed, and denied on every port' : 'open, and not listed'}`;
  }

  /** A flow of some that aren't denied which is in no list of connections; undefined when all are. */
  public missingInLists(open: readonly NamedFlow[]): string | undefined {
    const addresses = new Set(open.flatMap(({ from, to }) => [from, to]).filter((one) => !this.ends.has(one)));
    const listed = new Set([...this.listedBetween(), ...this.listedOutside([...addresses])]);
    const missing = open.find(({ from, to }) => !listed.has(`${from} ${to}`));
    if (missing === undefined) return undefined;
    return `${missing.from} to ${missing.to} on ${missing.port}/${missing.protocol}: not listed`;
  }

  private isOpen(from: string, to: string): boolean {
    return protocols.some((protocol) =>
      this.ports.some((port) => this.judged({ from, to, protocol, port }) !== 'denied'),
    );
  }

  private listedBetween(): ReadonlySet<string> {
    const names = this.reachability.workloads.map(workloadName);
    return new Set([...podConnections(this.reachability)].map(({ from, to }) => `${names[from]} ${names[to]}`));
  }

  private listedOutside(addresses: readonly string[]): ReadonlySet<string> {
    const names = this.reachability.workloads.map(workloadName);
    const atoms = addresses.map((address) => ({ address, atom: this.atomOf(address) }));
    const listed = [...outsideConnections(this.reachability)].flatMap(({ end, direction, first, last }) =>
      atoms
        .filter(({ atom }) => first <= atom && atom <= last)
        .map(({ address }) => (direction === 'ingress' ? `${address} ${names[end]}` : `${names[end]} ${address}`)),
    );
    return new Set(listed);
  }

  private atomOf(address: string): number {
    const known = this.atoms.get(address);
    if (known !== undefined) return known;
    if (isName(address)) return this.reachability.outside.numberOfName(address);
    const parsed = parseIp(address);
    if (!parsed.ok) throw new Error(`${address} is no address`);
    const atom = this.reachability.outside.numberOf(parsed.value);
    this.atoms.set(address, atom);
    return atom;
  }

  private isOnNode(end: number | undefined): boolean {
    return end !== undefined && this.reachability.workloads[end]?.hostNetwork === true;
  }
}

/** A pod by the labels that make its identity (rule 46). */
function identified(pod: Pod, facts: PluginFacts | undefined): Pod {
  if (facts === undefined) return pod;
  const isKept = (key: string): boolean => isIdentityLabel(key, facts);
  const isPlace = (key: string): boolean => key === NAMESPACE || key.startsWith(NAMESPACE_LABELS);
  const kept = (labels: Pod['labels'], isIn: typeof isKept): Pod['labels'] =>
    Object.fromEntries(Object.entries(labels).filter(([key]) => isIn(key)));
  return {
    ...pod,
    labels: kept(pod.labels, isKept),
    endpointLabels: kept(pod.endpointLabels, (key) => isPlace(key) || isKept(key)),
  };
}

/** The same facts as the engine takes them. */
function profileOf(facts: PluginFacts | undefined): Partial<NetworkProfile> {
  if (facts === undefined) return {};
  const { nodes, blocksTakeNodes, isClosed, identityLabels } = facts;
  return {
    nodes: nodes.map(blockOf),
    blocksTakeNodes,
    withoutPolicy: isClosed ? 'closed' : 'open',
    identityLabels,
    names: 'apart',
  };
}

function blockOf(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no block`);
  return parsed.value;
}

import { canonicalJson } from '../../model/canonical-json';
import type { CertifiedEnd } from '../../model/segmentation/segmentation-certificate';
import { addressRange, blockTexts, everyAddress, joined, shared, without, type Ranges } from './ranges';
import type { Direction, Policy, Rule, Surroundings } from './read-policy';
import { refuse } from './refuse';
import { judge, wantedLabels, type Judged, type Labels, type Want } from './selector';

/** A path that rules open. */
export interface OpenPath {
  readonly from: CertifiedEnd;
  readonly to: CertifiedEnd;
  readonly ports: Ranges<number>;
  /** The rules that open it, by object and place. */
  readonly by: string;
}

/** A path between known places, by the labels of the pods there; what is outside has none. */
interface Open extends Pick<OpenPath, 'ports' | 'by'> {
  readonly from: Labels;
  readonly to: Labels;
}

/** The most steps that a check takes; the nation's largest cluster needs a hundredth. */
const STEPS_MAX = 100_000_000;

/** What is open in a cluster. */
export class OpenPaths {
  private readonly rules: Record<Direction, Map<string, Rule[]>> = { ingress: new Map(), egress: new Map() };
  private steps = 0;

  /** Takes the policies of the cluster. */
  public constructor(
    policies: readonly Policy[],
    private readonly around: Surroundings,
  ) {
    for (const { namespaces, rules } of policies)
      for (const namespace of namespaces) for (const rule of rules) pushTo(this.rules[rule.direction], namespace, rule);
  }

  /** All paths, each once: what a path with fewer labels covers, one with more leaves out. */
  public *all(): Generator<OpenPath> {
    for (const namespace of this.around.namespaces.labels.keys()) {
      for (const direction of ['ingress', 'egress'] as const) yield* this.outside(namespace, direction);
      yield* this.fromPods(namespace);
    }
  }

  private *fromPods(called: string): Generator<OpenPath> {
    const byCaller = new Map<string, Open[]>();
    for (const ingress of this.rules.ingress.get(called) ?? [])
      for (const { namespaces, wants } of ingress.denies ? [] : ingress.peers.pods)
        for (const caller of namespaces)
          for (const egress of this.rules.egress.get(caller) ?? [])
            for (const peer of egress.denies ? [] : egress.peers.pods) {
              this.step(ingress.at);
              if (!peer.namespaces.has(called)) continue;
              const from = { namespace: caller, wants: [...egress.subject, ...wants] };
              const to = { namespace: called, wants: [...peer.wants, ...ingress.subject] };
              for (const open of this.openBy([egress, ingress], from, to)) pushTo(byCaller, caller, open);
            }
    for (const [caller, open] of byCaller)
      for (const { from, to, ...path } of narrowed(open))
        yield { from: podsOf(caller, from), to: podsOf(called, to), ...path };
  }

  private openBy([egress, ingress]: readonly [Rule, Rule], caller: Wanted, called: Wanted): readonly Open[] {
    const [from, to] = [wantedLabels(caller.wants), wantedLabels(called.wants)];
    const judged = both(judge(caller.wants, from), judge(called.wants, to));
    const open = shared(egress.ports, ingress.ports);
    if (judged === 'none' || open.length === 0) return [];
    const by = `${egress.at} and ${ingress.at}`;
    const [out, in_] = [
      { namespace: caller.namespace, labels: from },
      { namespace: called.namespace, labels: to },
    ];
    const denials = [...this.denials('egress', out, in_), ...this.denials('ingress', in_, out)];
    const ports = denials.reduce((left, { rule, judged: denied }) => {
      if (denied === 'none' || shared(left, rule.ports).length === 0) return left;
      return denied === 'all' ? without(left, rule.ports) : refuse(rule.at, `denies to some pods what ${by} open`);
    }, open);
    if (ports.length > 0 && judged === 'some') refuse(by, 'are about pods that no labels of one value each tell');
    return [{ from, to, ports, by }];
  }

  private denials(direction: Direction, own: Place, other: Place): readonly { rule: Rule; judged: Judged }[] {
    const rules = (this.rules[direction].get(own.namespace) ?? []).filter(({ denies }) => denies);
    return rules.flatMap((rule) =>
      rule.peers.pods
        .filter(({ namespaces }) => namespaces.has(other.namespace))
        .map(({ wants }) => ({ rule, judged: both(judge(rule.subject, own.labels), judge(wants, other.labels)) })),
    );
  }

  private *outside(namespace: string, direction: Direction): Generator<OpenPath> {
    const rules = (this.rules[direction].get(namespace) ?? []).filter(
      ({ peers }) => peers.addresses.length > 0 || peers.nodes || peers.names.length > 0,
    );
    const byEnd = new Map<string, (Open & { readonly end: CertifiedEnd })[]>();
    const opening = rules.filter(({ denies }) => !denies);
    for (const { subject, at } of new Map(opening.map((rule) => [canonicalJson(rule.subject), rule])).values()) {
      const labels = wantedLabels(subject);
      const judged = judge(subject, labels);
      if (judged === 'some') refuse(at, 'is about pods that no labels of one value each tell');
      for (const { end, ...open } of judged === 'none' ? [] : this.ends(rules, labels))
        pushTo(byEnd, canonicalJson(end), { end, from: labels, to: new Map(), ...open });
    }
    for (const open of byEnd.values())
      for (const { end, from, ports, by } of narrowed(open)) {
        const own = podsOf(namespace, from);
        yield { ...(direction === 'ingress' ? { from: end, to: own } : { from: own, to: end }), ports, by };
      }
  }

  /** What is outside as rules open it together to pods with these labels, for each piece of the ports that they tell apart. */
  private *ends(rules: readonly Rule[], labels: Labels): Generator<Pick<Open, 'ports' | 'by'> & { end: CertifiedEnd }> {
    const { nodes } = this.around;
    const cuts = [...new Set(rules.flatMap(({ ports }) => ports.flat()))].toSorted((a, b) => a - b);
    for (const [index, end] of cuts.slice(1).entries()) {
      const ports: Ranges<number> = [[cuts[index] ?? end, end]];
      const about = rules.filter((rule) => this.step(rule.at) && shared(ports, rule.ports).length > 0);
      const opening = about.filter(({ denies, subject }) => !denies && judge(subject, labels) === 'all');
      const by = opening.map(({ at }) => at).join(', ');
      const isToNodes = opening.some(({ peers }) => peers.nodes);
      const open = about.reduce(
        (left, { at, denies, subject, peers }) => {
          const judged = denies ? judge(subject, labels) : 'none';
          const isPart = judged === 'some' && shared(left, peers.addresses).length > 0;
          const isOfNodes = judged !== 'none' && isToNodes && shared(nodes, peers.addresses).length > 0;
          if (isPart || isOfNodes) refuse(at, `denies in part what ${by} open`);
          return judged === 'all' ? without(left, peers.addresses) : left;
        },
        joined(opening.flatMap(({ peers }) => peers.addresses)),
      );
      const holdsNodes = isToNodes || without(nodes, open).length === 0;
      const blocks = blockTexts(holdsNodes ? joined([...open, ...nodes]) : open);
      // Blocks of nodes are told of as nodes.
      const others = blocks.filter((one) => !holdsNodes || without(addressRange(one, by), nodes).length > 0);
      const denied = about.filter(({ denies, subject }) => denies && judge(subject, labels) === 'all');
      const taken = denied.flatMap(({ peers }) => peers.addresses);
      // A name leads to addresses that nobody knows: it is closed where all are denied.
      const isClosed = without(everyAddress, [...taken, ...nodes]).length === 0;
      const names = new Set(isClosed ? [] : opening.flatMap(({ peers }) => peers.names));
      if (holdsNodes) yield { end: { nodes: true }, ports, by };
      for (const block of others) yield { end: { block }, ports, by };
      for (const name of names) yield { end: { name }, ports, by };
    }
  }

  private step(at: string): boolean {
    return ++this.steps < STEPS_MAX || refuse(at, 'takes more steps than a check may');
  }
}

interface Wanted {
  readonly namespace: string;
  readonly wants: readonly Want[];
}

interface Place {
  readonly namespace: string;
  readonly labels: Labels;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function podsOf(namespace: string, labels: Labels): CertifiedEnd {
  return labels.size === 0 ? { namespace } : { namespace, labels: Object.fromEntries(labels) };
}

function both(left: Judged, right: Judged): Judged {
  return left === 'none' || right === 'none' ? 'none' : left === 'some' ? left : right;
}

/** Paths between two places, one for each pair of labels, without the ports that fewer labels open already. */
function narrowed<T extends Open>(open: readonly T[]): readonly T[] {
  const byLabels = new Map<string, T>();
  for (const one of open) {
    const key = canonicalJson([[...one.from], [...one.to]]);
    const known = byLabels.get(key) ?? one;
    byLabels.set(key, { ...known, ports: joined([...known.ports, ...one.ports]) });
  }
  const paths = [...byLabels.values()];
  return paths.flatMap((one) => {
    const wider = paths.filter((other) => other !== one && holds(one.from, other.from) && holds(one.to, other.to));
    const ports = wider.reduce((left, other) => without(left, other.ports), one.ports);
    return ports.length === 0 ? [] : [{ ...one, ports }];
  });
}

function holds(labels: Labels, fewer: Labels): boolean {
  return [...fewer].every(([key, value]) => labels.get(key) === value);
}

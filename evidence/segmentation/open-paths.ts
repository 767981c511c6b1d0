import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import type { CertifiedEnd } from '../../model/segmentation/segmentation-certificate';
import { addressSet, blockTexts, everyAddress, shared, union, without, type Numbers } from '../kubernetes/numbers';
import type { ClusterRules } from '../kubernetes/read-rules';
import { refuse } from '../kubernetes/refuse';
import { directions, type Direction, type Pods, type Rule } from '../kubernetes/rule';
import { isWanted, wantedLabels, type Labels, type Want } from '../kubernetes/selector';

/** A path that rules open. */
export interface OpenPath {
  readonly from: CertifiedEnd;
  readonly to: CertifiedEnd;
  readonly ports: Numbers;
  /** The rules that open it, by object and place. */
  readonly by: string;
}

/** What is open between two known places, by the labels of the pods at both. */
interface Open extends Pick<OpenPath, 'ports' | 'by'> {
  readonly labels: Labels;
}

/** What a rule says of two namespaces, by what it wants of the pods at both ends. */
interface Said extends Pick<Rule, 'at' | 'denies' | 'ports'> {
  readonly wants: readonly Want[];
}

/** The most steps that a check takes; the nation's largest cluster needs a hundredth. */
const STEPS_MAX = 100_000_000;

/** What the rules of a cluster open. */
export class OpenPaths {
  private readonly rules: ReadonlyMap<string, readonly Rule[]>;
  private steps = 0;

  /** Takes what was read of the cluster, and the addresses of its nodes. */
  public constructor(
    private readonly cluster: ClusterRules,
    private readonly nodes: Numbers,
  ) {
    const placed = cluster.rules.flatMap((rule) => {
      this.step(rule.at, rule.subject.namespaces.size);
      const [own, other] = rule.direction === 'ingress' ? (['to', 'from'] as const) : (['from', 'to'] as const);
      const sided = { ...rule, subject: podsAs(own, rule.subject), pods: rule.pods.map((one) => podsAs(other, one)) };
      return [...rule.subject.namespaces].map((namespace) => ({
        place: `${rule.direction} ${namespace}`,
        rule: sided,
      }));
    });
    this.rules = new Map(
      [...groupBy(placed, ({ place }) => place)].map(([place, of]) => [place, of.map(({ rule }) => rule)]),
    );
  }

  /** All paths, each once: what a path with fewer labels covers, one with more leaves out. */
  public *all(): Generator<OpenPath> {
    for (const namespace of this.cluster.namespaces) {
      for (const direction of directions) yield* this.outside(namespace, direction);
      const peers = this.of('ingress', namespace).flatMap(({ pods, denies }) => (denies ? [] : pods));
      for (const one of peers) this.step(namespace, one.namespaces.size);
      for (const caller of new Set(peers.flatMap((one) => [...one.namespaces]))) yield* this.between(caller, namespace);
    }
  }

  private of(direction: Direction, namespace: string): readonly Rule[] {
    return this.rules.get(`${direction} ${namespace}`) ?? [];
  }

  private *between(caller: string, called: string): Generator<OpenPath> {
    const [outs, ins] = [this.said('egress', caller, called), this.said('ingress', called, caller)];
    const denials = [...outs, ...ins].filter(({ denies }) => denies);
    this.step(called, outs.length * ins.length * (1 + denials.length));
    const pairs = outs.flatMap((out) => ins.map((in_) => [out, in_] as const));
    const open = pairs.flatMap(([out, in_]) => (out.denies || in_.denies ? [] : this.agreed(out, in_, denials)));
    for (const { labels, ...path } of this.narrowed(open))
      yield { from: podsOf(caller, labels, 'from'), to: podsOf(called, labels, 'to'), ...path };
  }

  private said(direction: Direction, own: string, other: string): readonly Said[] {
    return this.of(direction, own).flatMap(({ subject, pods, ...rule }) => {
      this.step(rule.at, 1 + pods.length);
      const peers = pods.filter(({ namespaces }) => namespaces.has(other));
      return peers.map(({ wants }) => ({ ...rule, wants: [...subject.wants, ...wants] }));
    });
  }

  private agreed(out: Said, in_: Said, denials: readonly Said[]): readonly Open[] {
    const [wants, by] = [[...out.wants, ...in_.wants], `${out.at} and ${in_.at}`];
    const labels = wantedLabels(wants);
    const isSure = isWanted(wants, labels);
    const open = isSure === false ? [] : shared(out.ports, in_.ports);
    const ports = denials.reduce((left, denial) => {
      const isDenied = isWanted(denial.wants, labels);
      if (isDenied === false || shared(left, denial.ports).length === 0) return left;
      return isDenied === true ? without(left, denial.ports) : refuse(denial.at, `denies to some pods what ${by} open`);
    }, open);
    if (ports.length > 0 && isSure !== true) refuse(by, 'are about pods that no labels of one value each tell');
    return ports.length === 0 ? [] : [{ labels, ports, by }];
  }

  private *outside(namespace: string, direction: Direction): Generator<OpenPath> {
    const rules = this.of(direction, namespace).filter(({ addresses, names }) => addresses.length + names.length > 0);
    const opening = rules.filter(({ denies }) => !denies);
    const subjects = new Map(opening.map((rule) => [canonicalJson(rule.subject.wants), rule]));
    const found = [...subjects.values()].flatMap(({ subject: { wants }, at }) => {
      const labels = wantedLabels(wants);
      const isSure = isWanted(wants, labels) ?? refuse(at, 'is about pods that no labels of one value each tell');
      return isSure ? [...this.ends(rules, labels)] : [];
    });
    for (const same of groupBy(found, ({ end }) => canonicalJson(end)).values())
      for (const { end, labels, ...path } of this.narrowed(same))
        yield direction === 'ingress'
          ? { from: end, to: podsOf(namespace, labels, 'to'), ...path }
          : { from: podsOf(namespace, labels, 'from'), to: end, ...path };
  }

  /** What is outside as rules open it together to pods with these labels, for each piece of the ports that they tell apart. */
  private *ends(rules: readonly Rule[], labels: Labels): Generator<Open & { readonly end: CertifiedEnd }> {
    const { nodes } = this;
    const world = without(everyAddress, nodes);
    for (const ports of piecesOf(rules)) {
      const about = rules.filter((rule) => this.step(rule.at) && shared(ports, rule.ports).length > 0);
      const opening = about.filter(({ denies, subject }) => !denies && isWanted(subject.wants, labels) === true);
      const by = opening.map(({ at }) => at).join(', ');
      const names = new Set(opening.flatMap((rule) => rule.names));
      const opened = union(opening.map(({ addresses }) => addresses));
      const denied = about.map(({ at, denies, subject, addresses }) => {
        const isDenied = denies && isWanted(subject.wants, labels);
        const hit = isDenied === false ? [] : shared(union([opened, names.size > 0 ? world : []]), addresses);
        // Which of the nodes a word of Cilium means, no address tells.
        if ((isDenied === undefined && hit.length > 0) || shared(hit, nodes).length > 0)
          refuse(at, `denies in part what ${by} open`);
        return isDenied === true ? addresses : [];
      });
      const left = without(opened, union(denied));
      const holdsNodes = without(nodes, left).length === 0;
      if (holdsNodes) yield { end: { nodes: true }, labels, ports, by };
      for (const block of blockTexts(holdsNodes ? union([left, nodes]) : left))
        // Blocks of nodes are told of as nodes.
        if (!holdsNodes || without(addressSet(block, by), nodes).length > 0)
          yield { end: { block }, labels, ports, by };
      // A name leads to addresses that nobody knows: it is closed where all are denied.
      if (without(world, union(denied)).length > 0)
        for (const name of names) yield { end: { name }, labels, ports, by };
    }
  }

  /** Paths between two places, one for each set of labels, without the ports that fewer labels open already. */
  private narrowed<T extends Open>(open: readonly T[]): readonly T[] {
    const byLabels = groupBy(open, ({ labels }) => canonicalJson(Object.fromEntries(labels)));
    const paths = [...byLabels.values()].flatMap((same) =>
      same.slice(0, 1).map((one) => ({ ...one, ports: union(same.map(({ ports }) => ports)) })),
    );
    return paths.flatMap((one) => {
      this.step(one.by, paths.length);
      const wider = paths.filter(
        ({ labels }) => labels !== one.labels && [...labels].every(([key, value]) => one.labels.get(key) === value),
      );
      const ports = without(one.ports, union(wider.map((other) => other.ports)));
      return ports.length === 0 ? [] : [{ ...one, ports }];
    });
  }

  private step(at: string, count = 1): boolean {
    this.steps += count;
    return this.steps < STEPS_MAX || refuse(at, 'takes more steps than a check may');
  }
}

/** The pieces of ports that rules tell apart. */
function piecesOf(rules: readonly Rule[]): readonly Numbers[] {
  const cuts = [...new Set(rules.flatMap(({ ports }) => ports))].toSorted((a, b) => (a < b ? -1 : 1));
  return cuts.slice(1).map((end, index) => [cuts[index] ?? end, end]);
}

/** Labels of pods at one end of a path are others than those at the other. */
function podsAs(end: 'from' | 'to', { namespaces, wants }: Pods): Pods {
  return { namespaces, wants: wants.map((one) => ({ ...one, key: `${end} ${one.key}` })) };
}

function podsOf(namespace: string, labels: Labels, end: 'from' | 'to'): CertifiedEnd {
  const own = [...labels].flatMap(([key, value]) =>
    key.startsWith(`${end} `) ? [[key.slice(end.length + 1), value]] : [],
  );
  return own.length === 0 ? { namespace } : { namespace, labels: Object.fromEntries(own) as Record<string, string> };
}

import { compareText } from '../../../../model/build/sort';
import { canonicalJson } from '../../../../model/canonical-json';
import { groupBy } from '../../../../model/group-by';
import type { DeclaredEnd, DeclaredPath } from '../../../../model/segmentation/declared-path';
import type { CertifiedEnd, CertifiedPath } from '../../../../model/segmentation/segmentation-certificate';
import type { TrafficSet } from '../../../reachability/traffic/traffic-sets';
import type { ClusterReachability } from '../cluster-reachability';
import { DeclaredTraffic } from '../declared-traffic';
import { claimedEnds } from './claimed-ends';

type Labels = Readonly<Record<string, string>>;

/** A path between two places, by the labels of the pods there; what is outside has none. */
interface Claim {
  readonly from: Labels;
  readonly to: Labels;
  readonly traffic: TrafficSet;
}

/** Every declared path of a cluster in the form of a certificate: each once, and none that one with fewer labels covers. */
export function claimedPaths(of: ClusterReachability): readonly CertifiedPath[] {
  const paths = [...betweenPods(of), ...outside(of, 'from'), ...outside(of, 'to')];
  const keyed = paths.map((path) => [canonicalJson([path.from, path.to]), path] as const);
  return keyed.toSorted(([a], [b]) => compareText(a, b)).map(([, path]) => path);
}

function betweenPods(of: ClusterReachability): readonly CertifiedPath[] {
  const declared = new DeclaredTraffic(of);
  const pairs = of.declared.flatMap((path) => {
    const { from, to } = path;
    return from.kind === 'pods' && to.kind === 'pods' ? [{ from, to, traffic: declared.trafficOf(path) }] : [];
  });
  return [...groupBy(pairs, ({ from, to }) => `${from.namespace}/${to.namespace}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const claims = group.map(({ from, to, traffic }) => ({ from: from.labels, to: to.labels, traffic }));
    return narrowed(of, claims).map(({ from, to, traffic }) => ({
      from: podsAt(first.from.namespace, from),
      to: podsAt(first.to.namespace, to),
      ports: portsOf(of, traffic),
    }));
  });
}

type PodsEnd = Extract<DeclaredEnd, { kind: 'pods' }>;

/** Paths with pods at one side, and with what is outside at the other. */
function outside(of: ClusterReachability, side: 'from' | 'to'): readonly CertifiedPath[] {
  const [own, other] = side === 'from' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const paths = of.declared.flatMap((path) => {
    const pods = path[own];
    return pods.kind === 'pods' && path[other].kind !== 'pods' ? [{ path, pods }] : [];
  });
  return [...groupBy(paths, ({ pods }) => pods.namespace)].flatMap(([namespace, group]) =>
    ofNamespace(of, group).map(({ end, labels, traffic }): CertifiedPath => {
      const ends = { [own]: podsAt(namespace, labels), [other]: end } as Record<'from' | 'to', CertifiedEnd>;
      return { ...ends, ports: portsOf(of, traffic) };
    }),
  );
}

interface OutsideClaim {
  readonly end: CertifiedEnd;
  readonly labels: Labels;
  readonly traffic: TrafficSet;
}

function ofNamespace(
  of: ClusterReachability,
  group: readonly { readonly path: DeclaredPath; readonly pods: PodsEnd }[],
): readonly OutsideClaim[] {
  const byLabels = new Map(group.map(({ pods }) => [canonicalJson(pods.labels), pods.labels]));
  const claims = [...byLabels.values()].flatMap((labels) => {
    // What holds for fewer labels holds for more.
    const own = group.filter(({ pods }) => holds(labels, pods.labels)).map(({ path }) => path);
    return claimedEnds(of, own).map((one) => ({ ...one, from: labels, to: {} }));
  });
  return [...groupBy(claims, ({ end }) => canonicalJson(end)).values()].flatMap((same) =>
    narrowed(of, same).map(({ end, from, traffic }) => ({ end, labels: from, traffic })),
  );
}

/** Claims of two places, one for each pair of labels, without what fewer labels claim already. */
function narrowed<T extends Claim>({ reachability }: ClusterReachability, claims: readonly T[]): readonly T[] {
  const { sets } = reachability.answers;
  const byLabels = groupBy(claims, ({ from, to }) => canonicalJson([from, to]));
  const joined = [...byLabels.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, traffic: others.reduce((sum, { traffic }) => sets.or(sum, traffic), first.traffic) }],
  );
  return joined.flatMap((one) => {
    const wider = joined.filter((other) => other !== one && holds(one.from, other.from) && holds(one.to, other.to));
    const traffic = wider.reduce((left, other) => sets.minus(left, other.traffic), one.traffic);
    return traffic === sets.nothing ? [] : [{ ...one, traffic }];
  });
}

function holds(labels: Labels, fewer: Labels): boolean {
  return Object.entries(fewer).every(([key, value]) => labels[key] === value);
}

function podsAt(namespace: string, labels: Labels): CertifiedEnd {
  return Object.keys(labels).length === 0 ? { namespace } : { namespace, labels };
}

function portsOf({ reachability }: ClusterReachability, traffic: TrafficSet): readonly string[] {
  return reachability.answers.sets
    .rangesOf(traffic)
    .map(({ protocol, first, last }) => `${first === last ? first : `${first}-${last}`}/${protocol}`);
}

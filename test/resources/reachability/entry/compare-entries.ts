import { readCluster } from '../../../../resources/reachability/cluster-input';
import { findEntryPoints, type EntryPoint } from '../../../../resources/reachability/entry/entry-points';
import { ServiceDirectory } from '../../../../resources/reachability/entry/service-directory';
import { workloadName } from '../../../../resources/reachability/peers/workload';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import { resourceOf } from '../agreement/resource-of';
import type { Verdict } from '../oracle/brute-force';
import { text, tryText, type Pod } from '../oracle/matching';
import type { Objects } from '../oracle/random-cluster';
import { joint, judgeAddresses, judgeUnnamedPods, judgeWorkload } from './oracle-callers';
import { oracleCall, oracleWays, type OracleWay } from './oracle-ways';
import { randomClusterWithEntries } from './random-entries';

/** What was compared, and the first difference. */
export interface ComparedEntries {
  readonly clusters: number;
  readonly entries: number;
  readonly verdicts: Record<Verdict, number>;
  /** How many entries each kind of object opens. */
  readonly kinds: ReadonlyMap<string, number>;
  /** How often it was asked about pods that aren't there, and how often the engine couldn't tell what brute force could. */
  readonly unnamed: { asked: number; vague: number };
  /** How many calls of Services by pods some pod answers, and how many none does. */
  readonly calls: { answered: number; unanswered: number };
  /** Undefined when engine and oracle agree. */
  readonly difference: string | undefined;
}

/** Compares the entries of random clusters, one a seed, with those that brute force finds. */
export function compareEntries(seed: number, clusters: number): ComparedEntries {
  const verdicts = { allowed: 0, denied: 0, depends: 0 };
  const unnamed = { asked: 0, vague: 0 };
  const calls = { answered: 0, unanswered: 0 };
  const kinds = new Map<string, number>();
  let entries = 0;
  for (let at = seed; at < seed + clusters; at++) {
    const objects = randomClusterWithEntries(at);
    const sides = new EntrySides(objects, at % 2 === 0 ? 'cilium' : 'unknown');
    for (const { verdict, resource } of sides.entries) {
      verdicts[verdict] += 1;
      kinds.set(resource.kind, (kinds.get(resource.kind) ?? 0) + 1);
    }
    entries += sides.entries.length;
    const difference = sides.difference(unnamed) ?? sides.differenceOfCalls(calls);
    if (difference !== undefined)
      return { clusters, entries, verdicts, kinds, unnamed, calls, difference: `seed ${at}: ${difference}` };
  }
  return { clusters, entries, verdicts, kinds, unnamed, calls, difference: undefined };
}

const CALLED = [53, 80, 443, 8080].flatMap((port) => (['TCP', 'UDP'] as const).map((protocol) => ({ port, protocol })));

/** The entries of one cluster as the engine and brute force see them. */
class EntrySides {
  public readonly entries: readonly EntryPoint[];
  private readonly names: readonly string[];
  private readonly directory: ServiceDirectory;
  private readonly troubles: readonly string[];

  public constructor(
    private readonly objects: Objects,
    private readonly plugin: 'cilium' | 'unknown',
  ) {
    const cluster = readCluster(objects.map(resourceOf));
    const reachability = new Reachability(cluster, { blocksTakePods: plugin === 'cilium' ? 'never' : 'unknown' });
    this.entries = findEntryPoints(cluster, reachability).entries;
    this.directory = new ServiceDirectory(cluster);
    this.names = cluster.workloads.map(workloadName);
    // A host without paths and without a default backend is told, and leads nowhere.
    this.troubles = cluster.troubles
      .filter(({ where }) => !where.endsWith('.http'))
      .map(({ where, got }) => `${where}: ${got}`);
  }

  /** The first that differs. */
  public difference(unnamed: ComparedEntries['unnamed']): string | undefined {
    if (this.troubles.length > 0) return this.troubles.join('\n');
    const expected = new Map<string, OracleWay>();
    for (const way of oracleWays(this.objects)) {
      const key = `${way.name} > ${podName(way.pod)} ${way.port}/${way.protocol}`;
      if (expected.get(key)?.isSure !== true) expected.set(key, way);
    }
    const found = new Map(
      this.entries.map((one) => [`${one.name} > ${this.names[one.workload]} ${one.port}/${one.protocol}`, one]),
    );
    if (found.size < this.entries.length) return 'an entry is listed twice';
    const missing = [...expected.keys()].find((key) => !found.has(key));
    if (missing !== undefined) return `not found: ${missing}`;
    for (const [key, entry] of found) {
      const way = expected.get(key);
      const difference = way === undefined ? 'not expected' : this.compare(entry, way, unnamed);
      if (difference !== undefined) return `${key}: ${difference}`;
    }
    return undefined;
  }

  /** The first call of a Service by a pod that ends elsewhere. */
  public differenceOfCalls(counts: ComparedEntries['calls']): string | undefined {
    for (const { metadata, kind } of this.objects) {
      const [name, namespace] = [text(metadata, 'name'), tryText(metadata, 'namespace') ?? 'default'];
      if (kind !== 'Service') continue;
      for (const port of CALLED) {
        const call = { namespace, name, ...port };
        const { backends } = this.directory.resolve({ ...call, by: 'dialing' });
        const found = backends.map((one) => `${this.names[one.workload]} ${one.port}/${one.protocol}`);
        const wanted = oracleCall(this.objects, { ...port, place: `${namespace}/${name}` }).map(
          (one) => `${podName(one.pod)} ${one.port}/${one.protocol}`,
        );
        counts[wanted.length > 0 ? 'answered' : 'unanswered'] += 1;
        const [left, right] = [found, wanted].map((all) => [...new Set(all)].toSorted().join());
        if (left !== right) return `${JSON.stringify(call)} leads to ${left}, by brute force to ${right}`;
      }
    }
    return undefined;
  }

  private compare(entry: EntryPoint, way: OracleWay, unnamed: ComparedEntries['unnamed']): string | undefined {
    const callers = entry.callers.map(({ verdict }) => verdict);
    const exact = this.judged(way);
    if (callers.length !== exact.length) return `${callers.length} kinds of callers`;
    if (way.by === 'somebody') {
      unnamed.asked += 1;
      if (callers[0] === 'depends' && exact[0] !== 'depends') {
        unnamed.vague += 1;
        exact[0] = 'depends';
      }
    }
    if (callers.join() !== exact.join()) return `callers ${callers.join()}, by brute force ${exact.join()}`;
    const all = exact.map((one) => (one === 'depends' ? [true, false] : [one === 'allowed']));
    const verdict = joint(all);
    const wanted = verdict === 'allowed' && !way.isSure ? 'depends' : verdict;
    return entry.verdict === wanted ? undefined : `${entry.verdict}, by brute force ${wanted}`;
  }

  private judged(way: OracleWay): Verdict[] {
    const { objects, plugin } = this;
    const addresses = (): Verdict => judgeAddresses(objects, way, plugin);
    switch (way.by) {
      case 'clients':
        return [addresses(), 'allowed'];
      case 'clients as they are':
        return [addresses()];
      case 'somebody':
        return [judgeUnnamedPods(objects, way, plugin), addresses(), 'allowed'];
      default:
        return way.by.map((from) => judgeWorkload(objects, from, { arrival: way, plugin }));
    }
  }
}

function podName({ namespace, name, kind }: Pod): string {
  return `${namespace}/${name}[${kind}]`;
}

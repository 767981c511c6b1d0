import { readBlocks } from '../../../model/address/cidr';
import type { DeclaredEnd, DeclaredPath } from '../../../model/segmentation/declared-path';
import { selectsKnown } from '../../label-selector';
import { allTraffic, type PortRange } from '../../reachability/traffic/traffic';
import type { TrafficSet } from '../../reachability/traffic/traffic-sets';
import type { ClusterReachability } from './cluster-reachability';

/** Workloads that a declared end means, by their numbers: for certain, and perhaps. */
export interface MeantPods {
  readonly certain: readonly number[];
  /** Beside the certain ones: their labels aren't known whole. */
  readonly possible: readonly number[];
}

/** Finds what declared paths mean among the workloads, addresses and ports of a cluster. */
export class DeclaredTraffic {
  private readonly runs = new Map<string, readonly number[]>();

  public constructor(private readonly of: ClusterReachability) {}

  /** The pods of an end; none for what is outside. */
  public podsOf(end: DeclaredEnd): MeantPods {
    if (end.kind !== 'pods') return { certain: [], possible: [] };
    const certain: number[] = [];
    const possible: number[] = [];
    for (const number of this.of.workloadsOf(end.namespace)) {
      const workload = this.of.input.workloads[number];
      const taken = workload === undefined ? 'no' : selectsKnown({ matchLabels: end.labels }, workload);
      if (taken === 'yes') certain.push(number);
      else if (taken === 'unknown') possible.push(number);
    }
    return { certain, possible };
  }

  /** The numbers of what is outside at an end; none for pods. */
  public outsideOf(end: DeclaredEnd): readonly number[] {
    const { outside } = this.of.reachability;
    switch (end.kind) {
      case 'pods':
        return [];
      case 'name':
        return [outside.numberOfName(end.fqdn)];
      case 'nodes':
        return [this.of.cluster.nodes.ipv4, this.of.cluster.nodes.ipv6].flatMap((one) => this.runsOf(one));
      case 'block': {
        const except = new Set(end.except.flatMap((one) => this.runsOf(one)));
        return this.runsOf(end.cidr).filter((one) => !except.has(one));
      }
    }
  }

  /** The traffic of a path. */
  public trafficOf({ ports }: Pick<DeclaredPath, 'ports'>): TrafficSet {
    const { sets } = this.of.reachability.answers;
    const ranges: readonly PortRange[] =
      ports === 'all' ? allTraffic : ports.map(({ port, protocol }) => ({ protocol, first: port, last: port }));
    return sets.of(ranges);
  }

  /** Thousands of paths name the same few blocks. */
  private runsOf(text: string): readonly number[] {
    const known = this.runs.get(text);
    if (known !== undefined) return known;
    const found = readBlocks([text]).flatMap((block) => this.of.reachability.outside.addresses.within(block));
    this.runs.set(text, found);
    return found;
  }
}

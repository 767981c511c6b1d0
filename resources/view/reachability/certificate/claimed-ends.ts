import { coverRange, type AddressRange } from '../../../../model/address/cover-range';
import type { DeclaredPath } from '../../../../model/segmentation/declared-path';
import type { CertifiedEnd } from '../../../../model/segmentation/segmentation-certificate';
import type { PortRange } from '../../../reachability/traffic/traffic';
import type { TrafficSet } from '../../../reachability/traffic/traffic-sets';
import type { ClusterReachability } from '../cluster-reachability';
import { DeclaredTraffic } from '../declared-traffic';

/** What is outside of a cluster, with the traffic that is declared with it. */
export interface ClaimedEnd {
  readonly end: CertifiedEnd;
  readonly traffic: TrafficSet;
}

/**
 * The ends outside of declared paths that share their pods and direction, as a certificate writes them: for all ports that are
 * declared alike the fewest blocks; where all addresses of nodes are among them, or nodes are declared, these as nodes.
 */
export function claimedEnds(of: ClusterReachability, paths: readonly DeclaredPath[]): readonly ClaimedEnd[] {
  const { sets } = of.reachability.answers;
  const declared = new DeclaredTraffic(of);
  const nodes = declared.outsideOf({ kind: 'nodes' });
  const outside = paths.map((path) => ({
    end: path.from.kind === 'pods' ? path.to : path.from,
    traffic: declared.trafficOf(path),
  }));
  const found = new Map<string, ClaimedEnd>();
  const claim = (end: CertifiedEnd, traffic: TrafficSet): void => {
    const key = JSON.stringify(end);
    found.set(key, { end, traffic: sets.or(found.get(key)?.traffic ?? sets.nothing, traffic) });
  };
  for (const range of cut(outside.flatMap(({ traffic }) => sets.rangesOf(traffic)))) {
    const traffic = sets.of([range]);
    const about = outside.filter((one) => sets.and(one.traffic, traffic) !== sets.nothing).map(({ end }) => end);
    const runs = new Set(about.flatMap((end) => (end.kind === 'block' ? declared.outsideOf(end) : [])));
    const holdsNodes = about.some(({ kind }) => kind === 'nodes') || nodes.every((one) => runs.has(one));
    if (holdsNodes) claim({ nodes: true }, traffic);
    const blocks = rangesOf(of, holdsNodes ? [...runs, ...nodes] : [...runs]).flatMap(coverRange);
    for (const block of blocks) {
      const within = of.reachability.outside.addresses.within(block);
      if (!holdsNodes || within.some((one) => !nodes.includes(one))) claim({ block: block.toString() }, traffic);
    }
    for (const end of about) if (end.kind === 'name') claim({ name: end.fqdn }, traffic);
  }
  return [...found.values()];
}

/** The pieces into which ranges cut each other. */
function cut(ranges: readonly PortRange[]): readonly PortRange[] {
  const pieces = ranges.flatMap((range) => {
    const same = ranges.filter(({ protocol }) => protocol === range.protocol);
    const starts = [...new Set(same.flatMap(({ first, last }) => [first, last + 1]))].toSorted((a, b) => a - b);
    const own = starts.filter((start) => start >= range.first && start <= range.last);
    return own.map((first, index) => ({ ...range, first, last: (own[index + 1] ?? range.last + 1) - 1 }));
  });
  return [...new Map(pieces.map((one) => [JSON.stringify(one), one])).values()];
}

/** Runs of addresses, by their numbers, with their neighbors joined. */
function rangesOf({ reachability }: ClusterReachability, runs: readonly number[]): readonly AddressRange[] {
  const { atoms } = reachability.outside.addresses;
  const joined: AddressRange[] = [];
  for (const run of [...new Set(runs)].toSorted((a, b) => a - b)) {
    const atom = atoms[run];
    const before = joined.at(-1);
    if (atom === undefined) continue;
    if (before?.family === atom.family && before.last + 1n === atom.first)
      joined[joined.length - 1] = { ...before, last: atom.last };
    else joined.push(atom);
  }
  return joined;
}

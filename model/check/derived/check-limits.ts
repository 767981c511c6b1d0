import { printCount } from '../../print-count';
import { complain, listNames, type Report } from '../../build/build-input';
import { groupBy } from '../../group-by';
import { ADMISSION_POLICIES_PER_CLUSTER, clusterLimits, PLANNED_SHARE, type ClusterLimit } from '../../limits';
import type { Model } from '../../model';
import { clusterLoads, type ClusterLoad } from '../../placement/cluster-load';
import { plannedMaximum, plannedUse } from '../../placement/planned-use';
import { proposeSplit } from '../../placement/propose-split';
import type { Cluster } from '../../site/cluster';
import { nodesMax, tryFindNodeBlocks } from '../../site/node-blocks';
import type { DataCenter } from '../../site/site';
import { blocksOf } from '../../tenancy/block';

/**
 * Checks what each cluster holds, in normal operation and after the loss of each data center, against the limits of
 * Kubernetes and Cilium; 80 % of a limit is what may be planned. What cures a shared cluster is derived and said.
 */
export function checkLimits(model: Model, report: Report): void {
  const loads = groupBy(clusterLoads(model, model.clusters), (load) => load.cluster);
  const centers = model.sites.filter((site) => site.kind === 'national-data-center');
  for (const site of centers) {
    const clusters = model.clusters.filter((cluster) => cluster.site === site.id);
    const shared = clusters.filter((cluster) => cluster.role === 'shared').flatMap(({ id }) => loads.get(id) ?? []);
    for (const cluster of clusters) {
      checkNodeBlocks(site, cluster, report);
      for (const excess of findExcesses(cluster, loads.get(cluster.id) ?? [])) {
        const next = nextStep(excess, cluster, () => splitText(site, shared, model));
        complainExcess(excess, { site, cluster, next, report });
      }
    }
  }
}

interface Excess {
  readonly limit: ClusterLimit;
  readonly used: number;
  /** @default - in normal operation */
  readonly lost?: string | undefined;
}

/** Each limit that is passed, in the situation in which it is passed most. */
function findExcesses({ hosts }: Cluster, loads: readonly ClusterLoad[]): readonly Excess[] {
  const ofCluster = { nodes: hosts.length, admissionPolicies: ADMISSION_POLICIES_PER_CLUSTER };
  const uses = loads.flatMap(({ lost, namespaces }): Excess[] =>
    Object.entries({ ...ofCluster, ...plannedUse(namespaces) }).map(([limit, used]) => ({
      limit: limit as ClusterLimit,
      used,
      lost,
    })),
  );
  const passed = uses.filter(({ limit, used }) => used > plannedMaximum(limit));
  return [...groupBy(passed, ({ limit }) => limit).values()].flatMap(
    (rows) => rows.toSorted((a, b) => b.used - a.used)[0] ?? [],
  );
}

const FEWER_HOSTS = 'take hosts out of the site, or give it a further shared cluster';

/** Every node gets a block of the cluster's pod addresses: a cluster ends where not even the smallest is left. */
function checkNodeBlocks(site: DataCenter, cluster: Cluster, report: Report): void {
  if (tryFindNodeBlocks(cluster) !== undefined) return;
  complain(report, [...site.origin, 'halls'], {
    code: 'pod-block-too-small',
    what: `the pod addresses of ${cluster.id} can't be cut into a block for each of its nodes`,
    got: `${printCount(cluster.hosts.length, 'node')} for ${cluster.pods.ipv4}`,
    want: `at most ${nodesMax(cluster)} nodes`,
    next: FEWER_HOSTS,
  });
}

/** Words for limits whose name is none. */
const limitWords: Partial<Record<ClusterLimit, string>> = {
  networkPolicies: 'network policies',
  admissionPolicies: 'admission policies',
};

function nextStep({ limit }: Excess, { role }: Cluster, split: () => string): string {
  if (limit === 'nodes') return FEWER_HOSTS;
  if (limit === 'admissionPolicies') return 'join admission policies that judge the same kind';
  return role === 'shared' ? split() : 'place fewer systems in this cluster, or lower their pods';
}

/** The facts that would cure a site, word for word, with what they move. */
function splitText(site: DataCenter, loads: readonly ClusterLoad[], model: Model): string {
  const split = proposeSplit(site, loads, blocksOf(model.tenants));
  if (split === undefined)
    return 'let another data center serve some of the provinces, or lower the pods of the footprints';
  const entries = split.entries.map(({ slot, from }) => `{ slot: ${slot}, from: '${from}' }`).join(', ');
  const moves = [...groupBy(split.moves, ({ to }) => to)].map(
    ([to, blocks]) => `${listNames(blocks.map(({ block }) => block))} to ${to}`,
  );
  return `write sharedClusters: [${entries}] and plan the migration of ${moves.join(', ')}; an earlier code moves more and leaves more room`;
}

function complainExcess(
  { limit, used, lost }: Excess,
  { site, cluster, next, report }: { site: DataCenter; cluster: Cluster; next: string; report: Report },
): void {
  const { maximum, source } = clusterLimits[limit];
  const when = lost === undefined ? '' : ` after the loss of ${lost}`;
  complain(report, site.origin, {
    code: 'cluster-limit',
    what: `${cluster.id} would hold more ${limitWords[limit] ?? limit} than a cluster should${when}`,
    got: String(used),
    want: `at most ${plannedMaximum(limit)}, ${PLANNED_SHARE * 100} % of ${maximum} (${source})`,
    next,
  });
}

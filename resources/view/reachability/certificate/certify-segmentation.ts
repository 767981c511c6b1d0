import { canonicalJson } from '../../../../model/canonical-json';
import type { Cluster } from '../../../../model/site/cluster';
import {
  CERTIFICATE_FORMAT,
  CERTIFICATE_STATEMENT,
  type CertifiedCluster,
  type CertifiedObject,
  type SegmentationCertificate,
} from '../../../../model/segmentation/segmentation-certificate';
import { digestOf } from '../../../digest';
import { isPluginSettings } from '../../../reachability/profile/read-profile';
import type { PolicyTrouble } from '../../../reachability/policy/policy';
import type { Resource } from '../../../resource';
import type { AssemblyView } from '../../assembly-view';
import type { PathDifference } from '../compare-paths';
import { claimedPaths } from './claimed-paths';

/** A packet that passes though nobody declared it, or that was declared and doesn't, with the rules that decide. */
export interface SegmentationViolation extends PathDifference {
  /** Id of the cluster. */
  readonly cluster: string;
  /** How many pairs of ends in its two namespaces differ so at least; this is the first. */
  readonly ends: number;
}

/** What can be certified of an assembly, or what keeps it from being certified. */
export interface SegmentationProof {
  /** Canonical JSON; undefined where a cluster is violated, or its network plugin isn't told. */
  readonly certificate: string | undefined;
  readonly violations: readonly SegmentationViolation[];
  /** Ids of clusters of which no file tells the settings of the network plugin. */
  readonly untold: readonly string[];
  /** What of the objects nobody can read or tell; nothing is certified then. */
  readonly troubles: readonly PolicyTrouble[];
}

/** Certifies that in every cluster of an assembly the declared paths are open, and no other. */
export function certifySegmentation(
  view: Pick<AssemblyView, 'model' | 'resources' | 'reachability'>,
): SegmentationProof {
  const clusters = view.model.clusters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const violations = clusters.flatMap((cluster) =>
    [...view.reachability.differencesIn(cluster).values()]
      .flat()
      .map(({ witness, ends }): SegmentationViolation => ({ ...witness, ends, cluster: cluster.id })),
  );
  const untold = clusters.filter(({ id }) => !view.resources.inCluster(id).some(isPluginSettings)).map(({ id }) => id);
  const troubles = clusters.flatMap((cluster) => view.reachability.of(cluster).input.troubles);
  if (violations.length + untold.length + troubles.length > 0)
    return { certificate: undefined, violations, untold, troubles };
  const certificate: SegmentationCertificate = {
    format: CERTIFICATE_FORMAT,
    statement: CERTIFICATE_STATEMENT,
    clusters: clusters.map((cluster) => certifyCluster(view, cluster)),
  };
  return { certificate: canonicalJson(certificate), violations, untold, troubles };
}

function certifyCluster(
  { resources, reachability }: Pick<AssemblyView, 'resources' | 'reachability'>,
  cluster: Cluster,
): CertifiedCluster {
  const own = resources.inCluster(cluster.id);
  const of = reachability.of(cluster);
  const { withoutPolicy = 'open', blocksTakeNodes = true, nodes = [] } = of.profile;
  return {
    cluster: cluster.id,
    profile: { plugin: 'cilium', withoutPolicy, blocksTakeNodes, nodes: nodes.map(String) },
    objects: certifiedObjects(own),
    paths: claimedPaths(of),
  };
}

/** What decides who reaches whom: namespaces, network policies and the settings of the plugin. */
function certifiedObjects(resources: readonly Resource[]): readonly CertifiedObject[] {
  const deciding = resources.filter(
    (one) =>
      isPluginSettings(one) ||
      (one.apiVersion === 'v1' && one.kind === 'Namespace') ||
      one.kind.endsWith('NetworkPolicy'),
  );
  return deciding
    .map(({ id, body }) => ({ id, digest: digestOf(canonicalJson(body)) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

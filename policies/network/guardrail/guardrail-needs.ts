import { findPeerIndex } from '../../../model/segmentation/peer-index';
import type { ZoneName } from '../../../model/segmentation/zone';
import type { Cluster } from '../../../model/site/cluster';
import type { ModelView } from '../../../resources/view/model-view';

/** Where clouds answer for a machine's credentials (link-local; the IPv6 one is Amazon's). */
const metadataBlocks = ['169.254.169.254/32', 'fd00:ec2::254/128'] as const;
const managementZones = ['management', 'device-management'] as const satisfies readonly ZoneName[];
/** The lowest level whose databases no other system may reach, whatever tenants write. */
export const GUARDED_LEVEL_MIN = 4;

/** What the guardrails of a cluster must hold. */
export interface GuardrailNeeds {
  /** Blocks that no tenant may reach: metadata services and management networks, sorted. */
  readonly blocks: readonly string[];
  /** Systems from level 4 on with a database zone in the cluster, sorted. */
  readonly systems: readonly string[];
}

/** What the guardrails of a cluster must hold, by the model. */
export function guardrailNeeds(model: ModelView, cluster: Cluster): GuardrailNeeds {
  const { zoneBlock } = findPeerIndex(model);
  const zoneBlocks = model.dataCenters().flatMap((site) => managementZones.map((zone) => zoneBlock(site.id, zone)));
  const blocks = zoneBlocks.flatMap((block) => (block === undefined ? [] : [block.ipv4, block.ipv6]));
  const guarded = model.namespaces.filter(
    (one) => one.cluster === cluster.id && one.zone === 'database' && one.level >= GUARDED_LEVEL_MIN,
  );
  return {
    blocks: [...metadataBlocks, ...blocks].toSorted(),
    systems: [...new Set(guarded.map((one) => one.system))].toSorted(),
  };
}

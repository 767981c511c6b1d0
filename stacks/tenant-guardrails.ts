import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { GuardrailRules } from '../constructs/network/guardrail';
import { TenantGuardrails } from '../constructs/network/tenant-guardrails';
import type { Model } from '../model/model';
import { platformNamespaceName } from '../model/naming';
import { platformServices } from '../model/segmentation/flow';
import { findPeerIndex } from '../model/segmentation/peer-index';
import type { ZoneName } from '../model/segmentation/zone';
import type { Cluster } from '../model/site/cluster';

/** The level from which only a system itself and the platform may reach its databases. */
const DATABASE_GUARD_LEVEL_MIN = 4;

/** Zones of a data center from which equipment and systems are managed; no tenant has business there. */
const managementZones = ['management', 'device-management'] as const satisfies readonly ZoneName[];

/** What no tenant of a cluster may override, in that cluster. */
export function defineTenantGuardrails(app: Construct, model: Model, cluster: Cluster): Chart {
  const chart = new Chart(app, `${cluster.id}-tenant-guardrails`, { disableResourceNameHashes: true });
  new TenantGuardrails(chart, 'guardrails', { cilium: cluster.cilium, ...planGuardrails(model, cluster) });
  return chart;
}

/** The guardrails of a cluster as derived from the model, every list sorted. */
export function planGuardrails(model: Model, cluster: Cluster): GuardrailRules {
  const { zoneBlock } = findPeerIndex(model);
  const dataCenters = model.sites.filter((site) => site.kind === 'national-data-center');
  const blocks = dataCenters.flatMap((site) => managementZones.map((zone) => zoneBlock(site.id, zone)));
  const guarded = model.namespaces.filter(
    ({ cluster: place, zone, level }) =>
      place === cluster.id && zone === 'database' && level >= DATABASE_GUARD_LEVEL_MIN,
  );
  const guardedIds = new Set(guarded.map((namespace) => namespace.system));
  return {
    platformNamespaces: platformServices.map(platformNamespaceName).toSorted(),
    forbiddenBlocks: blocks.flatMap((block) => (block === undefined ? [] : [block.ipv4, block.ipv6])).toSorted(),
    guardedSystems: model.systems
      .filter((system) => guardedIds.has(system.id))
      .map(({ id, owner }) => ({ id, owner }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

import { Chart } from 'cdk8s';
import { BareMetalHost } from '../constructs/data-center/bare-metal-host';
import { managementAddresses } from '../constructs/data-center/management-address';
import { machinesNamespace, SITE_NAMESPACE } from '../model/platform/management-namespace';
import { ProvisionedCluster } from '../constructs/data-center/provisioned-cluster';
import { SiteDescriptor } from '../constructs/data-center/site-descriptor';
import { own, type Ownership } from '../constructs/ownership';
import { levelRules } from '../model/level';
import type { Model } from '../model/model';
import { clusterId } from '../model/naming';
import type { Cluster } from '../model/site/cluster';
import type { DataCenter } from '../model/site/site';
import { ownershipOfMachines } from './cluster-ownership';
import { kubernetesPath, type Unit } from './unit';

const WAVE = 0;

/**
 * What each data center's management cluster makes out of bare metal: one unit for each cluster of the site with its
 * hosts, and one for the site itself with its spares.
 */
export function dataCenterUnits(model: Model): readonly Unit[] {
  return model.sites
    .filter((site) => site.kind === 'national-data-center')
    .flatMap((site) => [
      siteUnit(model, site),
      ...model.clusters
        .filter((cluster) => cluster.site === site.id)
        .map((cluster) => clusterUnit(model, site, cluster)),
    ]);
}

function siteUnit(model: Model, site: DataCenter): Unit {
  return unit(site, 'site', {
    ownership: { origin: site.origin },
    define(chart) {
      new SiteDescriptor(chart, 'descriptor', site);
      defineHosts(chart, model, { site, cluster: undefined, namespace: SITE_NAMESPACE });
    },
  });
}

function clusterUnit(model: Model, site: DataCenter, cluster: Cluster): Unit {
  return unit(site, cluster.id, {
    ownership: ownershipOfMachines(model, cluster),
    define(chart) {
      const system = model.systems.find((one) => one.id === cluster.system);
      const hardwareKeys = system !== undefined && levelRules[system.level].hardwareKeys;
      new ProvisionedCluster(chart, 'cluster', { cluster, nation: model.nation, hardwareKeys });
      defineHosts(chart, model, { site, cluster: cluster.id, namespace: machinesNamespace(cluster) });
    },
  });
}

interface UnitContent {
  readonly ownership: Ownership;
  readonly define: (chart: Chart) => void;
}

function unit(site: DataCenter, name: string, { ownership, define }: UnitContent): Unit {
  const cluster = clusterId(site.id, 'management', '');
  return {
    engine: 'kubernetes',
    path: kubernetesPath(cluster, WAVE, name),
    site: site.id,
    cluster,
    wave: WAVE,
    define(app) {
      const chart = new Chart(app, name);
      own(chart, ownership);
      define(chart);
      return chart;
    },
  };
}

interface HostGroup {
  readonly site: DataCenter;
  /** The cluster whose hosts they are; undefined for spares. */
  readonly cluster: string | undefined;
  readonly namespace: string;
}

function defineHosts(chart: Chart, { nation }: Model, { site, cluster, namespace }: HostGroup): void {
  const addresses = managementAddresses(nation, site);
  for (const domain of site.failureDomains)
    for (const host of domain.hosts.filter((one) => one.cluster === cluster)) {
      const managementAddress = addresses.get(host.id);
      if (managementAddress === undefined) throw new Error(`${host.id} has no management address`);
      new BareMetalHost(chart, { host, domain, site: site.id, namespace, managementAddress });
    }
}

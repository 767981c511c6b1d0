import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import type { DataCenter } from '../../model/site/site';
import { SITE_NAMESPACE } from '../../model/platform/management-namespace';

/**
 * What an operator of a site must know and no controller acts on: feeds, uplinks, design efficiency, tier, halls, and
 * where the site's data stands a second time. Stated facts, as JSON, in the site's own management cluster.
 */
export class SiteDescriptor extends Construct {
  public constructor(scope: Construct, id: string, site: DataCenter) {
    super(scope, id);
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'site-descriptor',
        namespace: SITE_NAMESPACE,
        labels: { [labels.managedBy]: MANAGED_BY, [labels.site]: site.id },
      },
      data: { 'site.json': `${JSON.stringify(describe(site), null, 2)}\n` },
    });
  }
}

function describe(site: DataCenter): object {
  const { location, operator, feeds, uplinks, pueDesign, tier, physical } = site.fact;
  const { id, officialName, block, standby, standbyDistanceKm, third, capacity } = site;
  const failureDomains = site.failureDomains.map(({ hosts, ...domain }) => ({ ...domain, hosts: hosts.length }));
  return {
    id,
    officialName,
    operator,
    location,
    block,
    feeds,
    uplinks,
    pueDesign,
    tier,
    physical,
    failureDomains,
    capacity,
    standby: { site: standby, distanceKm: standbyDistanceKm },
    thirdCopy: third,
  };
}

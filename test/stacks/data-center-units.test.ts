import { ApiObject, App } from 'cdk8s';
import { findOwnership } from '../../constructs/ownership';
import type { Model } from '../../model/model';
import { dataCenterUnits } from '../../stacks/data-center-units';
import type { Unit } from '../../stacks/unit';
import { healthyModel } from '../support/healthy-model';
import { renderUnit } from '../support/render-construct';

function unitOf(model: Model, name: string): Unit {
  const unit = dataCenterUnits(model).find((one) => one.path.endsWith(`/0-infrastructure/${name}.yaml`));
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

/** The healthy model in which the first host of a cluster is a spare. */
function withSpare(cluster: string): Model {
  const model = healthyModel();
  const id = model.clusters.find((one) => one.id === cluster)?.hosts[0]?.id;
  return {
    ...model,
    sites: model.sites.map((site) =>
      site.kind !== 'national-data-center'
        ? site
        : {
            ...site,
            failureDomains: site.failureDomains.map((domain) => ({
              ...domain,
              hosts: domain.hosts.map((host) => (host.id === id ? { ...host, cluster: undefined } : host)),
            })),
          },
    ),
  };
}

describe('dataCenterUnits()', () => {
  test('gives each data center a unit for itself and one for each of its clusters, in its management cluster', () => {
    expect(dataCenterUnits(healthyModel()).map((unit) => unit.path)).toMatchInlineSnapshot(`
[
  "kubernetes/dc-center-management/0-infrastructure/site.yaml",
  "kubernetes/dc-center-management/0-infrastructure/dc-center-land.yaml",
  "kubernetes/dc-center-management/0-infrastructure/dc-center-management.yaml",
  "kubernetes/dc-center-management/0-infrastructure/dc-center-shared-0.yaml",
  "kubernetes/dc-north-management/0-infrastructure/site.yaml",
  "kubernetes/dc-north-management/0-infrastructure/dc-north-land.yaml",
  "kubernetes/dc-north-management/0-infrastructure/dc-north-management.yaml",
  "kubernetes/dc-north-management/0-infrastructure/dc-north-shared-0.yaml",
  "kubernetes/dc-south-management/0-infrastructure/site.yaml",
  "kubernetes/dc-south-management/0-infrastructure/dc-south-management.yaml",
  "kubernetes/dc-south-management/0-infrastructure/dc-south-shared-0.yaml",
]
`);
  });

  test('writes every host of the nation exactly once', () => {
    const model = healthyModel();
    const hosts = model.sites.flatMap((site) => (site.kind === 'national-data-center' ? site.failureDomains : []));
    const wanted = hosts.flatMap((domain) => domain.hosts.map((host) => host.id)).toSorted();
    const written = dataCenterUnits(model)
      .flatMap((unit) => renderUnit(unit))
      .filter((object) => object.kind === 'BareMetalHost')
      .map((object) => object.metadata.name)
      .toSorted();
    expect(written).toEqual(wanted);
  });

  test('keeps hosts of a dedicated cluster with its system, at its level', () => {
    const tree = unitOf(healthyModel(), 'dc-north-land').define(new App());
    const objects = tree.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
    const owners = new Set(objects.map((object) => JSON.stringify(findOwnership(object))));
    expect([...owners].map((text): unknown => JSON.parse(text))).toEqual([
      { tenant: 'national-owner', system: 'land-database', level: 5, origin: ['systems/land-database'] },
    ]);
  });

  test('keeps a spare with its site, apart from every cluster', () => {
    const objects = renderUnit(unitOf(withSpare('dc-center-shared-0'), 'site'));
    expect(objects.map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([
      ['ConfigMap', 'platform-site'],
      ['BareMetalHost', 'platform-site'],
    ]);
  });

  test('uses the hardware module exactly where the level asks for it', () => {
    const text = (name: string) => JSON.stringify(renderUnit(unitOf(healthyModel(), name)));
    expect(text('dc-north-land')).toContain('hardware-security-module');
    expect(text('dc-north-shared-0')).not.toContain('hardware-security-module');
  });

  test('describes the site to its operator', () => {
    const [descriptor] = renderUnit(unitOf(healthyModel(), 'site'));
    const data = descriptor?.['data'] as { readonly 'site.json': string };
    expect(JSON.parse(data['site.json'])).toMatchObject({
      id: 'dc-center',
      pueDesign: 1.35,
      standby: { site: 'dc-north', distanceKm: 612.4 },
      failureDomains: [{ id: 'dc-center-h1-a', hosts: 16 }, { hosts: 16 }, { hosts: 16 }],
    });
  });

  test('writes no Secret and nothing that looks like a key', () => {
    const objects = dataCenterUnits(healthyModel()).flatMap((unit) => renderUnit(unit));
    expect(objects.filter((object) => object.kind === 'Secret')).toEqual([]);
    expect(JSON.stringify(objects)).not.toMatch(/BEGIN [A-Z ]*KEY|password/i);
  });
});

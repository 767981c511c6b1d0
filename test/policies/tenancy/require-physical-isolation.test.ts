import policy from '../../../policies/tenancy/require-physical-isolation';
import type { Cluster } from '../../../model/site/cluster';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { viewOf, type GivenResource } from '../../support/view-of';

const subject = 'system/land-database';
const own = 'dc-north-land';

/** Every host of every cluster as bare metal in the management cluster of its site. */
const hosts: readonly GivenResource[] = healthyModel().clusters.flatMap(({ id, site, hosts: list }) =>
  list.map((host) => ({
    cluster: `${site}-management`,
    body: {
      apiVersion: 'metal3.io/v1alpha1',
      kind: 'BareMetalHost',
      metadata: { name: host.id, namespace: `platform-machines-${id}`, labels: { 'ndc.gov.vn/cluster': id } },
    },
  })),
);
const namespace = (labels: Readonly<Record<string, string>>): GivenResource => ({
  cluster: own,
  body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'some', labels } },
});
const bent = (bend: (cluster: Cluster) => Partial<Cluster>) => {
  const model = healthyModel();
  return viewOf({
    model: { ...model, clusters: model.clusters.map((one) => ({ ...one, ...bend(one) })) },
    resources: hosts,
  });
};
const shared = (part: Partial<Cluster>) => bent((one) => (one.id === 'dc-north-shared-0' ? part : {}));
const ownHosts = healthyModel().clusters.find((one) => one.id === own)?.hosts ?? [];

describePolicy('tenancy/require-physical-isolation', policy, {
  passes: {
    'a cluster, hosts, storage and devices of its own': () => ({ subject, view: viewOf({ resources: hosts }) }),
    'namespaces of the system and of the platform': () => ({
      subject,
      view: viewOf({
        resources: [...hosts, namespace({ 'ndc.gov.vn/service': 'gateway' })],
      }),
    }),
  },
  fails: {
    "another system's namespace on its hosts": () => ({
      subject,
      view: viewOf({
        resources: [...hosts, namespace({ 'ndc.gov.vn/tenant': 'p01', 'ndc.gov.vn/system': 'procedures-p01' })],
      }),
      where: `${own}/some`,
      got: 'of procedures-p01',
    }),
    'a shared cluster': () => ({
      subject,
      view: viewOf({
        model: withSystem('land-database', {
          placements: [{ role: 'home', site: 'dc-north', cluster: 'dc-north-shared-0' }],
        }),
        resources: hosts,
      }),
      where: 'dc-north-shared-0',
      got: 'a shared cluster',
    }),
    'a storage pool that another cluster has': () => ({
      subject,
      view: shared({ storagePool: 'dc-north-land-storage' }),
      where: `${own} storagePool`,
      got: 'shared with dc-north-shared-0',
    }),
    'a firewall that another cluster has': () => ({
      subject,
      view: shared({ networkDevices: ['dc-north-land-firewall'] }),
      where: `${own} dc-north-land-firewall`,
      got: 'shared with dc-north-shared-0',
    }),
    'a host that another cluster has': () => ({
      subject,
      view: shared({ hosts: ownHosts.slice(0, 1) }),
      where: `${own} hosts`,
      got: 'shared with dc-north-shared-0',
    }),
    'a host that no bare metal is declared for': () => ({
      subject,
      view: viewOf(),
      where: `BareMetalHost ${ownHosts[0]?.id ?? ''}`,
      got: 'missing',
    }),
    'a cluster that is not in the model': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({
        model: withSystem('land-database', { placements: [{ role: 'home', site: 'dc-north', cluster: 'gone' }] }),
      }),
      where: 'gone',
      got: 'a cluster that is not in the model',
    }),
  },
  ignores: { 'a system of level 3': () => ({ subject: 'system/procedures-p01', view: viewOf() }) },
});

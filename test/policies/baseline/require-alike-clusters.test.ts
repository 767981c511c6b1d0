import policy from '../../../policies/baseline/require-alike-clusters';
import type { JsonObject } from '../../../resources/resource';
import { healthyModel } from '../../support/healthy-model';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf, type GivenResource } from '../../support/view-of';
import { add, asWritten, change, drop, type Edit } from '../kit/edit-objects';

const sites: readonly string[] = ['dc-north', 'dc-center', 'dc-south'];
const shared = (site: string): string => `${site}-shared-0`;

function platformOf(site: string): readonly GivenResource[] {
  const cluster = shared(site);
  const bodies: readonly JsonObject[] = [
    { kind: 'Namespace', metadata: { name: 'platform-logging' } },
    {
      kind: 'ConfigMap',
      metadata: { name: 'cilium-config', namespace: 'kube-system' },
      data: { 'cluster-id': String(site.length), 'cluster-name': cluster, 'enable-policy': 'always' },
    },
    {
      kind: 'DaemonSet',
      metadata: { name: 'log-shipper', namespace: 'platform-logging' },
      spec: { template: { spec: { containers: [{ name: 'agent', image: 'fluent-bit:4' }, { name: 'metrics' }] } } },
    },
  ];
  return [
    ...bodies.map((body) => ({ body, cluster, site })),
    {
      body: {
        kind: 'KubeadmControlPlane',
        metadata: { name: `${cluster}-control`, namespace: `platform-machines-${cluster}` },
        spec: {
          extraArgs: [
            { name: 'node-cidr-mask-size-ipv4', value: String(20 + site.length) },
            { name: 'profiling', value: 'false' },
          ],
        },
      },
      cluster: `${site}-management`,
      site,
    },
  ];
}

const northConfig = 'dc-north-shared-0/ConfigMap/kube-system/cilium-config';
const northAgent = 'dc-north-shared-0/DaemonSet/platform-logging/log-shipper';

/** The platform of the shared clusters of some sites, the one in the north bent. */
function given(subject: string, edit: Edit = asWritten, [north = '', ...others] = sites): PolicyCase {
  const resources = [...edit(platformOf(north)), ...others.flatMap(platformOf)];
  const healthy = healthyModel();
  const clusters = healthy.clusters.filter(({ site }) => [north, ...others].includes(site));
  return { subject, view: viewOf({ model: { ...healthy, clusters }, resources }) };
}

const container = ['spec', 'template', 'spec', 'containers', 0] as const;
const stray: GivenResource = { body: { kind: 'Service', metadata: { name: 'debug', namespace: 'kube-system' } } };

describePolicy('baseline/require-alike-clusters', policy, {
  passes: {
    'objects that say the same but for names of their cluster and values of their own': () => given(northConfig),
    'containers in another order': () =>
      given(
        northAgent,
        change(
          'DaemonSet',
          ['spec', 'template', 'spec', 'containers'],
          [{ name: 'metrics' }, { name: 'agent', image: 'fluent-bit:4' }],
        ),
      ),
    'control planes whose share for a node follows from their size': () =>
      given('dc-north-management/KubeadmControlPlane/platform-machines-dc-north-shared-0/dc-north-shared-0-control'),
  },
  fails: {
    'an object that one cluster lacks': () => ({
      ...given(northAgent, drop('DaemonSet')),
      where: 'DaemonSet',
      got: 'log-shipper is missing',
    }),
    'an object that one cluster has alone': () => ({
      ...given('dc-north-shared-0/Service/kube-system/debug', add(stray)),
      where: 'Service',
      got: 'debug stands in 1 of 3 places alike',
    }),
    'a field that is gone in one cluster': () => ({
      ...given(northConfig, change('ConfigMap', ['data', 'enable-policy'], undefined)),
      where: 'data.enable-policy',
      got: 'missing',
    }),
    'a value of its own that is gone': () => ({
      ...given(northConfig, change('ConfigMap', ['data', 'cluster-id'], undefined)),
      where: 'data.cluster-id',
      got: 'missing',
    }),
    'a value that differs, by the name of the container': () => ({
      ...given(northAgent, change('DaemonSet', [...container, 'image'], 'fluent-bit:3')),
      where: 'spec.template.spec.containers[agent].image',
      got: 'fluent-bit:3',
    }),
    'a field that the others don’t have': () => ({
      ...given(northAgent, change('DaemonSet', [...container, 'tty'], true)),
      where: 'spec.template.spec.containers[agent].tty',
      got: 'true',
    }),
    'the name of another cluster where its own belongs': () => ({
      ...given(northConfig, change('ConfigMap', ['data', 'cluster-name'], 'dc-south-shared-0')),
      where: 'data.cluster-name',
      got: 'dc-south-shared-0',
    }),
    'values of which none prevails': () => ({
      ...given(northConfig, change('ConfigMap', ['data', 'enable-policy'], 'never'), ['dc-north', 'dc-center']),
      where: 'data.enable-policy',
      got: 'never',
    }),
  },
  ignores: {
    'the objects of a system': () =>
      given('dc-north-shared-0/Service/p01-proc-server/front', add(ofSystem('p01-proc-server'))),
    'clusters that are the only ones of their role': () => {
      const model = healthyModel();
      const clusters = model.clusters.filter(({ id }) => id === 'dc-north-shared-0');
      return { view: viewOf({ model: { ...model, clusters }, resources: platformOf('dc-north') }) };
    },
  },
});

function ofSystem(namespace: string): GivenResource {
  return { body: { kind: 'Service', metadata: { name: 'front', namespace } } };
}

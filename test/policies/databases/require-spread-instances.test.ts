import policy from '../../../policies/databases/require-spread-instances';
import { describePolicy } from '../../support/describe-policy';
import { change } from '../kit/edit-objects';
import { databases } from './kit/databases';

const affinity = ['spec', 'affinity'] as const;

describePolicy('databases/require-spread-instances', policy, {
  passes: {
    'instances on different hosts': () => databases(),
    'instances in different failure domains': () =>
      databases(change('Cluster', [...affinity, 'topologyKey'], 'topology.kubernetes.io/zone')),
  },
  fails: {
    'instances that may share a host': () => ({
      ...databases(change('Cluster', [...affinity, 'enablePodAntiAffinity'], false)),
      where: 'spec.affinity.enablePodAntiAffinity',
      got: 'false',
    }),
    'a wish alone': () => ({
      ...databases(change('Cluster', [...affinity, 'podAntiAffinityType'], undefined)),
      where: 'spec.affinity.podAntiAffinityType',
      got: 'preferred, by default',
    }),
    'regions of which there is one': () => ({
      ...databases(change('Cluster', [...affinity, 'topologyKey'], 'topology.kubernetes.io/region')),
      where: 'spec.affinity.topologyKey',
      got: 'topology.kubernetes.io/region',
    }),
  },
  ignores: { 'a database of one instance': () => databases(change('Cluster', ['spec', 'instances'], 1)) },
});

import policy from '../../../policies/resilience/require-three-data-centers';
import type { Model } from '../../../model/model';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

function without(site: string): Model {
  const model = healthyModel();
  return {
    ...model,
    sites: model.sites.filter((one) => one.id !== site),
    clusters: model.clusters.filter((one) => one.site !== site),
  };
}

const fourth = { ...healthyModel().sites[0], id: 'dc-west' } as Model['sites'][number];

describePolicy('resilience/require-three-data-centers', policy, {
  passes: {
    'three data centers with clusters': () => ({ view: viewOf() }),
    'data centers of another order': () => ({
      view: viewOf({ model: { ...healthyModel(), sites: healthyModel().sites.toReversed() } }),
    }),
  },
  fails: {
    'two data centers': () => ({ view: viewOf({ model: without('dc-south') }), where: 'sites', got: '2 data centers' }),
    'a data center without a cluster': () => ({
      view: viewOf({ model: { ...healthyModel(), sites: [...healthyModel().sites, fourth] } }),
      where: 'sites/dc-west',
      got: 'no cluster',
    }),
  },
  ignores: {
    'a data center by itself': () => ({ view: viewOf(), subject: 'site/dc-north' }),
  },
});

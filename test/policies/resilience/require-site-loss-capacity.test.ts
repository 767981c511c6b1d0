import policy from '../../../policies/resilience/require-site-loss-capacity';
import type { Model } from '../../../model/model';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'cluster/dc-center-shared-0 without dc-north';

/** The healthy nation whose shared cluster of dc-center offers this much. */
function offering(bend: { readonly cpu?: number; readonly memoryGiB?: number; readonly hosts?: number }): Model {
  const model = healthyModel();
  const clusters = model.clusters.map((one) =>
    one.id === 'dc-center-shared-0' ? { ...one, capacity: { ...one.capacity, ...bend } } : one,
  );
  return { ...model, clusters };
}

describePolicy('resilience/require-site-loss-capacity', policy, {
  passes: {
    'room for the systems of a lost site': () => ({ view: viewOf(), subject }),
    'more room than before': () => ({
      view: viewOf({ model: offering({ cpu: 100_000, memoryGiB: 100_000 }) }),
      subject,
    }),
  },
  fails: {
    'too few cores': () => ({ view: viewOf({ model: offering({ cpu: 0 }) }), subject, where: 'cpu', got: '80 cores' }),
    'too little memory': () => ({
      view: viewOf({ model: offering({ memoryGiB: 0 }) }),
      subject,
      where: 'memoryGiB',
      got: '320 GiB',
    }),
    'too few nodes for the pods': () => ({
      view: viewOf({ model: offering({ hosts: 5 }) }),
      subject,
      where: 'pods',
      got: '500 pods',
    }),
  },
  ignores: {
    'the site that is lost itself': () => ({ view: viewOf(), subject: 'cluster/dc-north-shared-0 without dc-north' }),
    'a nation without data centers': () => ({ view: viewOf({ model: { ...healthyModel(), sites: [] } }) }),
  },
});

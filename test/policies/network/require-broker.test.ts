import policy from '../../../policies/network/require-broker';
import type { Flow } from '../../../model/segmentation/flow';
import { describePolicy } from '../../support/describe-policy';
import type { System } from '../../../model/tenancy/system';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'flow/procedures-p01/land';
const bent = (bend: Partial<Flow>) => {
  const model = healthyModel();
  const flows = model.flows.map((one) => (one.id === 'procedures-p01/land' ? { ...one, ...bend } : one));
  return viewOf({ model: { ...model, flows } });
};
const playing = (broker: System['broker'], bend: Partial<Flow> = {}) => {
  const model = withSystem('land-database', { broker });
  const flows = model.flows.map((one) => (one.id === 'procedures-p01/land' ? { ...one, ...bend } : one));
  return viewOf({ model: { ...model, flows } });
};

describePolicy('network/require-broker', policy, {
  passes: {
    'a flow through the national integration platform': () => ({ subject, view: viewOf() }),
    'a flow through the coordination platform': () => ({
      view: playing('data-coordination', { broker: 'data-coordination' }),
    }),
  },
  fails: {
    'a direct route': () => ({ view: bent({ broker: undefined }), where: 'broker', got: 'none' }),
    'a direct route that names a platform': () => ({
      view: playing(undefined),
      where: 'ends',
      got: 'a direct route, not by way of ndxp',
    }),
    'a route by way of another platform than it names': () => ({
      view: playing('lgsp'),
      where: 'ends',
      got: 'a direct route, not by way of ndxp',
    }),
    'a platform that nobody knows': () => ({
      view: bent(JSON.parse('{"broker":"private-line"}') as Partial<Flow>),
      where: 'broker',
      got: 'private-line',
    }),
    'a system that is not in the model': () => ({
      verdict: 'unknown',
      view: bent({ to: { kind: 'zone', system: 'nowhere', zone: 'dmz' } }),
      where: 'ends',
      got: 'a system that is not in the model',
    }),
  },
  ignores: {
    'a flow inside a system': () => ({ subject: 'flow/procedures-p01/dmz-to-server', view: viewOf() }),
    'a flow to the platform': () => ({ view: bent({ to: { kind: 'platform', service: 'identity' } }) }),
  },
});

import policy from '../../../policies/network/require-broker';
import type { Flow } from '../../../model/segmentation/flow';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'flow/procedures-p01/land';
const bent = (bend: Partial<Flow>) => {
  const model = healthyModel();
  const flows = model.flows.map((one) => (one.id === 'procedures-p01/land' ? { ...one, ...bend } : one));
  return viewOf({ model: { ...model, flows } });
};

describePolicy('network/require-broker', policy, {
  passes: {
    'a flow through the national integration platform': () => ({ subject, view: viewOf() }),
    'a flow through the coordination platform': () => ({ view: bent({ broker: 'data-coordination' }) }),
  },
  fails: {
    'a direct route': () => ({ view: bent({ broker: undefined }), where: 'broker', got: 'none' }),
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

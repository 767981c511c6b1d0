import policy from '../../../policies/network/require-separate-wireless';
import type { Flow } from '../../../model/segmentation/flow';
import type { ZoneName } from '../../../model/segmentation/zone';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/procedures-p01';
const system = 'procedures-p01';

function withFlow(from: ZoneName, to: ZoneName): PolicyCase {
  const model = healthyModel();
  const flow: Flow = {
    id: `${system}/${from}-to-${to}`,
    from: { kind: 'zone', system, zone: from },
    to: { kind: 'zone', system, zone: to },
    ports: [{ port: 443, protocol: 'TCP' }],
    reason: { vi: 'Thử', en: 'A test' },
    origin: ['systems/procedures'],
  };
  return { subject, view: viewOf({ model: { ...model, flows: [...model.flows, flow] } }) };
}

describePolicy('network/require-separate-wireless', policy, {
  passes: { 'a wireless zone without flows': () => ({ subject, view: viewOf() }) },
  fails: {
    'wireless devices that reach servers': () => ({
      ...withFlow('wireless', 'server'),
      where: 'flows',
      got: 'procedures-p01/wireless-to-server',
    }),
    'servers that reach wireless devices': () => ({
      ...withFlow('management', 'wireless'),
      where: 'flows',
      got: 'procedures-p01/management-to-wireless',
    }),
  },
  ignores: {
    'a system without wireless network': () => ({
      subject,
      view: viewOf({ model: withSystem(system, { zones: ['edge', 'dmz', 'server'] }) }),
    }),
  },
});

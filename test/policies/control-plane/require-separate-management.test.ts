import policy from '../../../policies/control-plane/require-separate-management';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

function given(address?: string): PolicyCase {
  const spec = address === undefined ? {} : { bmc: { address } };
  const body = {
    apiVersion: 'metal3.io/v1alpha1',
    kind: 'BareMetalHost',
    metadata: { name: 'h', namespace: 'm' },
    spec,
  };
  return { view: viewOf({ resources: [body] }) };
}
const where = 'spec.bmc.address';
const redfish = (host: string): string => `redfish-virtualmedia+https://${host}/redfish/v1/Systems/1`;

describePolicy('control-plane/require-separate-management', policy, {
  passes: {
    'a port in the management network': () => given(redfish('[2001:db8:61:800::3]')),
    'a port of IPv4': () => given(redfish('10.97.128.3')),
  },
  fails: {
    'no port': () => ({ ...given(), where, got: 'none' }),
    'a port without TLS': () => ({ ...given('ipmi://10.97.128.3'), where, got: 'ipmi://10.97.128.3' }),
    'a port among the nodes': () => ({
      ...given(redfish('10.97.48.3')),
      where,
      got: `${redfish('10.97.48.3')}, in 10.97.48.0/20`,
    }),
    'a port of another site': () => ({ ...given(redfish('10.98.128.3')), where, got: redfish('10.98.128.3') }),
    'a name, which may lead anywhere': () => ({
      ...given(redfish('bmc.example.com')),
      verdict: 'unknown',
      where,
      got: redfish('bmc.example.com'),
    }),
  },
  ignores: { 'a nation without hosts': () => ({ view: viewOf() }) },
});

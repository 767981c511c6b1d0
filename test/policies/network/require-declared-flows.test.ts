import policy from '../../../policies/network/require-declared-flows';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf, type GivenResource } from '../../support/view-of';
import { defaultDeny, flows, nameEgress, namespaceObject, tcp, withNameFlow, zonePeer } from './kit/objects';

const subject = 'flow/procedures-p01/dmz-to-server';
const servers = ['p01-proc-server', 'c00004-proc'];
const egress = (port = 8443): GivenResource =>
  flows('p01-proc-dmz', 'egress', { to: [zonePeer('server')], ports: [tcp(port)] });
const ingress = (name: string): GivenResource =>
  flows(name, 'ingress', { from: [zonePeer('dmz')], ports: [tcp(8443)] });
const base = ['p01-proc-dmz', ...servers].flatMap((name) => [namespaceObject(name), defaultDeny(name)]);
const all = [...base, egress(), ...servers.map(ingress)];
const outside = 'api.bank.vn';
const isolated = servers.flatMap((name) => [namespaceObject(name), defaultDeny(name)]);

describePolicy('network/require-declared-flows', policy, {
  passes: {
    'a flow that is open at both ends, in each commune too': () => ({ subject, view: viewOf({ resources: all }) }),
    'a flow to a host name that Cilium opens in each namespace': () => ({
      subject: 'flow/procedures-p01/outside',
      view: viewOf({
        model: withNameFlow(outside),
        resources: [...isolated, ...servers.map((name) => nameEgress(name, outside))],
      }),
    }),
  },
  fails: {
    'a flow that the start denies': () => ({
      subject,
      view: viewOf({ resources: all.filter((one) => one !== all[base.length]) }),
      where: 'dc-north-shared-0/p01-proc-dmz egress',
      got: 'denied: namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=server on 8443/TCP',
    }),
    'a flow that one commune denies': () => ({
      subject,
      view: viewOf({ resources: all.slice(0, -1) }),
      where: 'dc-north-shared-0/c00004-proc ingress',
      got: 'denied: namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=dmz on 8443/TCP',
    }),
    'a flow on another port': () => ({
      subject,
      view: viewOf({ resources: [...base, egress(8080), ...servers.map(ingress)] }),
      where: 'dc-north-shared-0/p01-proc-dmz egress',
      got: 'denied: namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=server on 8443/TCP',
    }),
    'a selector that the labels of a namespace no longer match': () => ({
      subject,
      view: viewOf({
        resources: [
          ...all.slice(0, 2),
          namespaceObject('p01-proc-server', { 'ndc.gov.vn/zone': 'database' }),
          ...all.slice(3),
        ],
      }),
      where: 'dc-north-shared-0/p01-proc-dmz egress',
      got: 'denied: namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=server on 8443/TCP',
    }),
    'namespaces that nothing governs': () => ({
      subject,
      view: viewOf(),
      where: 'dc-north-shared-0/p01-proc-dmz egress',
      got: 'open: namespaces ndc.gov.vn/site=dc-north,ndc.gov.vn/system=procedures-p01,ndc.gov.vn/zone=server on 8443/TCP',
    }),
    'a host name that no policy opens': () => ({
      subject: 'flow/procedures-p01/outside',
      view: viewOf({ model: withNameFlow(outside), resources: [...isolated, nameEgress('p01-proc-server', outside)] }),
      where: 'dc-north-shared-0/c00004-proc egress',
      got: 'denied: api.bank.vn on 443/TCP',
    }),
    'a flow whose peer stands nowhere': () => ({
      subject: 'flow/land-database/wan-to-dmz',
      verdict: 'unknown',
      view: viewOf(),
      where: 'flow',
      got: 'no namespace that it could join to a peer',
    }),
  },
  ignores: {
    'a nation without flows': () => ({ view: viewOf({ model: { ...healthyModel(), flows: [] } }) }),
  },
});

import { NameEgress } from '../../../constructs/network/name-egress';
import type { PeerRule } from '../../../model/segmentation/peer-rule';
import { healthyModel } from '../../support/healthy-model';
import { testChart } from '../../support/render-construct';

function rule(flow: string, port: number, ...names: [string, ...string[]]): PeerRule {
  const [first, ...rest] = names.map((fqdn) => ({ kind: 'name', fqdn }) as const);
  if (first === undefined) throw new Error('a rule needs a name');
  return { flow, peers: [first, ...rest], ports: [{ port, protocol: 'TCP' }] };
}

interface Written {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: { readonly egress: readonly unknown[] };
}

function specOf(rules: readonly PeerRule[]): Written {
  const [namespace] = healthyModel().namespaces;
  if (namespace === undefined) throw new Error('the healthy model has namespaces');
  return new NameEgress(testChart(), 'names', { namespace, rules }).resource.toJson() as Written;
}

describe('NameEgress', () => {
  test('allows each name on its own ports, and asks DNS for these names', () => {
    const { spec } = specOf([rule('a/one', 6514, 'siem.test.gov.vn'), rule('a/two', 123, 'time-1.test.gov.vn')]);
    expect(spec).toEqual({
      endpointSelector: {},
      egress: [
        {
          toEndpoints: [
            { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'kube-system', 'k8s:k8s-app': 'kube-dns' } },
          ],
          toPorts: [
            {
              ports: [
                { port: '53', protocol: 'UDP' },
                { port: '53', protocol: 'TCP' },
              ],
              rules: { dns: [{ matchName: 'siem.test.gov.vn' }, { matchName: 'time-1.test.gov.vn' }] },
            },
          ],
        },
        {
          toFQDNs: [{ matchName: 'siem.test.gov.vn' }],
          toPorts: [{ ports: [{ port: '6514', protocol: 'TCP' }] }],
        },
        {
          toFQDNs: [{ matchName: 'time-1.test.gov.vn' }],
          toPorts: [{ ports: [{ port: '123', protocol: 'TCP' }] }],
        },
      ],
    });
  });

  test('leaves out rules without a name and names its flows', () => {
    const block: PeerRule = {
      flow: 'a/block',
      peers: [{ kind: 'block', cidr: '203.0.113.0/24', except: [] }],
      ports: [{ port: 443, protocol: 'TCP' }],
    };
    const { metadata, spec } = specOf([block, rule('a/one', 6514, 'siem.test.gov.vn')]);
    expect(metadata.annotations).toEqual({ 'ndc.gov.vn/flows': 'a/one' });
    expect(spec.egress).toHaveLength(2);
  });
});

import { NamespaceSegmentation } from '../../../constructs/network/namespace-segmentation';
import type { NamespacePeers, Peer, PeerRule } from '../../../model/segmentation/peer-rule';
import { healthyModel } from '../../support/healthy-model';
import { testShard } from '../../support/render-shard';

const ports = [{ port: 443, protocol: 'TCP' }] as const;

const nothing: NamespacePeers = { ingress: [], egress: [] };

function rule(...peers: [Peer, ...Peer[]]): PeerRule {
  return { flow: 'procedures-p01/test', peers, ports };
}

/** The specifications by name of the policy, as they stand in the Terraform file. */
function policies(peers: NamespacePeers): Record<string, Record<string, unknown>> {
  const [namespace] = healthyModel().namespaces.filter((one) => one.name === 'p01-proc-server');
  if (namespace === undefined) throw new Error('the healthy model has this namespace');
  const stack = testShard();
  new NamespaceSegmentation(stack, 'network', { namespace, peers, after: 'kubernetes_namespace.x' });
  const { resource } = stack.toTerraform() as { resource: Record<string, Record<string, Record<string, unknown>>> };
  return Object.fromEntries(
    Object.entries(resource['kubernetes_network_policy'] ?? {}).map(([id, { metadata, spec }]) => [
      id.replace('network_', ''),
      { metadata, spec },
    ]),
  );
}

describe('NamespaceSegmentation', () => {
  test('denies both directions to every pod, with no rule that could open one', () => {
    expect(policies(nothing)['default-deny']?.['spec']).toEqual({
      pod_selector: {},
      policy_types: ['Ingress', 'Egress'],
    });
  });

  test('opens DNS and metrics to everybody and nothing else', () => {
    expect(policies(nothing)['platform']?.['spec']).toEqual({
      pod_selector: {},
      policy_types: ['Ingress', 'Egress'],
      egress: [
        {
          to: [
            {
              namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              pod_selector: { match_labels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { port: '53', protocol: 'UDP' },
            { port: '53', protocol: 'TCP' },
          ],
        },
      ],
      ingress: [
        {
          from: [{ namespace_selector: { match_labels: { 'kubernetes.io/metadata.name': 'platform-monitoring' } } }],
          ports: [{ port: '9090', protocol: 'TCP' }],
        },
      ],
    });
  });

  test('writes no policy for a direction without flows', () => {
    expect(Object.keys(policies(nothing))).toEqual(['default-deny', 'platform']);
    const inward = policies({ ingress: [rule({ kind: 'block', cidr: '10.0.0.0/8', except: [] })], egress: [] });
    expect(Object.keys(inward)).toEqual(['default-deny', 'platform', 'flows-ingress']);
  });

  test('writes namespaces, blocks and exceptions as alternatives of one rule, with its ports', () => {
    const { spec } = policies({
      ingress: [
        rule(
          { kind: 'namespaces', labels: { 'ndc.gov.vn/system': 'procedures-p01', 'ndc.gov.vn/zone': 'dmz' } },
          { kind: 'block', cidr: '10.97.16.0/20', except: ['10.97.16.0/24'] },
        ),
      ],
      egress: [],
    })['flows-ingress'] ?? { spec: undefined };
    expect(spec).toEqual({
      pod_selector: {},
      policy_types: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespace_selector: { match_labels: { 'ndc.gov.vn/system': 'procedures-p01', 'ndc.gov.vn/zone': 'dmz' } },
            },
            { ip_block: { cidr: '10.97.16.0/20', except: ['10.97.16.0/24'] } },
          ],
          ports: [{ port: '443', protocol: 'TCP' }],
        },
      ],
    });
  });

  test('leaves host names to Cilium: a rule of names alone must not become a rule for everybody', () => {
    const names = rule({ kind: 'name', fqdn: 'siem.test.gov.vn' });
    expect(Object.keys(policies({ ingress: [], egress: [names] }))).toEqual(['default-deny', 'platform']);
    const mixed = rule(
      { kind: 'name', fqdn: 'siem.test.gov.vn' },
      { kind: 'block', cidr: '203.0.113.0/24', except: [] },
    );
    expect(policies({ ingress: [], egress: [mixed] })['flows-egress']?.['spec']).toMatchObject({
      policy_types: ['Egress'],
      egress: [{ to: [{ ip_block: { cidr: '203.0.113.0/24' } }] }],
    });
  });

  test('names the flows that caused a policy', () => {
    const peer: Peer = { kind: 'block', cidr: '203.0.113.0/24', except: [] };
    const egress = [rule(peer), { ...rule(peer), flow: 'procedures-p01/other' }];
    expect(policies({ ingress: [], egress })['flows-egress']?.['metadata']).toMatchObject({
      annotations: { 'ndc.gov.vn/flows': 'procedures-p01/test,procedures-p01/other' },
    });
  });
});

import fc from 'fast-check';
import type { Model } from '../../../model/model';
import type { Flow, FlowEnd } from '../../../model/segmentation/flow';
import type { Peer, PeerRule } from '../../../model/segmentation/peer-rule';
import { resolvePeers } from '../../../model/segmentation/resolve-peers';
import { zoneNames } from '../../../model/segmentation/zone';
import type { Site } from '../../../model/site/site';
import type { Namespace } from '../../../model/tenancy/namespace';
import { healthyModel } from '../../support/healthy-model';

const HTTPS = [{ port: 443, protocol: 'TCP' }] as const;

/** The healthy model with the provincial center of p01, one regional center, and other flows in place of its own. */
function withFlows(flows: readonly Pick<Flow, 'from' | 'to'>[]): Model {
  const model = healthyModel();
  return {
    ...model,
    sites: [...model.sites, networkCenter('tslcd-provincial', 1), networkCenter('tslcd-regional', 110)],
    flows: flows.map((flow, index): Flow => ({
      ...flow,
      id: `flow-${index}`,
      ports: HTTPS,
      reason: { vi: 'Thử', en: 'Test' },
      origin: ['systems/procedures', 'flows', index],
    })),
  };
}

function networkCenter(kind: 'tslcd-provincial' | 'tslcd-regional', slot: number): Site {
  return {
    kind,
    id: `${kind}-01`,
    province: '01',
    slot,
    officialName: { vi: 'Trung tâm thử', en: 'Test center' },
    block: { ipv4: `10.${slot}.0.0/16`, ipv6: `2001:db8:${slot.toString(16)}::/48` },
    origin: ['networks/tslcd'],
  };
}

function zone(system: string, name: (typeof zoneNames)[number]): FlowEnd {
  return { kind: 'zone', system, zone: name };
}

function find(model: Model, name: string, cluster = 'dc-north-shared-0'): Namespace {
  const namespace = model.namespaces.find((one) => one.name === name && one.cluster === cluster);
  if (namespace === undefined) throw new Error(`no namespace ${name} in ${cluster}`);
  return namespace;
}

function peersOf(rules: readonly PeerRule[]): readonly Peer[] {
  return rules.flatMap((rule) => rule.peers);
}

function cidrsOf(rules: readonly PeerRule[]): readonly string[] {
  return peersOf(rules).flatMap((peer) => (peer.kind === 'block' ? [peer.cidr] : []));
}

describe('resolvePeers()', () => {
  test('names a zone of the same cluster by system, zone and site', () => {
    const model = healthyModel();
    const { ingress, egress } = resolvePeers(model, find(model, 'p01-proc-database'));
    expect(egress).toEqual([]);
    expect(ingress).toEqual([
      {
        flow: 'procedures-p01/management-to-database',
        peers: [
          {
            kind: 'namespaces',
            labels: {
              'ndc.gov.vn/system': 'procedures-p01',
              'ndc.gov.vn/zone': 'management',
              'ndc.gov.vn/site': 'dc-north',
            },
          },
        ],
        ports: [{ port: 5432, protocol: 'TCP' }],
      },
      {
        flow: 'procedures-p01/server-to-database',
        peers: [
          {
            kind: 'namespaces',
            labels: {
              'ndc.gov.vn/system': 'procedures-p01',
              'ndc.gov.vn/zone': 'server',
              'ndc.gov.vn/site': 'dc-north',
            },
          },
        ],
        ports: [{ port: 5432, protocol: 'TCP' }],
      },
    ]);
  });

  test('reaches a system in other clusters through the DMZ blocks of all its sites', () => {
    const model = healthyModel();
    const { egress } = resolvePeers(model, find(model, 'c00004-proc'));
    expect(cidrsOf(egress)).toEqual(['10.97.16.0/20', '2001:db8:61:100::/56', '10.98.16.0/20', '2001:db8:62:100::/56']);
  });

  test('never mixes the home and the standby of one system', () => {
    const model = healthyModel();
    const { ingress } = resolvePeers(model, find(model, 'national-owner-land-database', 'dc-center-land'));
    const sites = peersOf(ingress).map((peer) => (peer.kind === 'namespaces' ? peer.labels['ndc.gov.vn/site'] : peer));
    expect(new Set(sites)).toEqual(new Set(['dc-center']));
  });

  test('lets the edge and the Internet in through the gateway only', () => {
    const model = withFlows([
      { from: zone('procedures-p01', 'edge'), to: zone('procedures-p01', 'dmz') },
      { from: { kind: 'internet' }, to: zone('procedures-p01', 'dmz') },
    ]);
    const gateway = { kind: 'namespaces', labels: { 'kubernetes.io/metadata.name': 'platform-gateway' } };
    expect(peersOf(resolvePeers(model, find(model, 'p01-proc-dmz')).ingress)).toEqual([gateway, gateway]);
  });

  test('lets officials in from their province and from the communes that work in the system', () => {
    const model = withFlows([{ from: zone('procedures-p01', 'internal'), to: zone('procedures-p01', 'dmz') }]);
    expect(cidrsOf(resolvePeers(model, find(model, 'p01-proc-dmz')).ingress)).toEqual([
      '10.1.32.0/20',
      '2001:db8:1:200::/56',
      '10.128.4.0/24',
      '2001:db8:8004::/48',
    ]);
  });

  test("lets only a commune's own officials into its part", () => {
    const model = withFlows([{ from: zone('procedures-p01', 'internal'), to: zone('procedures-p01', 'server') }]);
    expect(cidrsOf(resolvePeers(model, find(model, 'c00004-proc')).ingress)).toEqual([
      '10.128.4.0/24',
      '2001:db8:8004::/48',
    ]);
  });

  test("takes the hosting data center's block for an owner without a center of its own", () => {
    const model = withFlows([{ from: zone('land-database', 'internal'), to: zone('land-database', 'dmz') }]);
    const dmz = find(model, 'national-owner-land-dmz', 'dc-center-land');
    expect(cidrsOf(resolvePeers(model, dmz).ingress)).toEqual(['10.97.32.0/20', '2001:db8:61:200::/56']);
  });

  test('takes the WAN blocks of the network centers, and equipment from the site of the namespace', () => {
    const model = withFlows([
      { from: zone('land-database', 'wan'), to: zone('land-database', 'dmz') },
      { from: zone('land-database', 'device-management'), to: zone('land-database', 'dmz') },
    ]);
    const { ingress } = resolvePeers(model, find(model, 'national-owner-land-dmz', 'dc-center-land'));
    expect(ingress.map((rule) => cidrsOf([rule]))).toEqual([
      ['10.1.112.0/20', '2001:db8:1:700::/56', '10.110.112.0/20', '2001:db8:6e:700::/56'],
      ['10.98.128.0/20', '2001:db8:62:800::/56'],
    ]);
  });

  test('reaches the Internet, but nothing that is private or ours, at level 3', () => {
    const model = withFlows([{ from: zone('procedures-p01', 'server'), to: { kind: 'internet' } }]);
    const peers = peersOf(resolvePeers(model, find(model, 'p01-proc-server')).egress);
    expect(peers).toEqual([
      {
        kind: 'block',
        cidr: '0.0.0.0/0',
        except: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
      },
      { kind: 'block', cidr: '::/0', except: ['2001:db8::/32', 'fc00::/7', 'fe80::/10'] },
    ]);
  });

  test('never reaches the Internet from level 4 on', () => {
    const model = withFlows([{ from: zone('land-database', 'server'), to: { kind: 'internet' } }]);
    const server = find(model, 'national-owner-land-server', 'dc-north-land');
    expect(resolvePeers(model, server)).toEqual({ ingress: [], egress: [] });
    expect(resolvePeers(model, { ...server, level: 3 }).egress).toHaveLength(1);
  });

  test('keeps host names for the way out and drops them for the way in', () => {
    const host: FlowEnd = { kind: 'name', fqdn: 'siem.test.gov.vn' };
    const server = zone('procedures-p01', 'server');
    const model = withFlows([
      { from: server, to: host },
      { from: host, to: server },
    ]);
    const { ingress, egress } = resolvePeers(model, find(model, 'p01-proc-server'));
    expect(peersOf(egress)).toEqual([{ kind: 'name', fqdn: 'siem.test.gov.vn' }]);
    expect(ingress).toEqual([]);
  });

  test('names platform services by their namespace and outside blocks as written', () => {
    const server = zone('procedures-p01', 'server');
    const model = withFlows([
      { from: server, to: { kind: 'platform', service: 'dns' } },
      { from: server, to: { kind: 'external', cidrs: ['203.0.113.0/24', '2001:db8:ffff::/48'] } },
    ]);
    expect(peersOf(resolvePeers(model, find(model, 'p01-proc-server')).egress)).toEqual([
      { kind: 'namespaces', labels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      { kind: 'block', cidr: '203.0.113.0/24', except: [] },
      { kind: 'block', cidr: '2001:db8:ffff::/48', except: [] },
    ]);
  });

  test('gives no rule to a flow whose other end is unknown, rather than a rule for everybody', () => {
    const model = withFlows([{ from: zone('no-such-system', 'server'), to: zone('procedures-p01', 'dmz') }]);
    expect(resolvePeers(model, find(model, 'p01-proc-dmz')).ingress).toEqual([]);
  });
});

describe('resolvePeers(), for any two zones of the two systems', () => {
  const end = fc.record({
    kind: fc.constant('zone' as const),
    system: fc.constantFrom('procedures-p01', 'land-database'),
    zone: fc.constantFrom(...zoneNames),
  });

  test('gives peers and ports to every rule, and rules only to namespaces that the flow touches', () => {
    fc.assert(
      fc.property(end, end, (from, to) => {
        const model = withFlows([{ from, to }]);
        for (const namespace of model.namespaces) {
          const { ingress, egress } = resolvePeers(model, namespace);
          for (const rule of [...ingress, ...egress])
            expect([rule.peers.length > 0, rule.ports]).toEqual([true, HTTPS]);
          const touches = (one: typeof end extends fc.Arbitrary<infer T> ? T : never): boolean =>
            one.system === namespace.system && one.zone === namespace.zone;
          if (!touches(to)) expect(ingress).toEqual([]);
          if (!touches(from)) expect(egress).toEqual([]);
        }
      }),
      { seed: 20_261_122, numRuns: 150 },
    );
  });
});

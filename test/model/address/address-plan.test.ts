import fc from 'fast-check';
import {
  createAddressPlan,
  type AddressPlan,
  type ClusterSlot,
  type DualStack,
} from '../../../model/address/address-plan';
import { findOverlaps, parseCidr, type Cidr } from '../../../model/address/cidr';
import { parseIp, type IpAddress } from '../../../model/address/ip';

const SEED = { seed: 20_260_104, numRuns: 60 };

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}

function ip(text: string): IpAddress {
  const parsed = parseIp(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}

const supernets = {
  nodes4: cidr('10.0.0.0/8'),
  pods4: cidr('100.64.0.0/10'),
  services4: cidr('172.16.0.0/12'),
  unicast6: cidr('2001:db8::/32'),
};

function createPlan(): AddressPlan {
  const result = createAddressPlan(supernets);
  if (!result.ok) throw new Error('the reference supernets are right');
  return result.value;
}

const plan = createPlan();

const show = ({ ipv4, ipv6 }: DualStack): string => `${ipv4.toString()} ${ipv6.toString()}`;

/** One thing that gets addresses. Data centers have the site slot 100 + pod slot, so pod slots are unique. */
type Holder =
  | { readonly kind: 'zone'; readonly site: number; readonly zone: number }
  | { readonly kind: 'commune'; readonly code: number }
  | { readonly kind: 'cluster'; readonly slot: ClusterSlot };

function allocate(from: AddressPlan, holder: Holder): readonly DualStack[] {
  if (holder.kind === 'zone') return [from.zone(holder.site, holder.zone)];
  if (holder.kind === 'commune') return [from.commune(holder.code)];
  const { pods, services } = from.cluster(holder.slot);
  return [pods, services];
}

const anyZone = fc
  .record({ site: fc.nat(127), zone: fc.nat(15) })
  .map(({ site, zone }): Holder => ({ kind: 'zone', site, zone }));
const anyCommune = fc.nat(32_767).map((code): Holder => ({ kind: 'commune', code }));
const anyCluster = fc
  .tuple(
    fc.nat(7),
    fc.oneof(
      fc.constant({ role: 'management' as const, index: 0 }),
      fc.integer({ min: 1, max: 15 }).map((index) => ({ role: 'dedicated' as const, index })),
      fc.nat(3).map((index) => ({ role: 'shared' as const, index })),
    ),
  )
  .map(([podSlot, { role, index }]): Holder => ({
    kind: 'cluster',
    slot: { siteSlot: 100 + podSlot, podSlot, role, index },
  }));
const holders = (maxLength: number): fc.Arbitrary<readonly Holder[]> =>
  fc.uniqueArray(fc.oneof(anyZone, anyCommune, anyCluster), {
    maxLength,
    selector: (holder) => JSON.stringify(holder),
    size: 'max',
  });

const allZones = Array.from({ length: 128 * 16 }, (_, n): Holder => ({
  kind: 'zone',
  site: n >> 4,
  zone: n & 15,
}));
const allCommunes = Array.from({ length: 32_768 }, (_, code): Holder => ({
  kind: 'commune',
  code,
}));
const allClusters = Array.from({ length: 8 }, (_, podSlot) =>
  [
    { role: 'management' as const, index: 0 },
    ...Array.from({ length: 15 }, (_value, n) => ({ role: 'dedicated' as const, index: n + 1 })),
    ...Array.from({ length: 4 }, (_value, index) => ({ role: 'shared' as const, index })),
  ].map((one): Holder => ({ kind: 'cluster', slot: { siteSlot: 100 + podSlot, podSlot, ...one } })),
).flat();

describe('createAddressPlan() allocates', () => {
  test.each([
    ['the first site', show(plan.site(0)), '10.0.0.0/16 2001:db8::/48'],
    ['the last site', show(plan.site(127)), '10.127.0.0/16 2001:db8:7f::/48'],
    ['a zone', show(plan.zone(97, 3)), '10.97.48.0/20 2001:db8:61:300::/56'],
    ['the last zone of a site', show(plan.zone(97, 15)), '10.97.240.0/20 2001:db8:61:f00::/56'],
    ['the commune 00004', show(plan.commune(4)), '10.128.4.0/24 2001:db8:8004::/48'],
    ['the commune 32248', show(plan.commune(32_248)), '10.253.248.0/24 2001:db8:fdf8::/48'],
    ['the last commune', show(plan.commune(32_767)), '10.255.255.0/24 2001:db8:ffff::/48'],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected);
  });

  test.each([
    ['management', 0, '100.72.0.0/18 2001:db8:62:1000::/56', '172.18.0.0/20 2001:db8:62:8000::/112'],
    ['dedicated', 1, '100.72.64.0/18 2001:db8:62:1100::/56', '172.18.16.0/20 2001:db8:62:8100::/112'],
    ['dedicated', 15, '100.75.192.0/18 2001:db8:62:1f00::/56', '172.18.240.0/20 2001:db8:62:8f00::/112'],
    ['shared', 0, '100.76.0.0/16 2001:db8:62:2000::/56', '172.19.0.0/20 2001:db8:62:9000::/112'],
    ['shared', 3, '100.79.0.0/16 2001:db8:62:2c00::/56', '172.19.192.0/20 2001:db8:62:9c00::/112'],
  ] as const)('the %s cluster %i of a data center', (role, index, pods, services) => {
    const cluster = plan.cluster({ siteSlot: 98, podSlot: 1, role, index });
    expect(show(cluster.pods)).toBe(pods);
    expect(show(cluster.services)).toBe(services);
  });
});

describe('the address plan', () => {
  test('never gives one address to two holders, with every slot of the plan taken', () => {
    const blocks = [...allZones, ...allCommunes, ...allClusters].flatMap((holder) =>
      allocate(plan, holder).flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]),
    );
    expect(blocks).toHaveLength(2 * (128 * 16 + 32_768 + 2 * 8 * 20));
    expect(findOverlaps(blocks, 5)).toEqual([]);
  });

  test('never gives one address to two holders, comparing any few of them one by one', () => {
    fc.assert(
      fc.property(holders(25), (some) => {
        const blocks = some.flatMap((holder) => allocate(plan, holder).flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]));
        const shared = blocks.flatMap((a, i) => blocks.slice(i + 1).filter((b) => a.overlaps(b)));
        expect(shared).toEqual([]);
      }),
      SEED,
    );
  });

  test('keeps zones and the IPv6 of clusters inside their site, and everything inside the supernets', () => {
    for (const holder of [...allZones, ...allClusters]) {
      const site = plan.site(
        holder.kind === 'zone' ? holder.site : holder.kind === 'cluster' ? holder.slot.siteSlot : 0,
      );
      for (const { ipv6 } of allocate(plan, holder)) expect(site.ipv6.contains(ipv6)).toBe(true);
    }
    for (const holder of allClusters) {
      const [pods, services] = allocate(plan, holder);
      expect(pods !== undefined && supernets.pods4.contains(pods.ipv4)).toBe(true);
      expect(services !== undefined && supernets.services4.contains(services.ipv4)).toBe(true);
    }
    expect(allZones.every((zone) => allocate(plan, zone).every(({ ipv4 }) => supernets.nodes4.contains(ipv4)))).toBe(
      true,
    );
  });

  test('keeps sites apart from each other and from communes', () => {
    const sites = Array.from({ length: 128 }, (_, slot) => plan.site(slot));
    const communes = [0, 1, 16_384, 32_767].map((code) => plan.commune(code));
    expect(findOverlaps([...sites, ...communes].flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6]))).toEqual([]);
  });

  test('never moves a holder when sites, zones, communes or clusters are added, in any order', () => {
    fc.assert(
      fc.property(holders(15), holders(15), (before, added) => {
        const small = createPlan();
        const placed = before.map((holder) => allocate(small, holder).map(show));
        const large = createPlan();
        for (const holder of added) allocate(large, holder);
        const again = before.toReversed().map((holder) => allocate(large, holder).map(show));
        expect(again.toReversed()).toEqual(placed);
      }),
      SEED,
    );
  });

  test('reads every commune back from the first and last address of its blocks', () => {
    const wrong = allCommunes.flatMap((holder) => {
      const code = holder.kind === 'commune' ? holder.code : -1;
      const { ipv4, ipv6 } = plan.commune(code);
      return [ipv4.first, ipv4.last, ipv6.first, ipv6.last].filter((address) => plan.communeCodeOf(address) !== code);
    });
    expect(wrong).toEqual([]);
  });

  test.each(['10.127.255.255', '11.0.0.0', '2001:db8:7fff:ffff::', '2001:db9::', '100.64.0.1'])(
    'reads no commune from %s',
    (text) => {
      expect(plan.communeCodeOf(ip(text))).toBeUndefined();
    },
  );

  test.each([
    ['a site slot of 128', () => plan.site(128)],
    ['a negative site slot', () => plan.site(-1)],
    ['half a site slot', () => plan.site(0.5)],
    ['a zone slot of 16', () => plan.zone(0, 16)],
    ['a commune code of 32768', () => plan.commune(32_768)],
    ['a pod slot of 8', () => plan.cluster({ siteSlot: 0, podSlot: 8, role: 'shared', index: 0 })],
    ['a second management cluster', () => plan.cluster({ siteSlot: 0, podSlot: 0, role: 'management', index: 1 })],
    ['a dedicated cluster 0', () => plan.cluster({ siteSlot: 0, podSlot: 0, role: 'dedicated', index: 0 })],
    ['a dedicated cluster 16', () => plan.cluster({ siteSlot: 0, podSlot: 0, role: 'dedicated', index: 16 })],
    ['a shared cluster 4', () => plan.cluster({ siteSlot: 0, podSlot: 0, role: 'shared', index: 4 })],
  ])('refuses %s', (_, allocateWrongly) => {
    expect(allocateWrongly).toThrow(RangeError);
  });
});

describe('createAddressPlan() refuses', () => {
  test.each([
    ['a small block', { nodes4: '10.32.0.0/16' }, ['address-plan-size nodes4: did you mean 10.0.0.0/8?']],
    [
      'a large block',
      { pods4: '100.0.0.0/8' },
      ['address-plan-size pods4: choose one /10 of it, such as 100.0.0.0/10'],
    ],
    ['the wrong family', { services4: 'fd00::/12' }, ['address-plan-family services4: write the IPv4 block here']],
    [
      'an overlap',
      { services4: '10.16.0.0/12' },
      ['address-plan-overlap services4: move services4 or nodes4 to another block'],
    ],
    [
      'loopback',
      { nodes4: '127.0.0.0/8' },
      ['address-plan-unusable nodes4: choose a private block or one that is allocated to the nation'],
    ],
    [
      'multicast in IPv6',
      { unicast6: 'ff05::/32' },
      ['address-plan-unusable unicast6: choose a private block or one that is allocated to the nation'],
    ],
    [
      'several mistakes together',
      { nodes4: '0.0.0.0/0', unicast6: '10.0.0.0/32' },
      [
        'address-plan-size nodes4: choose one /8 of it, such as 0.0.0.0/8',
        'address-plan-family unicast6: write the IPv6 block here',
        'address-plan-unusable nodes4: choose a private block or one that is allocated to the nation',
        'address-plan-overlap unicast6: move unicast6 or nodes4 to another block',
        'address-plan-overlap pods4: move pods4 or nodes4 to another block',
        'address-plan-overlap services4: move services4 or nodes4 to another block',
      ],
    ],
  ])('%s', (_, changes: Readonly<Record<string, string>>, expected) => {
    const changed = Object.fromEntries(Object.entries(changes).map(([key, text]) => [key, cidr(text)]));
    const result = createAddressPlan({ ...supernets, ...changed }, ['national']);
    if (result.ok) throw new Error('the plan was made');
    expect(result.problems.map((one) => `${one.code} ${String(one.at[1])}: ${one.next}`)).toEqual(expected);
    expect(result.problems.every((one) => one.at[0] === 'national')).toBe(true);
  });
});

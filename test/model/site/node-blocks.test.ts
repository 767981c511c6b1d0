import { nodesMax, tryFindNodeBlocks } from '../../../model/site/node-blocks';
import type { Host } from '../../../model/site/site';

function blocksFor(hosts: number, ipv4 = '100.64.0.0/16') {
  const host: Host = {
    id: 'x-001',
    class: 'w',
    role: 'worker',
    failureDomain: 'x',
    cores: 1,
    memoryGiB: 1,
    diskGiB: 1,
  };
  return tryFindNodeBlocks({
    hosts: Array.from({ length: hosts }, () => host),
    pods: { ipv4, ipv6: '2001:db8::/56' },
  });
}

describe('tryFindNodeBlocks()', () => {
  test.each([
    [3, '100.64.0.0/18', { maskSize4: 24, maskSize6: 64, podsPerNode: 110 }],
    [51, '100.64.0.0/18', { maskSize4: 24, maskSize6: 64, podsPerNode: 110 }],
    [52, '100.64.0.0/18', { maskSize4: 25, maskSize6: 64, podsPerNode: 110 }],
    [204, '100.64.0.0/16', { maskSize4: 24, maskSize6: 64, podsPerNode: 110 }],
    [800, '100.64.0.0/16', { maskSize4: 26, maskSize6: 66, podsPerNode: 58 }],
  ])('of %i nodes in %s leave a quarter to grow', (hosts, ipv4, want) => {
    expect(blocksFor(hosts, ipv4)).toEqual(want);
  });

  test.each([
    ['100.64.0.0/16', 1_638, 26],
    ['100.64.0.0/18', 409, 26],
  ])('of %s end at %i nodes', (ipv4, most, podsPerNode) => {
    expect(nodesMax({ pods: { ipv4, ipv6: '2001:db8::/56' } })).toBe(most);
    expect(blocksFor(most, ipv4)).toMatchObject({ podsPerNode });
    expect(blocksFor(most + 1, ipv4)).toBeUndefined();
  });
});

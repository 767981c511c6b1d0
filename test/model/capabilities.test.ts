import { capabilityTable, supports } from '../../model/capabilities';

describe('supports()', () => {
  test.each([
    ['1.18.2', false],
    ['1.19.9', false],
    ['1.20.0', true],
    ['1.20.x', true],
    ['1.9.20', false],
    ['1.100.0', true],
  ])('says for Cilium %s whether ClusterNetworkPolicy is honoured: %s', (cilium, honoured) => {
    expect(supports({ cilium }, 'cluster-network-policy')).toBe(honoured);
  });

  test('knows that selectors stay in their cluster one minor earlier', () => {
    expect(supports({ cilium: '1.19.0' }, 'local-policy-selectors')).toBe(true);
    expect(supports({ cilium: '1.18.2' }, 'local-policy-selectors')).toBe(false);
  });

  test.each(['2.0.0', '1', 'v1.20.0', ''])('refuses %p, which is no version of Cilium 1.x', (cilium) => {
    expect(() => supports({ cilium }, 'cluster-network-policy')).toThrow(RangeError);
  });

  test('has a source for every row', () => {
    expect(capabilityTable.filter((row) => row.source.length < 20)).toEqual([]);
  });
});

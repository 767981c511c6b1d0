import { compareEntries } from './compare-entries';

/** As many as take some seconds; `REACHABILITY_CLUSTERS` compares that many, `REACHABILITY_SEED` others. */
const CLUSTERS = Number(process.env['REACHABILITY_CLUSTERS'] ?? 400);
const FIRST_SEED = Number(process.env['REACHABILITY_SEED'] ?? 1);

describe('the entry points of a cluster', () => {
  const { difference, clusters, entries, verdicts, kinds, unnamed, calls } = compareEntries(FIRST_SEED, CLUSTERS);

  it('are those that brute force finds in random clusters, with its verdict for every kind of caller', () => {
    expect(difference).toBeUndefined();
    expect(clusters).toBe(CLUSTERS);
  });

  it('are compared often, of every kind and with every verdict', () => {
    expect(entries).toBeGreaterThan(CLUSTERS / 2);
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(entries / 30);
    const all = ['GRPCRoute', 'HTTPRoute', 'Ingress', 'Service', 'TCPRoute', 'TLSRoute', 'UDPRoute'];
    expect([...kinds.keys()].toSorted()).toEqual(all);
  });

  it('are behind Services that pods call, too', () => {
    expect(calls.answered).toBeGreaterThan(CLUSTERS / 2);
    expect(calls.unanswered).toBeGreaterThan(CLUSTERS);
  });

  it('are vague about pods that are not there only where rules stand in each other’s way', () => {
    expect(unnamed.asked).toBeGreaterThan(CLUSTERS / 20);
    expect(unnamed.vague).toBeLessThan(unnamed.asked / 20);
  });
});

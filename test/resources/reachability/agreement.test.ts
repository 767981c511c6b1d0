import { compareClusters } from './agreement/compare-clusters';

/** As many as take some seconds; `REACHABILITY_FLOWS=1000000` compares that many, `REACHABILITY_SEED` other clusters. */
const FLOWS = Number(process.env['REACHABILITY_FLOWS'] ?? 100_000);
const FIRST_SEED = Number(process.env['REACHABILITY_SEED'] ?? 1);

describe('the engine of reachability', () => {
  const { clusters, flows, verdicts, difference } = compareClusters(FIRST_SEED, FLOWS);

  it('says of every flow and list of random clusters what brute force says', () => {
    expect(difference).toBeUndefined();
    expect(flows).toBeGreaterThanOrEqual(FLOWS);
  });

  it('is compared on many clusters, where every verdict is given often', () => {
    expect(clusters).toBeGreaterThan(FLOWS / 500);
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(FLOWS / 20);
  });
});

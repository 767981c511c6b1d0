import { protocols } from '../../../resources/reachability/traffic/traffic';
import { BothSides } from './agreement/both-sides';
import { Chance } from './oracle/chance';
import { portsOf, randomAddresses, randomCluster } from './oracle/random-cluster';
import { NAMES, randomFacts, withEntitiesAndNames } from './oracle/plugin/random-plugin';

const CLUSTERS = 200;

/** Addresses in the blocks of nodes and beside them. */
const AT_NODES = ['10.1.2.0', '10.1.2.255', '10.1.3.0', '2001:db8::5', '2001:db8:0:1::'];

describe('a network plugin whose settings and nodes are known', () => {
  const verdicts = { allowed: 0, denied: 0, depends: 0 };
  const differences: string[] = [];
  for (let seed = 1; seed <= CLUSTERS; seed++) {
    const chance = new Chance(seed);
    const objects = withEntitiesAndNames(chance, randomCluster(seed));
    const sides = new BothSides(objects, 'cilium', randomFacts(chance));
    differences.push(...sides.troubles);
    const ports = portsOf(objects);
    const outside = [...AT_NODES, ...NAMES, ...randomAddresses(chance, 2)];
    const pairs = sides.names.flatMap((name) => [
      ...sides.names.map((to) => ({ from: name, to })),
      ...outside.flatMap((end) => [
        { from: name, to: end },
        { from: end, to: name },
      ]),
    ]);
    for (const pair of pairs) {
      const flow = { ...pair, protocol: chance.pick(protocols), port: chance.pick(ports) };
      const { verdict, difference } = sides.compare(flow);
      verdicts[verdict] += 1;
      if (difference !== undefined) differences.push(`seed ${seed}: ${JSON.stringify(flow)}: ${difference}`);
    }
  }

  it('lets pass in random clusters what brute force lets pass: nodes, entities, host names, identities, closed ends', () => {
    expect(differences).toEqual([]);
  });

  it('is asked about many flows of which every verdict is given often', () => {
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(400);
  });
});

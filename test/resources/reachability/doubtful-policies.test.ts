import { protocols } from '../../../resources/reachability/traffic/traffic';
import type { JsonObject } from '../../../resources/resource';
import { BothSides } from './agreement/both-sides';
import { judge, type Verdict } from './oracle/brute-force';
import { Chance } from './oracle/chance';
import { podsOf, type Pod } from './oracle/matching';
import { portsOf, randomCluster, type Objects } from './oracle/random-cluster';
import { randomPolicy, type PolicyKind } from './oracle/random-policies';

/** A cluster that is read, and all that it may really be. */
interface Worlds {
  readonly read: Objects;
  readonly worlds: readonly Objects[];
}

const KINDS: readonly unknown[] = ['NetworkPolicy', 'ClusterNetworkPolicy', 'CiliumNetworkPolicy'];

/** The policies of a random cluster of which another one can be made up. */
function policiesOf(objects: Objects): Objects {
  return objects.filter(({ kind }) => KINDS.includes(kind));
}

/** One policy stands twice, and says something else each time: one of the two is in force. */
function twice(objects: Objects, chance: Chance): Worlds {
  const policy = chance.pick(policiesOf(objects));
  const made = randomPolicy(chance, { kind: policy['kind'] as PolicyKind, name: '', namespaces: [''] });
  const other = { ...made, metadata: policy['metadata'] ?? null };
  return { read: [...objects, other], worlds: [objects, objects.map((one) => (one === policy ? other : one))] };
}

/** A server refuses one policy: it isn't in force, unless somebody mends it. */
function refused(objects: Objects, chance: Chance): Worlds {
  const policy = chance.pick(policiesOf(objects));
  const broken = { ...policy, spec: { ...(policy['spec'] as JsonObject | undefined), planet: 'mars' } };
  const read = objects.map((one) => (one === policy ? broken : one));
  return { read, worlds: [objects, objects.filter((one) => one !== policy)] };
}

/** Each verdict must be given in so many random cases at least, that a comparison means something. */
interface Counted {
  readonly verdicts: Record<Verdict, number>;
  /** How often all worlds agree, and the engine doesn't know. */
  vague: number;
}

function compare({ read, worlds }: Worlds, chance: Chance, counted: Counted): string | undefined {
  const sides = new BothSides(read, 'cilium');
  const ports = portsOf(read);
  const nameOf = ({ namespace, name, kind }: Pod): string => `${namespace}/${name}[${kind}]`;
  for (const from of podsOf(read)) {
    for (const to of podsOf(read)) {
      const traffic = { protocol: chance.pick(protocols), port: chance.pick(ports) };
      const flow = { from: nameOf(from), to: nameOf(to), ...traffic };
      const [verdict, explained] = [sides.answered(flow), sides.explained(flow)];
      const said = new Set(worlds.map((one) => judgeIn(one, { from, to, ...traffic })));
      const [only = 'depends'] = said;
      const truth = said.size === 1 ? only : 'depends';
      counted.verdicts[verdict] += 1;
      if (verdict === 'depends' && truth !== 'depends') counted.vague += 1;
      if (explained !== verdict || (verdict !== 'depends' && verdict !== truth))
        return JSON.stringify({ verdict, explained, truth, flow, read });
    }
  }
  return undefined;
}

function judgeIn(world: Objects, { from, to, ...traffic }: Parameters<typeof judge>[1]): Verdict {
  const again = podsOf(world);
  const same = (end: typeof from): typeof from =>
    typeof end === 'string'
      ? end
      : (again.find(
          ({ namespace, name, kind }) => namespace === end.namespace && name === end.name && kind === end.kind,
        ) ?? end);
  return judge(world, { from: same(from), to: same(to), ...traffic }, 'cilium');
}

describe.each([
  ['stands twice', twice],
  ['is refused by a server', refused],
])('where a policy %s', (_, make) => {
  it('no answer is wrong in any cluster that there may be', () => {
    const counted: Counted = { verdicts: { allowed: 0, denied: 0, depends: 0 }, vague: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      const objects = randomCluster(seed);
      if (policiesOf(objects).length === 0) continue;
      const chance = new Chance(seed);
      expect(compare(make(objects, chance), chance, counted)).toBeUndefined();
    }
    for (const count of Object.values(counted.verdicts)) expect(count).toBeGreaterThan(100);
    expect(counted.vague).toBeLessThan(counted.verdicts.depends / 2);
  });
});

import { readCluster, type ClusterInput } from '../../../../resources/reachability/cluster-input';
import { flowsOf } from '../../../../resources/reachability/query/flows';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { resourceOf } from '../agreement/resource-of';
import { Chance } from '../oracle/chance';
import { mutated } from '../oracle/mutate';
import { randomCluster, type Objects } from '../oracle/random-cluster';
import { isValid } from '../oracle/validity';

/** As many as take some seconds; `REACHABILITY_FUZZ=100000` tries that many. */
const CLUSTERS = Number(process.env['REACHABILITY_FUZZ'] ?? 1_500);

const CHECKED: readonly unknown[] = ['NetworkPolicy', 'ClusterNetworkPolicy', 'Pod'];

/** What was read of an object, without the object itself. */
function readingOf(object: JsonObject): string {
  const { policies, workloads } = readCluster([resourceOf(object)]);
  const shown = [...policies, ...workloads].map(({ resource: _, ...one }) => one);
  return JSON.stringify(shown, (_key, value: unknown) =>
    value instanceof Map ? [...(value as Map<string, string>)] : value,
  );
}

/** What an object says is changed; its name and kind stay, or nobody would read it. */
function changedObject(chance: Chance, object: JsonObject): JsonObject {
  const metadata = object['metadata'] as JsonObject;
  const { labels } = metadata;
  if (object['kind'] === 'Pod' && labels !== undefined && chance.once(3))
    return { ...object, metadata: { ...metadata, labels: mutated(chance, labels) } };
  return { ...object, spec: mutated(chance, object['spec'] ?? null) };
}

function hasNullInList(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value) as readonly JsonValue[];
  return (Array.isArray(value) && inner.includes(null)) || inner.some(hasNullInList);
}

/** How many flows a cluster has. */
function solve(cluster: ClusterInput): number {
  return [...flowsOf(new Reachability(cluster, { blocksTakePods: 'unknown' }))].length;
}

const service: JsonObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'amber' },
  spec: { selector: { app: 'shop' }, ports: [{ name: 'web', port: 80, targetPort: 'web' }] },
};

describe('objects that were changed at random', () => {
  it('are read and solved without a fault, wherever the change is', () => {
    let flows = 0;
    for (let seed = 1; seed <= CLUSTERS / 5; seed++) {
      const chance = new Chance(seed);
      const objects: Objects = [...randomCluster(seed), service];
      const changed = objects.map((one) => {
        const { apiVersion, kind, metadata, ...rest } = one;
        const { name, namespace, labels = {} } = metadata as JsonObject;
        const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'one', controller: true };
        const place = namespace === undefined ? { name: name ?? '' } : { name: name ?? '', namespace };
        const ownerReferences = mutated(chance, [owner]);
        if (chance.once(2)) return { ...one, metadata: { ...place, labels: mutated(chance, labels), ownerReferences } };
        return {
          ...(mutated(chance, rest) as JsonObject),
          apiVersion: apiVersion ?? '',
          kind: kind ?? '',
          metadata: place,
        };
      });
      flows += solve(readCluster(changed.map(resourceOf)));
    }
    expect(flows).toBeGreaterThan(CLUSTERS);
  });

  it('are told where a server refuses them, or read as if nothing were changed', () => {
    const counts = { valid: 0, told: 0, same: 0 };
    for (let seed = 1; seed <= CLUSTERS; seed++) {
      const chance = new Chance(seed);
      for (const object of randomCluster(seed).filter(({ kind }) => CHECKED.includes(kind))) {
        expect({ object, isValid: isValid(object) }).toEqual({ object, isValid: true });
        const changed = changedObject(chance, object);
        const { troubles } = readCluster([resourceOf(changed)]);
        const refusals = troubles.filter(({ want }) => want.includes('a server refuses'));
        if (isValid(changed)) {
          counts.valid += 1;
          const surplus = hasNullInList(changed) ? [] : refusals.map(({ where }) => where);
          expect({ changed, surplus }).toEqual({ changed, surplus: [] });
        } else if (troubles.length > 0) counts.told += 1;
        else {
          counts.same += 1;
          expect({ changed, reading: readingOf(changed) }).toEqual({ changed, reading: readingOf(object) });
        }
      }
    }
    expect(counts.told).toBeGreaterThan(CLUSTERS / 2);
    expect(counts.valid).toBeGreaterThan(CLUSTERS / 5);
  });
});

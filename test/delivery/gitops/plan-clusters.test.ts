import fc from 'fast-check';
import { planClusters } from '../../../delivery/gitops/plan-clusters';
import { foundationOwners, type PulledCluster, type PulledPart } from '../../../delivery/gitops/pulled-cluster';
import { deliveryWaves, type DeliveryStep, type WaveName } from '../../../delivery/wave/delivery-step';

interface Draft {
  readonly wave: WaveName;
  readonly cluster: string;
  readonly tenant: string;
  readonly order: number;
}

const waveNames = deliveryWaves.map(({ name }) => name);
const draft: fc.Arbitrary<Draft> = fc.record({
  wave: fc.constantFrom(...waveNames),
  cluster: fc.constantFrom('a', 'b'),
  tenant: fc.constantFrom('p01', 'p02'),
  order: fc.integer({ min: 0, max: 3 }),
});
const drafts = fc.uniqueArray(draft, { maxLength: 24, selector: (one) => Object.values(one).join('/') });

/** Steps as `planWaves` makes them: order 0 is Terraform's, and each follows all of its chain with a lower order. */
function stepsOf(all: readonly Draft[]): readonly DeliveryStep[] {
  return all.map((one) => ({
    id: idOf(one),
    wave: one.wave,
    engine: one.order === 0 ? 'terraform' : 'kubernetes',
    site: 's',
    cluster: one.cluster,
    part: partOf(one),
    resources: [],
    after: all
      .filter((other) => other.wave === one.wave && other.cluster === one.cluster && other.tenant === one.tenant)
      .filter((other) => other.order < one.order)
      .map(idOf),
  }));
}

function partOf({ cluster, tenant, order }: Draft): string {
  return `${cluster}-${tenant}-${order}`;
}

function idOf(one: Draft): string {
  return `${one.wave}/${one.cluster}/${one.order === 0 ? 'terraform' : 'kubernetes'}/${partOf(one)}`;
}

function plan(all: readonly Draft[], foundation: (typeof foundationOwners)[number]): readonly PulledCluster[] {
  const steps = stepsOf(all);
  const waves = waveNames.map((name) => ({ name, steps: steps.filter(({ wave }) => wave === name) }));
  return planClusters({ waves, notDelivered: [] }, foundation);
}

function partsOf({ waves }: PulledCluster): readonly PulledPart[] {
  return waves.flatMap(({ parts }) => parts);
}

/** Everything that must be ready before a part, at whatever distance. */
function allBefore(part: PulledPart, byName: ReadonlyMap<string, PulledPart>): ReadonlySet<string> {
  const direct = part.after.flatMap((name) => byName.get(name) ?? []);
  return new Set(direct.flatMap((one) => [one.step, ...allBefore(one, byName)]));
}

function everyPlan(law: (clusters: readonly PulledCluster[], steps: readonly DeliveryStep[]) => void): void {
  fc.assert(
    fc.property(drafts, fc.constantFrom(...foundationOwners), (all, foundation) =>
      law(plan(all, foundation), stepsOf(all)),
    ),
    { seed: 11, numRuns: 300 },
  );
}

describe('planClusters()', () => {
  it('carries every step that the clusters pull exactly once, and names the others', () => {
    fc.assert(
      fc.property(drafts, (all) => {
        const ids = stepsOf(all)
          .map(({ id }) => id)
          .toSorted();
        const whole = plan(all, 'manifests')
          .flatMap(partsOf)
          .map(({ step }) => step);
        expect(whole.toSorted()).toEqual(ids);
        const split = plan(all, 'terraform');
        const pulled = new Set(split.map(({ id }) => id));
        const left = split.flatMap(({ leftToTerraform }) => leftToTerraform.map(({ id }) => id));
        const named = [...split.flatMap(partsOf).map(({ step }) => step), ...left].toSorted();
        expect(named).toEqual(ids.filter((id) => pulled.has(id.split('/')[1] ?? '')));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('gives the parts of a cluster different names and folders', () => {
    everyPlan((clusters) => {
      for (const parts of clusters.map(partsOf)) {
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
        expect(new Set(parts.map(({ folder }) => folder)).size).toBe(parts.length);
      }
    });
  });

  it('lets each part wait only for parts of its cluster that come before it, so that no circle can be', () => {
    everyPlan((clusters) => {
      for (const parts of clusters.map(partsOf)) {
        const ranks = new Map(parts.map(({ name, rank }) => [name, rank]));
        for (const { after, rank } of parts) for (const name of after) expect(ranks.get(name)).toBeLessThan(rank);
      }
    });
  });

  it('lets each part wait for every earlier wave of its cluster and for every step that a deploy does before', () => {
    everyPlan((clusters, steps) => {
      const byId = new Map(steps.map((step) => [step.id, step]));
      for (const parts of clusters.map(partsOf)) {
        const byName = new Map(parts.map((part) => [part.name, part]));
        for (const part of parts) {
          const before = allBefore(part, byName);
          const waves = parts.filter(({ wave }) => waveNames.indexOf(wave) < waveNames.indexOf(part.wave));
          const chain = parts.filter(({ step }) => byId.get(part.step)?.after.includes(step) === true);
          for (const { step } of [...waves, ...chain]) expect(before).toContain(step);
        }
      }
    });
  });

  it('names no dependency that follows from another', () => {
    const all = [0, 1, 2, 3].map((order): Draft => ({ wave: 'canary', cluster: 'a', tenant: 'p01', order }));
    const [cluster] = plan(all, 'manifests');
    expect(cluster?.waves[0]?.parts.map(({ name, after }) => [name, ...after])).toEqual([
      ['canary-foundation-p01-0'],
      ['canary-kubernetes-p01-1', 'canary-foundation-p01-0'],
      ['canary-kubernetes-p01-2', 'canary-kubernetes-p01-1'],
      ['canary-kubernetes-p01-3', 'canary-kubernetes-p01-2'],
    ]);
  });
});

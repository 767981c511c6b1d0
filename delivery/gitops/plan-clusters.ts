import { groupBy } from '../../model/group-by';
import { labelName, pulledPartName } from '../../model/naming';
import { deliveryWaves, type DeliveryStep, type WaveName } from '../wave/delivery-step';
import type { WavePlan } from '../wave/plan-waves';
import type { FoundationOwner, PulledCluster, PulledPart, PulledWave } from './pulled-cluster';

/** The folder of the tree that holds the clusters. */
export const CLUSTERS_FOLDER = 'clusters';

/**
 * Turns the plan of a deploy into what each cluster pulls, sorted by cluster. Between waves, a part waits for the last
 * parts of the wave before in its cluster; between clusters nothing waits, since no cluster sees another.
 */
export function planClusters({ waves }: WavePlan, foundation: FoundationOwner): readonly PulledCluster[] {
  const steps = groupBy(
    waves.flatMap((wave) => wave.steps),
    ({ cluster }) => cluster,
  );
  return [...steps]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, all]) => planCluster(id, all, foundation))
    .filter(({ waves: pulled }) => pulled.length > 0);
}

function planCluster(id: string, steps: readonly DeliveryStep[], foundation: FoundationOwner): PulledCluster {
  const isPulled = ({ engine }: DeliveryStep): boolean => engine === 'kubernetes' || foundation === 'manifests';
  const folder = `${CLUSTERS_FOLDER}/${id}`;
  const waves: PulledWave[] = [];
  for (const [index, { name }] of deliveryWaves.entries()) {
    const pulled = steps.filter((step) => step.wave === name && isPulled(step));
    if (pulled.length === 0) continue;
    const wave = { name, folder: `${folder}/${index + 1}-${name}` };
    waves.push({ ...wave, parts: partsOf(pulled, wave, waves.at(-1)) });
  }
  return { id, folder, waves, leftToTerraform: steps.filter((step) => !isPulled(step)) };
}

function partsOf(
  steps: readonly DeliveryStep[],
  wave: { readonly name: WaveName; readonly folder: string },
  before: PulledWave | undefined,
): readonly PulledPart[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const first = 1 + Math.max(-1, ...(before?.parts ?? []).map(({ rank }) => rank));
  const parts = steps.map((step): PulledPart => {
    const direct = directlyBefore(step, byId);
    return {
      name: partName(step),
      step: step.id,
      wave: wave.name,
      folder: `${wave.folder}/${step.engine === 'terraform' ? 'foundation' : 'kubernetes'}/${labelName(step.part)}`,
      after: (direct.length > 0 ? direct.map(partName) : lastParts(before)).toSorted(),
      rank: first + depthOf(step, byId),
      resources: step.resources,
    };
  });
  return parts.toSorted((a, b) => (a.rank === b.rank ? (a.name < b.name ? -1 : 1) : a.rank - b.rank));
}

/** A step's name without its cluster, which every object of the engine stands in. */
function partName({ wave, engine, cluster, part }: DeliveryStep): string {
  const prefix = `${cluster}-`;
  return pulledPartName({ wave, engine, part: part.startsWith(prefix) ? part.slice(prefix.length) : part });
}

type Steps = ReadonlyMap<string, DeliveryStep>;

function pulledBefore(step: DeliveryStep, steps: Steps): readonly DeliveryStep[] {
  return step.after.flatMap((id) => steps.get(id) ?? []);
}

/** `after` names all steps before; those that another of them already waits for say nothing new. */
function directlyBefore(step: DeliveryStep, steps: Steps): readonly DeliveryStep[] {
  const before = pulledBefore(step, steps);
  const implied = new Set(before.flatMap(({ after }) => after));
  return before.filter(({ id }) => !implied.has(id));
}

function depthOf(step: DeliveryStep, steps: Steps): number {
  return Math.max(0, ...pulledBefore(step, steps).map((one) => 1 + depthOf(one, steps)));
}

/** The parts of a wave that no other part of it waits for. */
function lastParts(wave: PulledWave | undefined): readonly string[] {
  const parts = wave?.parts ?? [];
  const waitedFor = new Set(parts.flatMap(({ after }) => after));
  return parts.map(({ name }) => name).filter((name) => !waitedFor.has(name));
}

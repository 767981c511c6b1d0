import type { Wave } from '../wave/delivery-step';
import type { WaveResult } from './run-wave';

/** Clusters that could not be reached in a run, which goes on without them. */
export class LeftBehind {
  readonly #clusters = new Set<string>();

  /** Notes the clusters that a wave did not reach. */
  public note({ steps }: Wave, { outcomes }: WaveResult): void {
    for (const { id, cluster } of steps) if (outcomes.get(id)?.state === 'unreached') this.#clusters.add(cluster);
  }

  /** A wave without the steps of these clusters, which wait for the run to be continued. */
  public without(wave: Wave): Wave {
    return { ...wave, steps: wave.steps.filter(({ cluster }) => !this.#clusters.has(cluster)) };
  }

  /** A line for each of these clusters, sorted. */
  public lines(): readonly string[] {
    return [...this.#clusters].toSorted().map((cluster) => `${cluster} could not be reached and was left behind`);
  }
}

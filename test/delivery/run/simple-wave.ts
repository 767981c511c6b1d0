import type { Wave } from '../../../delivery/wave/delivery-step';

/** A wave of steps without objects: each id with the ids that must end well before it. */
export function simpleWave(name: Wave['name'], steps: Readonly<Record<string, readonly string[]>>): Wave {
  return {
    name,
    steps: Object.entries(steps).map(([id, after]) => ({
      id,
      after,
      wave: name,
      engine: 'kubernetes',
      site: 'dc-north',
      cluster: 'dc-north-shared-0',
      part: id,
      resources: [],
    })),
  };
}

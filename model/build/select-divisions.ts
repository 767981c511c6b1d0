import type { Divisions } from '../facts/fact-kinds';
import type { BuildInput } from './build-input';

/** The provinces and communes that the environment includes, in order of code. */
export function selectDivisions({ facts, divisions }: BuildInput): Divisions {
  const { include } = facts.divisions;
  if (include === 'all') return divisions;
  const provinces = new Set(include.map((row) => row.province));
  const communes = new Set(include.flatMap((row) => row.communes));
  return {
    provinces: divisions.provinces.filter(({ code }) => provinces.has(code)),
    communes: divisions.communes.filter(({ code }) => communes.has(code)),
  };
}

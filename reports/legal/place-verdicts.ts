import type { System } from '../../model/tenancy/system';
import type { Evaluation, PolicyResult, VerdictCounts } from '../../policies/evaluation';
import { noVerdicts, sumCounts } from '../verdict-counts';
import type { SubjectPlace, SubjectPlaces } from './subject-places';

type ByPlace = ReadonlyMap<SubjectPlace, VerdictCounts>;

/** What one rule said of a system: of what is its own, and of what it shares with others and rests on. */
export interface SystemVerdicts {
  readonly own: VerdictCounts;
  readonly shared: VerdictCounts;
}

/** Every verdict, counted by rule and place. */
export class PlaceVerdicts {
  private readonly byRule: ReadonlyMap<string, ByPlace>;

  public constructor({ results }: Pick<Evaluation, 'results'>, places: SubjectPlaces) {
    this.byRule = new Map(results.map((result) => [result.policy, countByPlace(result, places)]));
  }

  /** What a rule said of a system: of its own things, then of its clusters, sites, owner and the nation. */
  public of(rule: string, { own, shared }: SystemPlaces): SystemVerdicts {
    const counts = this.byRule.get(rule);
    if (counts === undefined) return { own: noVerdicts, shared: noVerdicts };
    const found = shared.flatMap((place) => counts.get(place) ?? []);
    return { own: counts.get(own) ?? noVerdicts, shared: sumCounts(found) };
  }
}

/** The place that is a system's own, and those that it shares and rests on. */
export interface SystemPlaces {
  readonly own: SubjectPlace;
  readonly shared: readonly SubjectPlace[];
}

/** Where a verdict must stand to be of a system. */
export function placesOf({ id, owner, placements }: Pick<System, 'id' | 'owner' | 'placements'>): SystemPlaces {
  const shared = new Set([
    ...placements.map(({ cluster }) => `cluster/${cluster}`),
    ...placements.map(({ site }) => `site/${site}`),
    `tenant/${owner}`,
    'nation',
  ]);
  return { own: `system/${id}`, shared: [...shared] };
}

type Counts = { -readonly [K in keyof VerdictCounts]: number };

function countByPlace({ pass, fail, unknown, skip, error }: PolicyResult, places: SubjectPlaces): ByPlace {
  const counts = new Map<SubjectPlace, Counts>();
  const add = (subject: string, verdict: keyof VerdictCounts): void => {
    for (const place of places.of(subject)) {
      const known = counts.get(place) ?? { ...noVerdicts };
      known[verdict] += 1;
      counts.set(place, known);
    }
  };
  for (const subject of pass) add(subject, 'pass');
  for (const { subject } of fail) add(subject, 'fail');
  for (const { subject } of unknown) add(subject, 'unknown');
  for (const { subject } of skip) add(subject, 'skip');
  for (const { subject } of error) add(subject, 'error');
  return counts;
}

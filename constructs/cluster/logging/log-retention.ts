import { levelRules, type Level } from '../../../model/level';
import type { Model } from '../../../model/model';
import type { Cluster } from '../../../model/site/cluster';
import type { System } from '../../../model/tenancy/system';

/** What the logs of a cluster must satisfy. */
export interface LogDuty {
  /** Days that the central store keeps them. */
  readonly retentionDays: number;
  /** Whether security events go to the national cybersecurity center (Law 116/2025 Art. 40.1 b). */
  readonly nationalCenter: boolean;
}

/** Levels from which security events go to the national center; the strict reading of "important" systems. */
const NATIONAL_CENTER_LEVEL: Level = 3;

/**
 * The duty of a cluster's logs: that of its most demanding system (TCVN 14423:2026 x.8.2.1 a). A management cluster
 * sees everything that its site hosts, so it has the duty of them all.
 */
export function logDutyOf(model: Pick<Model, 'systems'>, cluster: Cluster): LogDuty {
  const hosted = model.systems.filter((system) => standsIn(system, cluster));
  const days = hosted.map((system) => Math.max(system.logRetentionDays, levelRules[system.level].logRetentionDaysMin));
  return {
    retentionDays: Math.max(levelRules[NATIONAL_CENTER_LEVEL].logRetentionDaysMin, ...days),
    nationalCenter: cluster.role === 'management' || hosted.some((system) => system.level >= NATIONAL_CENTER_LEVEL),
  };
}

function standsIn({ placements }: System, { id, role, site }: Cluster): boolean {
  return placements.some((one) => (role === 'management' ? one.site === site : one.cluster === id));
}

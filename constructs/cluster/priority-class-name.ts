import type { Level } from '../../model/level';

/** Priority class of the platform's own services: above every tenant, below Kubernetes itself. */
export const PLATFORM_PRIORITY_CLASS = 'platform-critical';

/** Name of the priority class of a level's workloads. */
export function levelPriorityClass(level: Level): string {
  return `level-${level}`;
}

import { groupBy } from '../../model/group-by';
import type { DeliveredObject } from '../ledger/delivery-record';
import { needsSecondApproval, type RemovalPlan } from './removal-plan';

/** A removal for a person who must decide: whom it touches first, then every object by name. */
export function removalText(plan: RemovalPlan): string {
  const { removal, deleted, keptInPlace, systems, citizenSystems, dataSubjects } = plan;
  return [
    `${removal.mode} the ${removal.kind} ${removal.target}: ${removal.reason}`,
    `systems that end: ${systems.length}, of which citizens use ${citizenSystems} directly; people whose data they hold: ${dataSubjects}`,
    ...systems.map(
      ({ officialName, level, owner }) => `  level ${level}  ${owner}  ${officialName.en} / ${officialName.vi}`,
    ),
    `deleted: ${deleted.length}`,
    ...objectLines(deleted),
    `left in place, no longer kept by ndc: ${keptInPlace.length}`,
    ...objectLines(keptInPlace),
    ...(needsSecondApproval(plan)
      ? [`data would be lost: needs the second approval that the facts name (${removal.secondApproval ?? 'none yet'})`]
      : []),
    '',
  ].join('\n');
}

function objectLines(objects: readonly DeliveredObject[]): readonly string[] {
  return [...groupBy(objects, ({ cluster }) => cluster)].flatMap(([cluster, group]) => [
    `  ${cluster}`,
    ...group.map(
      ({ kind, namespace, name, engine }) =>
        `    ${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} (${engine})`,
    ),
  ]);
}

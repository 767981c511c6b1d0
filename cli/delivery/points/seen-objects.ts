import type { PlannedObject } from '../../../delivery/kubernetes/plan/planned-object';
import type { UnseenCause } from '../../../reports/points/live-report';
import type { SeenObjects } from '../../../reports/points/object-point';
import type { Resource } from '../../../resources/resource';
import type { AskedEngines } from '../ask-engines';
import { deliveredResources, type LiveVerification } from '../deploy/verify-live';
import { plannedResource } from '../plan-judge';
import type { DeliverySession } from '../session/open-session';

/** Objects as a point has them, and those of the asked clusters that it didn't see. */
export interface PointObjects extends SeenObjects {
  readonly resources: readonly Resource[];
}

/** What stands on the clusters. */
export function liveSeen(session: DeliverySession, { objects, unreached }: LiveVerification): PointObjects {
  const resources = objects.flatMap((one) => ('live' in one ? [one.live] : []));
  const open = objects.flatMap((one): readonly (readonly [string, UnseenCause])[] => {
    if ('live' in one) return [];
    return [[one.resource.id, one.kind === 'untold' ? 'untold' : 'missing']];
  });
  return pointObjects(session, { resources, open: new Map(open), away: new Set(unreached.map((one) => one.cluster)) });
}

/** What will stand on the clusters, by the words of the engines that would bring it. */
export function planSeen(session: DeliverySession, { shards, objects, unreached }: AskedEngines): PointObjects {
  const ofTerraform = shards.flatMap(({ plan }) =>
    plan.changes.filter(({ deposed }) => deposed === undefined).flatMap((one) => plannedResource(one)),
  );
  const ofServers = objects.flatMap(({ planned }) => {
    const body = servedBody(planned);
    return body === undefined ? [] : [{ ...planned.resource, body }];
  });
  const open = objects.flatMap(({ planned }): readonly (readonly [string, UnseenCause])[] => {
    if (servedBody(planned) !== undefined) return [];
    return [[planned.resource.id, causes[planned.kind] ?? 'refused']];
  });
  return pointObjects(session, {
    resources: [...ofTerraform, ...ofServers],
    open: new Map(open),
    away: new Set(unreached.map((one) => one.cluster)),
  });
}

const causes: Readonly<Partial<Record<PlannedObject['kind'], UnseenCause>>> = {
  'create-untried': 'awaits',
  untold: 'untold',
};

function servedBody(planned: PlannedObject) {
  if (planned.kind === 'create' || planned.kind === 'unchanged') return planned.served;
  return planned.kind === 'change' ? planned.after : undefined;
}

interface Found {
  readonly resources: readonly Resource[];
  readonly open: ReadonlyMap<string, UnseenCause>;
  /** Clusters that gave no answer. */
  readonly away: ReadonlySet<string>;
}

/** Everything of the asked clusters is seen, or has a cause why it isn't. */
function pointObjects(session: DeliverySession, { resources, open, away }: Found): PointObjects {
  const seen = new Set(resources.map(({ id }) => id));
  const chosen = new Set(session.chosen);
  const delivered = new Set(deliveredResources(session).map(({ id }) => id));
  const undefinedKinds = new Set(session.withoutDefinition.map(({ id }) => id));
  const elsewhere = new Set(session.notDelivered.map(({ id }) => id));
  const causeOf = ({ id, cluster = '' }: Resource): UnseenCause => {
    if (undefinedKinds.has(id)) return 'no-definition';
    if (elsewhere.has(id)) return 'elsewhere';
    if (!delivered.has(id)) return 'pulled';
    return away.has(cluster) ? 'unreached' : (open.get(id) ?? 'untold');
  };
  const unseen = session.assembly.resources
    .filter(({ id, cluster }) => cluster !== undefined && chosen.has(cluster) && !seen.has(id))
    .map((one) => [one.id, causeOf(one)] as const);
  const clusters = session.chosen.filter((one) => !away.has(one)).toSorted();
  return { resources, seen, unseen: new Map(unseen), clusters };
}

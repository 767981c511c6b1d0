import { findWidening, rightsKinds } from './access/access-widening';
import type { DeliveryPlan } from './delivery-plan';
import type { ObjectChange } from './object-change';

/** What a reviewer must look at first, worst first. */
export const risks = ['destroy', 'replace', 'access-widened', 'blocked', 'access-new', 'change', 'create'] as const;

/** One class of risk. */
export type Risk = (typeof risks)[number];

/** A change with its class, and what it does to access. */
export interface JudgedChange {
  readonly change: ObjectChange;
  readonly risk: Risk;
  /** How it widens access to what stands already. */
  readonly widens: readonly string[];
  /** What it grants where nothing stood before. */
  readonly grants: readonly string[];
}

/**
 * Puts each change into the worst class that it belongs to; what stays as it is has none. In a cluster or namespace
 * that is itself new nothing is widened, since there was nothing to reach; who gets rights there is told all the same.
 */
export function judgeChanges(
  changes: readonly ObjectChange[],
  { leftOver = [] }: Partial<Pick<DeliveryPlan, 'leftOver'>> = {},
): readonly JudgedChange[] {
  const places = newPlaces(changes, leftOver);
  return changes.flatMap((change): readonly JudgedChange[] => {
    const { action, kind, cluster, namespace } = change;
    if (action === 'unchanged') return [];
    if (action === 'blocked') return [{ change, risk: action, widens: [], grants: [] }];
    const found = findWidening(kind, change);
    const isInside = kind === 'Namespace' || places.namespaces.has(`${cluster}/${namespace ?? ''}`);
    if (action === 'create' && isInside) {
      const grants = rightsKinds.includes(kind) ? found : [];
      return [{ change, risk: grants.length > 0 ? 'access-new' : action, widens: [], grants }];
    }
    if (action === 'create' && places.clusters.has(cluster))
      return [{ change, risk: found.length > 0 ? 'access-new' : action, widens: [], grants: found }];
    return [{ change, risk: riskOf(action, found.length > 0), widens: found, grants: [] }];
  });
}

interface NewPlaces {
  readonly clusters: ReadonlySet<string>;
  /** `<cluster>/<namespace>`. */
  readonly namespaces: ReadonlySet<string>;
}

/** A cluster is new when nothing that is planned can stand there yet and nothing of an earlier deploy is left over. */
function newPlaces(changes: readonly ObjectChange[], leftOver: DeliveryPlan['leftOver']): NewPlaces {
  const old = new Set([
    ...changes
      .filter(({ action, isKindMissing }) => action !== 'create' && isKindMissing !== true)
      .map(({ cluster }) => cluster),
    ...leftOver.map(({ id }) => id.slice(0, id.indexOf('/'))),
  ]);
  const namespaces = changes
    .filter(({ kind, action }) => kind === 'Namespace' && action === 'create')
    .map(({ cluster, name }) => `${cluster}/${name}`);
  const clusters = changes.map(({ cluster }) => cluster).filter((cluster) => !old.has(cluster));
  return { clusters: new Set(clusters), namespaces: new Set(namespaces) };
}

function riskOf(action: Exclude<ObjectChange['action'], 'unchanged'>, widens: boolean): Risk {
  return widens && (action === 'change' || action === 'create') ? 'access-widened' : action;
}

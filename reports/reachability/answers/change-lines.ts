import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import type { PathWaiver } from '../../../policies/path-waivers';
import type { FlowChange } from '../../../resources/reachability/query/changes';
import type { ModelView } from '../../../resources/view/model-view';
import { trafficText } from '../flow-pairs';
import { visibleText } from '../../text/visible-text';

/** A change with the places of its ends: whose they are, and in which zone. */
export interface PlacedChange extends FlowChange {
  /** Empty where there is one cluster alone. */
  readonly cluster: string;
  /** `tenant/zone` of each end; the name of its namespace where it is of no tenant, `outside` where it is of none. */
  readonly fromPlace: string;
  readonly toPlace: string;
  /** The exceptions of the later state that accept what rules find about it. */
  readonly waivers: readonly WrittenWaiver[];
}

/** A waiver with the line that declares it. */
export interface WrittenWaiver extends Omit<PathWaiver, 'origin'> {
  /** `file:line`. */
  readonly declaredAt: string;
}

/** Where changes are: their cluster, and the models that know namespaces, the older first. */
export interface ChangePlaces {
  readonly cluster: string;
  readonly models: readonly (ModelView | undefined)[];
  /** The waivers of a change. */
  readonly waiversOf: (change: FlowChange) => readonly WrittenWaiver[];
}

/** Says of changes where their ends are. */
export function placedChanges(changes: readonly FlowChange[], places: ChangePlaces): readonly PlacedChange[] {
  return changes.map((one) => ({
    cluster: places.cluster,
    ...one,
    fromPlace: placeOf(one.from, places),
    toPlace: placeOf(one.to, places),
    waivers: places.waiversOf(one),
  }));
}

function placeOf(end: string, { cluster, models }: Omit<ChangePlaces, 'waiversOf'>): string {
  const slash = end.indexOf('/');
  if (slash === -1) return 'outside';
  const name = end.slice(0, slash);
  const namespace = models.map((one) => one?.tryNamespace(cluster, name)).find((one) => one !== undefined);
  return namespace === undefined ? name : `${namespace.tenant}/${namespace.zone}`;
}

const SIGNS = { opened: '+', closed: '-', changed: '~' } as const;

/** Changes as text: for each pair of places what opens and closes, first what opens. */
export function changeText(changes: readonly PlacedChange[]): string {
  const groups = [...groupBy(changes, ({ cluster, fromPlace, toPlace }) => `${cluster} ${fromPlace} → ${toPlace}`)];
  const lines = groups
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([place, own]) => [
      `${place}: ${summary(own)}`,
      ...own.toSorted((a, b) => rank(a) - rank(b)).flatMap(linesOf),
    ]);
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}

function summary(changes: readonly PlacedChange[]): string {
  const counts = groupBy(changes, kindOf);
  return (['opened', 'changed', 'closed'] as const)
    .flatMap((kind) => {
      const own = counts.get(kind);
      return own === undefined ? [] : [`${printCount(own.length, 'flow')} ${kind}`];
    })
    .join(', ');
}

function linesOf(change: PlacedChange): readonly string[] {
  const { from, to, protocol, ports, before, after, because, waivers } = change;
  return [
    `  ${SIGNS[kindOf(change)]} ${from} → ${to}  ${trafficText({ protocol, ports })}: ${before}, now ${after}`,
    ...because.map((one) => `      ${one}`),
    ...waivers.map((one) => `      ${waiverText(one)}`),
  ];
}

function waiverText({ exception, policy, subject, expires, declaredAt }: WrittenWaiver): string {
  return `waived until ${expires} by ${exception}, declared at ${declaredAt}: ${policy} on ${subject}`;
}

/** More may pass, less may pass, or the same is less or more sure. */
function kindOf({ before, after }: FlowChange): keyof typeof SIGNS {
  if (before === 'denied') return 'opened';
  return after === 'denied' ? 'closed' : 'changed';
}

function rank(change: FlowChange): number {
  return ['opened', 'changed', 'closed'].indexOf(kindOf(change));
}

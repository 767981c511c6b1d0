import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import type { FlowChange } from '../../../resources/reachability/query/changes';
import type { PlacedChange, WrittenWaiver } from '../../../review/paths/placed-change';
import { trafficText } from '../../../resources/reachability/traffic/traffic-text';
import { visibleText } from '../../text/visible-text';

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

import type { RiskClass } from '../../model/approvals/risk-class';
import { groupBy } from '../../model/group-by';
import { trafficText } from '../../resources/reachability/traffic/traffic-text';
import { PathEnds, type PathEnd } from '../paths/path-ends';
import type { PlacedChange } from '../paths/placed-change';
import { addedTenants } from './added-tenants';
import type { Changes, Risk } from './risk';

/** Every path that opens, by who may now reach whom; the class tells whether a border is crossed. */
export function pathRisks({ before, after, paths }: Changes): readonly Risk[] {
  const [model, old] = [after.view.model, before?.view.model];
  const [ends, added] = [new PathEnds(model, old), addedTenants(old, model)];
  const opened = paths.filter(isOpened).map((change): OpenedPath => {
    const [from, to] = [ends.of(change.cluster, change.from), ends.of(change.cluster, change.to)];
    return { change, from, to, class: classOf([from, to], added) };
  });
  const groups = groupBy(opened, (one) =>
    [one.class, one.from.alike, one.to.alike, trafficText(one.change)].join('\n'),
  );
  return [...groups.values()].flatMap(riskOf);
}

/** Whether more may pass than before. */
export function isOpened({ before, after }: PlacedChange): boolean {
  return before === 'denied' || (before === 'depends' && after === 'allowed');
}

interface OpenedPath {
  readonly change: PlacedChange;
  readonly from: PathEnd;
  readonly to: PathEnd;
  readonly class: RiskClass;
}

function classOf(ends: readonly [PathEnd, PathEnd], added: ReadonlySet<string>): RiskClass {
  if (ends.some(({ kind }) => kind === 'internet')) return 'internet-path';
  if (ends.some(({ level }) => level === 5)) return 'level-5-changed';
  if (ends.some(({ tenant }) => tenant !== undefined && added.has(tenant))) return 'tenant-added';
  const owners = new Set(ends.flatMap(({ tenant }) => tenant ?? []));
  return owners.size > 1 || ends.some(({ kind }) => kind === 'shared') ? 'tenant-path' : 'path-opened';
}

function riskOf(group: readonly OpenedPath[]): readonly Risk[] {
  const [first] = group;
  if (first === undefined) return [];
  const { change, from, to } = first;
  const traffic = trafficText(change);
  const packet = `${change.from} → ${change.to} ${change.ports[0]?.[0] ?? 0}/${change.protocol}`;
  const tenants = group.flatMap((one) => [one.from.tenant ?? [], one.to.tenant ?? []].flat());
  return [
    {
      class: first.class,
      what: {
        vi: `${from.name} nay truy cập được ${to.name} qua ${traffic}`,
        en: `${from.name} can now reach ${to.name} on ${traffic}`,
      },
      witness: `${packet}: ${change.before}, now ${change.after}${change.cluster === '' ? '' : ` in ${change.cluster}`}`,
      count: group.length,
      tenants: [...new Set(tenants)].toSorted(),
    },
  ];
}

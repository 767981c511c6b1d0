import type { RiskClass } from '../../model/approvals/risk-class';
import type { Text } from '../../model/text';
import { groupBy } from '../../model/group-by';
import { trafficText } from '../../resources/reachability/traffic/traffic-text';
import { PathEnds, type PathEnd } from '../paths/path-ends';
import type { PlacedChange } from '../paths/placed-change';
import { flowWords } from '../words/review-words';
import type { Changes, Risk } from './risk';

/** Every path that opens, by who may now reach whom; the class tells whether a border is crossed. */
export function pathRisks(changes: Changes): readonly Risk[] {
  const groups = groupBy(openedPaths(changes), (one) =>
    [one.class, one.from.alike, one.to.alike, trafficText(one.change)].join('\n'),
  );
  return [...groups.values()].flatMap(riskOf);
}

/** Every path that opens, with its ends and its class. */
export function openedPaths({ before, after, paths, template }: Changes): readonly OpenedPath[] {
  const ends = new PathEnds(after.view.model, before?.view.model);
  return paths.filter(isOpened).map((change): OpenedPath => {
    const [from, to] = [ends.of(change.cluster, change.from), ends.of(change.cluster, change.to)];
    return { change, from, to, class: classOf([from, to], template.tenants) };
  });
}

/** Whether more may pass than before. */
export function isOpened({ before, after }: PlacedChange): boolean {
  return before === 'denied' || (before === 'depends' && after === 'allowed');
}

/** A path that opens. */
export interface OpenedPath {
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
  const packet = packetText(change);
  const tenants = group.flatMap((one) => [one.from.tenant ?? [], one.to.tenant ?? []].flat());
  return [
    {
      class: first.class,
      what: {
        vi: `${from.name.vi} nay truy cập được ${to.name.vi} qua ${portsText(change).vi}`,
        en: `${from.name.en} can now reach ${to.name.en} on ${portsText(change).en}`,
      },
      witness: {
        vi: `${packet}: ${flowWords[change.before].vi}, nay ${flowWords[change.after].vi}${placeOf(change.cluster).vi}`,
        en: `${packet}: ${flowWords[change.before].en}, now ${flowWords[change.after].en}${placeOf(change.cluster).en}`,
      },
      count: group.length,
      tenants: [...new Set(tenants)].toSorted(),
    },
  ];
}

type Traffic = Parameters<typeof trafficText>[0];

/** The first packet of a flow: `a/web[Deployment] → b/db[StatefulSet] 5432/TCP`. */
export function packetText({ from, to, ...flow }: Traffic & Pick<PlacedChange, 'from' | 'to'>): string {
  return `${from} → ${to} ${flow.ports[0]?.[0] ?? 0}/${flow.protocol}`;
}

/** The ports of a flow in a sentence. */
export function portsText(flow: Traffic): Text {
  const text = trafficText(flow);
  return { vi: text.replace(/^all\//, 'mọi cổng/'), en: text };
}

/** ` in <cluster>`, nothing where there is one cluster alone. */
export function placeOf(cluster: string): Text {
  return cluster === '' ? { vi: '', en: '' } : { vi: ` ở ${cluster}`, en: ` in ${cluster}` };
}

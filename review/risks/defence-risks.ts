import type { RiskClass } from '../../model/approvals/risk-class';
import { groupBy } from '../../model/group-by';
import type { Text } from '../../model/text';
import type { WeakenedFlow } from '../../resources/reachability/compare/weakened-ends';
import { PathEnds, type PathEnd } from '../paths/path-ends';
import type { WeakenedWorkload } from '../paths/path-changes';
import { inBoth, wallText } from '../words/review-words';
import { packetText, placeOf, portsText } from './path-risks';
import type { Changes, Risk } from './risk';

/** Controls that are weaker though no path opens: what fewer ends, or fewer kinds of policies, refuse than before. */
export function defenceRisks({ before, after, weakened }: Changes): readonly Risk[] {
  const ends = new PathEnds(after.view.model, before?.view.model);
  const found = weakened.flatMap((one) => gravestOf(one, ends) ?? []);
  const groups = groupBy(found, ({ class: name, from, to, flow }) => {
    const walls = [name, flow.before.join(), flow.after.join()];
    return [...walls, ...(flow.by === 'ends' ? [from.alike, to.alike, portsText(flow).en] : [])].join('\n');
  });
  return [...groups.values()].flatMap(riskOf);
}

/** A flow of a workload that is refused by less than before. */
interface PlacedFlow {
  readonly class: RiskClass;
  readonly cluster: string;
  readonly flow: WeakenedFlow;
  readonly from: PathEnd;
  readonly to: PathEnd;
  /** The one that refuses less. */
  readonly end: PathEnd;
}

/** One flow of a workload stands for all: one over a border where there is any, since then nothing graver follows. */
function gravestOf({ cluster, flows, direction }: WeakenedWorkload, ends: PathEnds): PlacedFlow | undefined {
  let first: PlacedFlow | undefined;
  for (const flow of flows) {
    const [from, to] = [ends.of(cluster, flow.from), ends.of(cluster, flow.to)];
    const end = direction === 'ingress' ? to : from;
    const placed = { class: classOf([from, to]), cluster, flow, from, to, end };
    if (placed.class === 'border-weakened') return placed;
    first ??= placed;
  }
  return first;
}

/** Borders are those that a path may not cross without two signatures. */
function classOf(ends: readonly [PathEnd, PathEnd]): RiskClass {
  const owners = new Set(ends.flatMap(({ tenant }) => tenant ?? []));
  return owners.size > 1 || ends.some(({ level }) => level === 5) ? 'border-weakened' : 'defence-weakened';
}

function riskOf(group: readonly PlacedFlow[]): readonly Risk[] {
  const [first] = group;
  if (first === undefined) return [];
  const { flow, cluster } = first;
  const [old, now] = [flow.before, flow.after].map(wallsText);
  if (old === undefined || now === undefined) return [];
  const [place, packet] = [placeOf(cluster), packetText(flow)];
  const whose = flow.by === 'ends' ? group.flatMap(({ from, to }) => [from, to]) : group.map(({ end }) => end);
  return [
    {
      class: first.class,
      what: sentenceOf(first, now),
      witness: {
        vi: `${packet}: trước do ${old.vi} chặn, nay chỉ còn ${now.vi}${place.vi}`,
        en: `${packet}: refused before by ${old.en}, now by ${now.en} alone${place.en}`,
      },
      count: group.length,
      tenants: [...new Set(whose.flatMap(({ tenant }) => tenant ?? []))].toSorted(),
    },
  ];
}

function sentenceOf({ flow, from, to, end }: PlacedFlow, now: Text): Text {
  if (flow.by === 'kinds')
    return {
      vi: `${end.name.vi} được ít lớp che chắn hơn, nay chỉ còn: ${now.vi}`,
      en: `Fewer kinds of policies close ${end.name.en}, which is left to ${now.en}`,
    };
  const ports = portsText(flow);
  return {
    vi: `Từ ${from.name.vi} đến ${to.name.vi} qua ${ports.vi} nay chỉ còn ${now.vi} chặn`,
    en: `From ${from.name.en} to ${to.name.en} on ${ports.en}, ${now.en} alone refuses what both ends refused`,
  };
}

function wallsText(walls: readonly string[]): Text {
  const and = { vi: ' và ', en: ' and ' };
  return inBoth((language) => {
    const words = walls.map((one) => wallText(one)[language]);
    return [...(words.length > 1 ? [words.slice(0, -1).join(', ')] : []), ...words.slice(-1)].join(and[language]);
  });
}

import type { Text } from '../../model/text';
import type { BlastRadius } from '../../review/reach/blast-radius';
import { inBoth } from '../../review/words/review-words';
import { amountText, reviewMessages as messages, tenantKindTexts } from './words/review-messages';
import { shortenList } from './words/shorten';

/** One number of what a change reaches, with what it is made of. */
export interface ReachFact {
  readonly count: number;
  readonly of: Text;
  /** Empty where the number says all. */
  readonly parts: readonly Text[];
}

/** Names of sites and clusters that are told. */
const NAMES_MAX = 6;

/** What a change reaches, in the order in which it is told. */
export function reachFacts(reach: BlastRadius): readonly ReachFact[] {
  const { sites, clusters, tenants, systems, dataSubjects, platformObjects } = reach;
  const levels = Object.entries(systems).toSorted(([a], [b]) => (a < b ? 1 : -1));
  return [
    {
      count: sum(tenants),
      of: counted(sum(tenants), messages.oneTenant, messages.tenants),
      parts: Object.entries(tenants).map(tenantPart),
    },
    {
      count: sum(systems),
      of: counted(sum(systems), messages.oneSystem, messages.systems),
      parts: levels.map(([level, count]) =>
        inBoth((language) => `${amountText(count)[language]} ${language === 'vi' ? 'cấp độ' : 'of level'} ${level}`),
      ),
    },
    { count: dataSubjects, of: messages.people, parts: [] },
    { count: sites.length, of: counted(sites.length, messages.oneSite, messages.sites), parts: names(sites) },
    {
      count: clusters.length,
      of: counted(clusters.length, messages.oneCluster, messages.clusters),
      parts: names(clusters),
    },
    { count: platformObjects, of: messages.platformObjects, parts: [] },
  ];
}

function tenantPart([kind, count]: readonly [string, number]): Text {
  const known = Object.entries(tenantKindTexts).find(([name]) => name === kind)?.[1] ?? tenantKindTexts.unknown;
  const words = count === 1 ? known.one : known.many;
  return inBoth((language) => `${amountText(count)[language]} ${words[language]}`);
}

function counted(count: number, one: Text, many: Text): Text {
  return count === 1 ? one : many;
}

function names(all: readonly string[]): readonly Text[] {
  return shortenList(all, NAMES_MAX).map((one) => ({ vi: one, en: one }));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}

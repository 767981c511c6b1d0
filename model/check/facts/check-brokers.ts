import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import type { SystemDeclaration } from '../../build/build-systems';
import { brokerZones } from '../../segmentation/flow';
import { reportDuplicates } from '../report-duplicates';

/** Checks the systems that are sharing platforms: what they are, where they are reached, and that each is one. */
export function checkBrokers({ facts }: BuildInput, report: Report): void {
  const platforms = [...facts.systems.values()].filter(({ value }) => value.broker !== undefined);
  for (const { file, value } of platforms) {
    checkType(file, value, report);
    checkZones(file, value, report);
    checkOwner(file, value, report);
  }
  const played = platforms.map(({ file, value }) => ({ key: placeOf(value), at: [file, 'broker'] }));
  reportDuplicates(report, played, 'sharing platform');
}

/** There is one NDXP and one coordination platform in the nation, and one LGSP of an owner. */
function placeOf({ broker, owner }: SystemDeclaration): string {
  if (broker !== 'lgsp') return broker ?? '';
  return `lgsp of ${'each' in owner ? `each ${owner.each}` : owner.tenant}`;
}

function checkType(file: string, { type }: SystemDeclaration, report: Report): void {
  if (type === 'infrastructure') return;
  complain(report, [file, 'type'], {
    code: 'broker-not-infrastructure',
    what: 'a platform that connects agencies is information infrastructure (Decree 331/2026 Art. 9.2)',
    got: type,
    want: 'infrastructure',
    next: 'correct the type, or remove broker if it is no sharing platform',
  });
}

function checkZones(file: string, { zones }: SystemDeclaration, report: Report): void {
  const missing = Object.values(brokerZones).filter((zone) => !zones.includes(zone));
  if (missing.length === 0) return;
  complain(report, [file, 'zones'], {
    code: 'broker-zone-missing',
    what: 'a sharing platform is asked in one zone and asks the provider from another',
    got: `no ${missing.join(', ')}`,
    want: Object.values(brokerZones).join(' and '),
    next: 'declare the missing zones, or remove broker if it is no sharing platform',
  });
}

function checkOwner(file: string, { broker, owner }: SystemDeclaration, report: Report): void {
  if (broker === 'lgsp' || !('each' in owner)) return;
  complain(report, [file, 'owner'], {
    code: 'national-broker-for-each',
    what: `${broker} is one platform of the nation (Decree 194/2025 Art. 20)`,
    got: `one for each ${owner.each}`,
    want: `one owner; each ${listNames(['province', 'ministry'])} has an lgsp`,
    next: "name its owner, or write broker: 'lgsp'",
  });
}

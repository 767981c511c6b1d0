import { complain, listNames, type BuildInput, type Report } from '../../build/build-input';
import { canJudge, mayExist } from '../../facts/unsound-facts';
import { distanceKm } from '../../site/distance';
import type { DataCenterFact, LeasedSiteFact } from '../../facts/site-fact';
import { reportDuplicates } from '../report-duplicates';

/** Decision 2629/QĐ-TTg with Resolution 175/NQ-CP: at least three national data center clusters. */
const DATA_CENTERS_MIN = 3;
/** Decision 1132/QĐ-TTg. */
const PUE_MAX = 1.4;
/** TCVN 14423:2026 7.12.2.2 a. */
const STANDBY_KM_MIN = 30;

/** Checks the data centers and leased sites: number, country, standby, provinces served, slots, hosts. */
export function checkSites(input: BuildInput, report: Report): void {
  const { sites, hostClasses } = input.facts;
  const centers = [...sites].flatMap(([id, { file, value }]) =>
    value.kind === 'national-data-center' ? [{ id, file, value }] : [],
  );
  if (centers.length < DATA_CENTERS_MIN && canJudge(input, 'centers')) {
    complain(report, ['sites'], {
      code: 'data-centers-too-few',
      what: 'the nation needs at least three national data centers (Decision 2629/QĐ-TTg, Resolution 175/NQ-CP)',
      got: `${centers.length}: ${listNames(centers.map(({ id }) => id))}`,
      want: `at least ${DATA_CENTERS_MIN}`,
      next: 'add a file to sites/ for each missing data center',
    });
  }
  for (const [, { file, value }] of sites) checkCountry(file, value.location.country, report);
  for (const [, { file, value }] of sites) if (value.kind === 'leased') checkLeased(file, value, report);
  for (const center of centers) checkDataCenter(center, input, report);
  checkServed(centers, input, report);
  reportDuplicates(
    report,
    centers.map(({ file, value }) => ({ key: String(value.podSlot), at: [file, 'podSlot'] })),
    'pod slot',
  );
  reportDuplicates(
    report,
    hostClasses.map(({ id }, index) => ({ key: id, at: ['host-classes', index, 'id'] })),
    'host class',
  );
}

function checkCountry(file: string, country: string, report: Report): void {
  if (country === 'VN') return;
  complain(report, [file, 'location', 'country'], {
    code: 'site-abroad',
    what: 'state data may stand only in Vietnam (Decree 163/2024 Art. 30.1)',
    got: country,
    want: 'VN',
    next: 'choose a site in the country',
  });
}

function checkLeased(file: string, { contract, keyStore }: LeasedSiteFact, report: Report): void {
  if (keyStore.country !== 'VN') {
    complain(report, [file, 'keyStore', 'country'], {
      code: 'keys-abroad',
      what: 'the keys of state data stand in Vietnam, as the data does (Decree 163/2024 Art. 30.1)',
      got: keyStore.country,
      want: 'VN',
      next: 'use an external key store in the country',
    });
  }
  if (contract.securityDuties) return;
  complain(report, [file, 'contract', 'securityDuties'], {
    code: 'contract-without-duties',
    what: 'the contract must carry duties on data administration, access control and security (Decree 331/2026 Art. 5.3 a)',
    got: 'false',
    want: 'true',
    next: 'put the duties into the contract before the site is used',
  });
}

interface Center {
  readonly id: string;
  readonly file: string;
  readonly value: DataCenterFact;
}

function checkDataCenter({ id, file, value }: Center, input: BuildInput, report: Report): void {
  const { facts } = input;
  if (value.pueDesign > PUE_MAX) {
    complain(report, [file, 'pueDesign'], {
      code: 'pue-too-high',
      what: 'a new data center is designed for a PUE of at most 1.4 (Decision 1132/QĐ-TTg)',
      got: String(value.pueDesign),
      want: `at most ${PUE_MAX}`,
      next: 'change the design, or correct the figure',
    });
  }
  checkStandby({ id, file, value }, input, report);
  checkSharedClusters({ id, file, value }, report);
  if (!canJudge(input, 'hostClasses')) return;
  const classes = new Set(facts.hostClasses.map((row) => row.id));
  for (const [h, hall] of value.halls.entries())
    for (const [g, group] of hall.rackGroups.entries())
      for (const [n, { class: name }] of group.hosts.entries()) {
        if (classes.has(name)) continue;
        complain(report, [file, 'halls', h, 'rackGroups', g, 'hosts', n, 'class'], {
          code: 'host-class-unknown',
          what: 'nobody declares this host class',
          got: name,
          want: `one of: ${listNames(classes)}`,
          next: 'correct the name, or add the class to host-classes.ts',
        });
      }
}

function checkSharedClusters({ file, value }: Center, report: Report): void {
  const further = value.sharedClusters ?? [];
  const keyed = (key: 'slot' | 'from') =>
    further.map((one, index) => ({ key: String(one[key]), at: [file, 'sharedClusters', index, key] }));
  reportDuplicates(report, keyed('slot'), 'shared cluster slot');
  reportDuplicates(report, keyed('from'), 'shared cluster start');
}

function checkStandby({ id, file, value }: Center, input: BuildInput, report: Report): void {
  const { sites } = input.facts;
  const standby = sites.get(value.standby)?.value;
  const at = [file, 'standby'];
  if (value.standby !== id && standby === undefined && mayExist(input, 'sites', value.standby)) return;
  if (value.standby === id || standby?.kind !== 'national-data-center') {
    const centers = [...sites]
      .filter(([other, fact]) => other !== id && fact.value.kind === 'national-data-center')
      .map(([other]) => other);
    complain(report, at, {
      code: 'standby-unknown',
      what: 'the standby of a data center is another national data center',
      got: value.standby,
      want: `one of: ${listNames(centers)}`,
      next: 'name another data center',
    });
    return;
  }
  const distance = distanceKm(value.location, standby.location);
  if (distance >= STANDBY_KM_MIN) return;
  complain(report, at, {
    code: 'standby-too-near',
    what: 'the standby site of level-5 systems stands at least 30 km away (TCVN 14423:2026 7.12.2.2 a)',
    got: `${distance} km to ${value.standby}`,
    want: `at least ${STANDBY_KM_MIN} km`,
    next: 'name a data center farther away, or correct the coordinates',
  });
}

function checkServed(centers: readonly Center[], input: BuildInput, report: Report): void {
  const { facts, divisions } = input;
  const served = centers.flatMap(({ file, value }) =>
    value.serves.map((code, index) => ({ key: code, at: [file, 'serves', index] })),
  );
  reportDuplicates(report, served, 'province served');
  const known = new Set(divisions.provinces.map(({ code }) => code));
  for (const { key, at } of served) {
    if (known.has(key)) continue;
    complain(report, at, {
      code: 'province-unknown',
      what: 'no province has this official code',
      got: key,
      want: `a code of the data set: ${listNames(known)}`,
      next: 'correct the code',
    });
  }
  if (!canJudge(input, 'coverage')) return;
  const { include } = facts.divisions;
  const included = include === 'all' ? [...known] : include.map((row) => row.province);
  const codes = new Set(served.map(({ key }) => key));
  const missing = included.filter((code) => !codes.has(code));
  if (missing.length === 0) return;
  complain(report, [centers[0]?.file ?? 'sites', 'serves'], {
    code: 'province-not-served',
    what: 'every province has one home data center',
    got: `no data center serves ${missing.join(', ')}`,
    want: 'each official code in the serves list of exactly one data center',
    next: 'add the missing codes to the data center that is to host them',
  });
}

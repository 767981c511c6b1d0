import { findParameter } from '../../model/controls/control';
import type { Site } from '../../model/site/site';
import type { System } from '../../model/tenancy/system';
import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

const COUNTRY = 'VN';
const importantBasic = findParameter('qd20-important-basic', 'citizenRecordsMin');
const importantSensitive = findParameter('qd20-important-sensitive', 'sensitiveRecordsMin');
const coreBasic = findParameter('qd20-core-basic', 'citizenRecordsMin');
const coreSensitive = findParameter('qd20-core-sensitive', 'sensitiveRecordsMin');

/** The numbers are of undisclosed data; a system that publishes some of it is held to the stricter class all the same. */
export default definePolicy({
  title: {
    vi: 'Dữ liệu quan trọng và cốt lõi: mọi bản sao được mã hóa; dữ liệu cốt lõi chỉ ở trong nước, có bản sao ở địa điểm khác',
    en: 'important and core data: every copy is encrypted; core data stays in the country, with a copy at another site',
  },
  force: 'block',
  controls: [
    'qd20-important-basic',
    'qd20-important-sensitive',
    'qd20-core-basic',
    'qd20-core-sensitive',
    'd165-encryption',
    'd165-residency',
  ],
  why: {
    vi: 'Một bản sao không mã hóa của dữ liệu một triệu công dân là sự cố cấp quốc gia.',
    en: 'One copy in the clear of the data of a million citizens is an incident of the nation.',
  },
  fix: {
    vi: 'Khai báo encrypted cho mọi bản sao; đặt bản sao và hệ thống ở địa điểm trong nước.',
    en: 'Declare every copy encrypted; place copies and system at sites in the country.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống nào tới ngưỡng.',
    en: 'A nation may have no system that reaches the numbers.',
  },
  subjects: ({ view }) => systemSubjects(view.model.systems).filter(({ of }) => isImportant(of)),
  check({ of: system }, { view }) {
    const copies = system.backup?.copies ?? [];
    const clear = copies.find((one) => !one.encrypted);
    if (clear !== undefined) return fail('backup.copies', `${clear.medium} at ${clear.site} in the clear`, 'encrypted');
    if (!isCore(system)) return pass;
    const places = [...system.placements, ...copies].map((one) => one.site);
    const foreign = places.find((one) => countryOf(view.model.trySite(one)) !== COUNTRY);
    if (foreign !== undefined) return fail('placements, backup.copies', foreign, `sites in ${COUNTRY}`);
    const home = system.placements[0].site;
    const isElsewhere = places.some((one) => one !== home) || system.backup === undefined;
    return isElsewhere ? pass : fail('backup.copies', `all at ${home}`, 'one at another site');
  },
});

function isImportant({ dataSubjects: { basic, sensitive } }: System): boolean {
  return basic >= importantBasic || sensitive >= importantSensitive;
}

function isCore({ dataSubjects: { basic, sensitive } }: System): boolean {
  return basic >= coreBasic || sensitive >= coreSensitive;
}

/** Nodes of the party and state network lie in the country by what they are. */
function countryOf(site: Site | undefined): string {
  if (site === undefined) return 'unknown';
  return 'fact' in site ? site.fact.location.country : COUNTRY;
}

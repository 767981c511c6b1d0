import { unzipSync } from 'fflate';
import type { Exchange } from '../../../model/segmentation/exchange';
import type { Flow } from '../../../model/segmentation/flow';
import { fail, pass } from '../../../policies/define-policy';
import type { ReportSource } from '../../../reports/define-format';
import { dossierFiles } from '../../../reports/dossier-pack/dossier-files';
import { ROWS_MAX } from '../../../reports/dossier-pack/short-document';
import { healthyModel } from '../../support/healthy-model';
import { rule, sourceOf } from '../report-kit';
import { fileOf, legalSource } from './legal-kit';

const model = healthyModel();
const ID = 'land-database';
const OTHER = 'procedures-p01';

/** More flows than a page shows, and an exchange over a platform that no flow joins. */
function busySource(): ReportSource {
  const ports = [{ protocol: 'TCP', port: 443 }] as const;
  const from = { kind: 'zone', system: ID, zone: 'server' } as const;
  const flows = Array.from({ length: ROWS_MAX + 7 }, (_, index): Flow => ({
    id: `${ID}/flow-${index}`,
    from,
    to: { kind: 'name', fqdn: `host-${index}.example.vn` },
    ports,
    reason: { vi: 'thử', en: 'a try' },
    origin: ['systems'],
  }));
  const exchange: Exchange = {
    id: `${OTHER}/parcels`,
    from: { kind: 'zone', system: OTHER, zone: 'server' },
    to: { kind: 'zone', system: ID, zone: 'dmz' },
    broker: 'ndxp',
    carrier: 'the-carrier',
    ports,
    reason: { vi: 'lấy thửa đất', en: 'takes parcels' },
    origin: ['systems'],
  };
  return legalSource({}, { ...model, flows, exchanges: [exchange] });
}

/** The rows of a CSV file of plain texts, without its head. */
function linesOf(source: ReportSource, path: string): readonly string[] {
  return fileOf(dossierFiles(source), path).trimEnd().split('\r\n').slice(1);
}

function textOf(workbook: Uint8Array | string): string {
  if (typeof workbook === 'string') throw new Error('a workbook is no text');
  return Object.values(unzipSync(workbook))
    .map((part) => new TextDecoder().decode(part))
    .join('\n');
}

describe('the lists of dossiers', () => {
  it('are cut on a page, which says how many rows more the workbook has, and whole in the workbook and the list', () => {
    const source = busySource();
    const page = fileOf(dossierFiles(source), `en/systems/${ID}.md`);
    expect(page).toContain('| more rows in the workbook beside | 7 |');
    expect(page).toContain(`host-${ROWS_MAX - 1}.example.vn`);
    expect(page).not.toContain(`host-${ROWS_MAX}.example.vn`);
    const book = [...dossierFiles(source)].find(({ path }) => path === `en/systems/${ID}.xlsx`);
    expect(textOf(book?.content ?? '')).toContain(`host-${ROWS_MAX + 6}.example.vn`);
    expect(linesOf(source, 'en/flows.csv').filter((line) => line.startsWith(`${ID},`)).length).toBe(ROWS_MAX + 7);
  });

  it('name every server of the nation once, by its place', () => {
    const source = legalSource();
    const hosts = model.sites.flatMap((site) =>
      site.kind === 'national-data-center' ? site.failureDomains.flatMap((one) => one.hosts) : [],
    );
    const lines = linesOf(source, 'vi/hosts.csv');
    expect(lines.map((line) => line.split(',')[0] ?? '').toSorted()).toEqual(hosts.map(({ id }) => id).toSorted());
    expect(hosts.length).toBeGreaterThan(5);
  });

  it('count in a dossier every server of its clusters, under class and rack group', () => {
    const source = legalSource();
    const clusters = new Set(model.systems.find(({ id }) => id === ID)?.placements.map(({ cluster }) => cluster));
    const wanted = model.clusters
      .filter(({ id }) => clusters.has(id))
      .reduce((sum, { hosts }) => sum + hosts.length, 0);
    const servers = linesOf(source, 'en/devices.csv').filter((line) => /^land-database,.*,server that /.test(line));
    const counted = servers.map((line) => Number(/,server that [a-z ]+,(\d+),/.exec(line)?.[1]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(wanted);
    expect(wanted).toBeGreaterThan(0);
  });

  it('hold an exchange over a platform from end to end, at both of its ends', () => {
    const source = busySource();
    const lines = linesOf(source, 'en/exchanges.csv');
    expect(lines.map((line) => line.split(',')[0] ?? '').toSorted()).toEqual([ID, OTHER].toSorted());
    const page = fileOf(dossierFiles(source), `en/systems/${ID}.md`);
    expect(page.split('## 5. ')[1]).toContain('asks over a platform');
  });
});

describe('the dossier of a system', () => {
  const page = fileOf(dossierFiles(legalSource()), `en/systems/${ID}.md`);

  it('tells what the model knows of those who answer, and what it doesn’t', () => {
    expect(page).toMatch(/\| Official code: owner \| `[^`]+` \|/);
    expect(page).toContain('| Kind of agency: operator |');
    expect(page).toContain('| Representative and position: owner | ○ not in the model |');
  });

  it('tells the place, the operator and the links of each site', () => {
    for (const { site: id } of model.systems.find((one) => one.id === ID)?.placements ?? []) {
      const site = model.sites.find((one) => one.id === id);
      if (site?.kind !== 'national-data-center') throw new Error('the system stands in data centers');
      const { latitude, longitude } = site.fact.location;
      expect(page).toContain(`${latitude}, ${longitude}`);
      for (const { path, gbps } of site.fact.uplinks) expect(page).toContain(`\`${path}\` | ${gbps} |`);
    }
  });

  it('tells of every copy whether it is encrypted and how long it is locked', () => {
    for (const { site, lockDays } of model.systems.find((one) => one.id === ID)?.backup?.copies ?? [])
      expect(page).toMatch(
        new RegExp(`${site}: [a-z ]+, encrypted${lockDays === 0 ? '' : `, locked for ${lockDays} days`}`),
      );
  });

  it('lists the findings that stand against it among its risks, and no others', () => {
    const source = sourceOf({ 'a/b': rule('d331-30.8', [pass, fail('spec', 'open', 'closed')]) });
    const own = fileOf(dossierFiles(source), `en/systems/${ID}.md`);
    expect(own).toContain('1 open findings');
    expect(own).toMatch(/\| `a\/b` \| [^|]+ \| `subject-1`; spec; open; closed \|/);
    expect(fileOf(dossierFiles(source), `en/systems/${OTHER}.md`)).not.toContain('subject-1');
  });

  it('says that another unit must appraise where the dedicated unit runs the system itself', () => {
    const systems = model.systems.map((one) => (one.id === OTHER ? { ...one, securityUnit: one.operator } : one));
    const told = (given: typeof systems): string =>
      fileOf(dossierFiles(legalSource({}, { ...model, systems: given })), `en/systems/${OTHER}.md`);
    expect(told(systems)).toContain('another capable unit or an independent council must appraise');
    const apart = model.systems.map((one) => (one.id === OTHER ? { ...one, securityUnit: 'national-owner' } : one));
    expect(told(apart)).not.toContain('must appraise');
  });
});

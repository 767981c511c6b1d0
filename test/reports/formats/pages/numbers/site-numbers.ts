import type { Report } from '../../../../../reports/report';
import type { ExpectedNumbers } from '../number-checks';
import type { TextFiles } from '../page-checks';
import { dutyStates } from './duty-numbers';
import { rulePointNumbers } from './point-numbers';

/** Names of files by ids, as the site makes them. */
export type NameOf = (id: string) => string;

/** What the site shows without a place in JSON, by `report.json`: what the points say of a rule. */
export function ofSite({ live }: Report, nameOf: NameOf): ExpectedNumbers {
  const rules = new Map(
    live?.rules.map((one) => [`rules/${nameOf(one.rule.replaceAll('/', '.'))}.html`, rulePointNumbers(one)]),
  );
  return (table, path) => (table === 'points-table' ? rules.get(path) : undefined);
}

const FOLDERS = { system: 'systems', tenant: 'tenants', site: 'sites' } as const;

/** Pages on which the duties are not those that the report has of the thing, by number and by row. */
export function wrongDuties(files: TextFiles, { due, dates }: Report, nameOf: NameOf): readonly string[] {
  const datesShown = Math.min(3, dates.filter(({ days }) => days >= 0).length);
  const open = due.filter(({ state }) => state === 'overdue' || state === 'not-met').length;
  const wanted = new Map<string, string>([
    ['index.html', told([open], datesShown)],
    ['evidence.html', told([open], Math.min(500, open))],
  ]);
  for (const kind of ['system', 'tenant', 'site'] as const) {
    const own = due.filter(({ subject }) => subject.kind === kind);
    for (const id of new Set(own.map(({ subject }) => subject.id))) {
      const duties = own.filter(({ subject }) => subject.id === id);
      const rows = duties.filter((one) => one.due !== undefined || one.last !== undefined).length;
      wanted.set(
        `${FOLDERS[kind]}/${nameOf(id)}.html`,
        told(
          dutyStates(duties).filter((count) => count > 0),
          rows,
        ),
      );
    }
  }
  const shown = new Map(
    [...files].flatMap(([path, page]) => {
      const found = dutiesShown(page);
      return found === undefined ? [] : [[path, found] as const];
    }),
  );
  return [...new Set([...wanted.keys(), ...shown.keys()])]
    .filter((path) => wanted.get(path) !== shown.get(path))
    .map((path) => `${path}: ${shown.get(path) ?? 'nothing'} and not ${wanted.get(path) ?? 'nothing'}`);
}

const told = (numbers: readonly number[], rows: number): string => `${numbers.join(' ')}; ${rows} rows`;

/** The numbers of the part of duties, or of what people must do, and how many rows or dates it has. */
function dutiesShown(page: string): string | undefined {
  const part = /<section id="(?:duties|attention|open-duties)"\s*>(.*?)<\/section\s*>/s.exec(page)?.[1];
  if (part === undefined) return undefined;
  const numbers = [...part.matchAll(/<data value="(\d+)"/g)].map(([, value]) => Number(value));
  const rows = part.match(/<th scope="row"|<li>\s*(?!<b>)\S/g)?.length ?? 0;
  return told(numbers, rows);
}

/** Pages of systems on which what clusters say is not what the report has of the system; no object of the source belongs to one. */
export function wrongLive(files: TextFiles, { live, systems }: Report, nameOf: NameOf): readonly string[] {
  return systems.flatMap(({ id }) => {
    const want = live?.findings.filter(({ subject }) => subject === `system/${id}`).length ?? 0;
    const shown = /Findings where it runs<\/span\s*>: (\d+)/.exec(files.get(`systems/${nameOf(id)}.html`) ?? '')?.[1];
    return String(want) === shown ? [] : [`${id}: ${shown ?? 'nothing'} and not ${want}`];
  });
}

import { controls } from '../../model/controls/control';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Flow, FlowEnd } from '../../model/segmentation/flow';
import { zoneNames } from '../../model/segmentation/zone';
import { zoneFlowTable } from '../../model/segmentation/zone-flow';
import { policyCatalog } from '../../policies/catalog';

/** Rows as aligned columns; the last one isn't padded. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const pad = (text: string, column: number): string => text + ' '.repeat((widths[column] ?? 0) - [...text].length);
  return `${rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')}\n`;
}

/** Who may reach whom: inside each system by the zone table, then between systems, then who exchanges with whom over which platform. */
export function reachabilityTable({ flows, systems }: Model): string {
  const cell = (from: string, to: string): string => {
    if (from === to) return '·';
    const row = zoneFlowTable.find((one) => one.from === from && one.to === to);
    return row === undefined ? '✘' : row.ports.map(({ port }) => String(port)).join(',');
  };
  const zones = [['inside a system', ...zoneNames], ...zoneNames.map((from) => [from, ...zoneNames.map((to) => cell(from, to))])];
  const declarations = new Map(systems.map((system) => [system.id, system.declaration]));
  const between = flows.filter((flow) => isDeclared(flow)).map((flow) => flowRow(flow, declarations));
  const rows = [...new Set(between)].toSorted().map((row) => row.split('\t'));
  const exchanges = exchangeRows(flows, declarations);
  return [
    aligned(zones),
    aligned([['from', 'to', 'ports', 'through'], ...rows]),
    aligned([['exchange of', 'over', 'with', 'through'], ...exchanges]),
  ].join('\n');
}

/** Each exchange with the ends of its two legs, by declaration. */
function exchangeRows(
  flows: readonly Flow[],
  declarations: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const carried = flows.flatMap((flow) => (flow.carries ?? []).map((exchange) => ({ exchange, flow })));
  const rows = [...groupBy(carried, ({ exchange }) => exchange)].map(([exchange, legs]) => {
    const asks = ({ from }: Flow): boolean => from.kind === 'zone' && exchange.startsWith(`${from.system}/`);
    const first = legs.find(({ flow }) => asks(flow))?.flow;
    const second = legs.find(({ flow }) => flow !== first)?.flow;
    if (first === undefined || second === undefined || legs.length !== 2) throw new Error(`${exchange} has no two legs`);
    return [first.from, first.to, second.to].map((end) => endText(end, declarations)).concat(first.broker ?? '').join('\t');
  });
  return [...new Set(rows)].toSorted().map((row) => row.split('\t'));
}

function isDeclared({ from, to }: Flow): boolean {
  return !(from.kind === 'zone' && to.kind === 'zone' && from.system === to.system);
}

function flowRow({ from, to, ports, broker }: Flow, declarations: ReadonlyMap<string, string>): string {
  const text = ports.map(({ port, protocol }) => `${port}/${protocol}`).join(',');
  return [endText(from, declarations), endText(to, declarations), text, broker ?? '–'].join('\t');
}

function endText(end: FlowEnd, declarations: ReadonlyMap<string, string>): string {
  switch (end.kind) {
    case 'zone':
      return `${declarations.get(end.system) ?? end.system} ${end.zone}`;
    case 'platform':
      return `platform ${end.service}`;
    case 'external':
      return end.cidrs.join(',');
    case 'name':
      return end.fqdn;
    case 'internet':
      return 'the Internet';
  }
}

/** Which copies each declared system has: one row for each distinct plan. */
export function backupTable({ systems }: Model): string {
  const rows = systems.map(({ declaration, level, recovery, backup, backupManagedElsewhere }) =>
    backup === undefined
      ? [declaration, String(level), `managed elsewhere: ${backupManagedElsewhere?.by ?? ''}`, '', '', '']
      : [
          declaration,
          String(level),
          `every ${backup.everyMinutes} min`,
          `RPO ${recovery.rpoMinutes} min`,
          `test ${backup.restoreTestDays} d`,
          backup.copies.map(({ medium, site, lockDays }) => `${medium}@${site}${lockDays > 0 ? ` locked ${lockDays} d` : ''}`).join(' + '),
        ],
  );
  const distinct = [...new Set(rows.map((row) => row.join('\t')))].toSorted().map((row) => row.split('\t'));
  return aligned([['system', 'level', 'schedule', 'objective', 'restore', 'copies'], ...distinct]);
}

/** Which rules answer which control, and why none does where none does. */
export function controlTable(): string {
  const rows = controls.map(({ id, mark, levels, automation }) => {
    const rules = policyCatalog.filter(({ policy }) => policy.controls.includes(id)).map((one) => one.id);
    const answer = rules.length > 0 ? rules.join(', ') : automation.kind === 'rule' ? '✘ no rule yet' : `– ${automation.kind}`;
    return [id, mark, levels.length === 0 ? 'all' : levels.join(','), answer];
  });
  return aligned([['control', 'source', 'levels', 'answered by'], ...rows]);
}

/** Objects by site, cluster role and kind. */
export function inventoryTable(objects: readonly { readonly site: string; readonly kind: string }[]): string {
  const kinds = [...new Set(objects.map(({ kind }) => kind))].toSorted();
  const sites = [...new Set(objects.map(({ site }) => site))].toSorted();
  const count = (kind: string, site?: string): string =>
    String(objects.filter((one) => one.kind === kind && (site === undefined || one.site === site)).length);
  const rows = kinds.map((kind) => [kind, ...sites.map((site) => count(kind, site)), count(kind)]);
  const totals = sites.map((site) => String(objects.filter((one) => one.site === site).length));
  return aligned([['kind', ...sites, 'all'], ...rows, ['all', ...totals, String(objects.length)]]);
}

import type { Flow } from '../../resources/reachability/query/flows';
import { printableJson } from '../text/printable-json';
import { visibleText } from '../text/visible-text';

/** One flow as a line of JSON. */
export function flowJson({ from, to, protocol, ports, verdict, because }: Flow): string {
  return printableJson(JSON.stringify({ from, to, protocol, ports, verdict, because }));
}

/** The heads of the columns of {@link flowCsv}. */
export const FLOW_CSV_HEAD = 'from,to,protocol,ports,verdict';

/** One flow as a line of CSV (RFC 4180). */
export function flowCsv({ from, to, protocol, ports, verdict }: Flow): string {
  return [from, to, protocol, portsText(ports), verdict].map(cell).join(',');
}

/** One flow as a line for a person. */
export function flowText({ from, to, protocol, ports, verdict }: Flow): string {
  const mark = verdict === 'allowed' ? '→' : '⇢';
  const note = verdict === 'allowed' ? '' : '  (depends)';
  return visibleText(`${from} ${mark} ${to}  ${portsText(ports)}/${protocol}${note}`);
}

function portsText(ports: Flow['ports']): string {
  if (ports.length === 1 && ports[0]?.[0] === 1 && ports[0][1] === PORT_MAX) return 'all';
  return ports.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(' ');
}

const PORT_MAX = 65_535;

function cell(text: string): string {
  // What begins like a formula is one to a spreadsheet.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

import type { Flow } from '../../resources/reachability/query/flows';
import { allPorts, protocols } from '../../resources/reachability/traffic/traffic';
import { printableJson } from '../text/printable-json';
import { visibleText } from '../text/visible-text';

/** How a format writes flows: what comes first, and lines for what follows. */
export interface FlowFormat {
  /** @default - nothing */
  readonly head?: string;
  readonly lines: (flows: Iterable<Flow>) => Iterable<string>;
}

/** The formats of flows, by name. */
export const flowFormats: Readonly<Record<string, FlowFormat>> = {
  text: { lines: pairTexts },
  json: { lines: (flows) => eachLine(flows, jsonLine) },
  csv: { head: 'from,to,protocol,ports,verdict', lines: (flows) => eachLine(flows, csvLine) },
};

function* eachLine(flows: Iterable<Flow>, line: (flow: Flow) => string): Generator<string> {
  for (const flow of flows) yield line(flow);
}

function jsonLine({ from, to, protocol, ports, verdict, because }: Flow): string {
  return printableJson(JSON.stringify({ from, to, protocol, ports, verdict, because }));
}

/** A line of CSV (RFC 4180). */
function csvLine({ from, to, protocol, ports, verdict }: Flow): string {
  return [from, to, protocol, rangesText(ports), verdict].map(cell).join(',');
}

function cell(text: string): string {
  // What begins like a formula is one to a spreadsheet.
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A line for each pair of ends and verdict, whatever the protocols. */
export function* pairTexts(flows: Iterable<Flow>): Generator<string> {
  let pair: Flow[] = [];
  for (const flow of flows) {
    const [first] = pair;
    const isSame = first?.from === flow.from && first.to === flow.to && first.verdict === flow.verdict;
    if (first !== undefined && !isSame) yield pairText(pair);
    pair = isSame ? [...pair, flow] : [flow];
  }
  if (pair.length > 0) yield pairText(pair);
}

function pairText(pair: readonly Flow[]): string {
  const [first] = pair;
  if (first === undefined) throw new RangeError('no flow');
  const arrow = first.verdict === 'allowed' ? '→' : '⇢ perhaps';
  return visibleText(`${first.from} ${arrow} ${first.to}  ${trafficText(pair)}`);
}

/** The traffic between two ends as text: `everything`, or ports and protocols. */
export function trafficText(pair: readonly Pick<Flow, 'protocol' | 'ports'>[]): string {
  if (pair.length === protocols.length && pair.every(isWhole)) return 'everything';
  return pair.map((flow) => `${isWhole(flow) ? 'all' : rangesText(flow.ports)}/${flow.protocol}`).join(', ');
}

function isWhole({ protocol, ports: [first, ...others] }: Pick<Flow, 'protocol' | 'ports'>): boolean {
  const all = allPorts(protocol);
  return others.length === 0 && first?.[0] === all.first && first[1] === all.last;
}

function rangesText(ports: Flow['ports']): string {
  return ports.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(' ');
}

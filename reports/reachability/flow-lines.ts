import type { ClusterInput } from '../../resources/reachability/cluster-input';
import type { Flow } from '../../resources/reachability/query/flows';
import { printableJson } from '../text/printable-json';
import { visibleText } from '../text/visible-text';
import { dotLines } from './flow-graph';
import { pageLines } from './flow-page';
import { pairsOf, rangesText, type FlowPair } from './flow-pairs';
import { svgLines } from './flow-picture';

/** How a format writes flows: what comes first, and lines for what follows. */
export interface FlowFormat {
  /** @default - nothing */
  readonly head?: string;
  /**
   * The lines, as the flows come where the format allows it. Pictures and pages take the cluster too: without it they
   * lack the workloads that nothing reaches, and what could not be understood.
   */
  readonly lines: (flows: Iterable<Flow>, cluster?: ClusterInput) => Iterable<string>;
}

/** The formats of flows, by name. */
export const flowFormats: Readonly<Record<string, FlowFormat>> = {
  text: { lines: pairTexts },
  json: { lines: (flows) => eachLine(flows, jsonLine) },
  csv: { head: 'from,to,protocol,ports,verdict', lines: (flows) => eachLine(flows, csvLine) },
  dot: { lines: dotLines },
  svg: { lines: svgLines },
  html: { lines: pageLines },
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
  for (const pair of pairsOf(flows)) yield pairText(pair);
}

function pairText({ from, to, verdict, traffic }: FlowPair): string {
  const arrow = verdict === 'allowed' ? '→' : '⇢ perhaps';
  return visibleText(`${from} ${arrow} ${to}  ${traffic}`);
}

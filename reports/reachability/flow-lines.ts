import type { ClusterInput } from '../../resources/reachability/cluster-input';
import type { Flow } from '../../resources/reachability/query/flows';
import { csvLine } from '../text/csv-line';
import { printableJson } from '../text/printable-json';
import { visibleText } from '../text/visible-text';
import { dotLines } from './flow-graph';
import { pageLines } from './flow-page';
import { rangesText } from '../../resources/reachability/traffic/traffic-text';
import { pairsOf, type FlowPair } from './flow-pairs';
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
  csv: { head: 'from,to,protocol,ports,verdict', lines: (flows) => eachLine(flows, flowCells) },
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

function flowCells({ from, to, protocol, ports, verdict }: Flow): string {
  return csvLine([from, to, protocol, rangesText(ports), verdict]);
}

/** A line for each pair of ends and verdict, whatever the protocols. */
export function* pairTexts(flows: Iterable<Flow>): Generator<string> {
  for (const pair of pairsOf(flows)) yield pairText(pair);
}

function pairText({ from, to, verdict, traffic }: FlowPair): string {
  const arrow = verdict === 'allowed' ? '→' : '⇢ perhaps';
  return visibleText(`${from} ${arrow} ${to}  ${traffic}`);
}

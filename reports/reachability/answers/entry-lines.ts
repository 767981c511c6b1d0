import { troubleText } from '../trouble-text';
import { printCount } from '../../../model/print-count';
import type { EntryPoint, EntryPoints } from '../../../resources/reachability/entry/entry-points';
import type { EntryTrouble } from '../../../resources/reachability/entry/entry-trouble';
import type { EntryObjects } from '../../../resources/reachability/entry/read/entry-objects';
import { nameOf } from '../../../resources/reachability/query/ends';
import type { Verdict } from '../../../resources/reachability/solve/answers';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import type { Protocol } from '../../../resources/reachability/traffic/traffic';
import type { PagePart } from './page';

/** A way in to a workload, as it is written in JSON. */
export interface WrittenWay {
  readonly kind: 'way';
  /** The name of the way: `Service a/web 443/TCP`, or with host and path. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** First and last port of the pods, the same. */
  readonly ports: readonly (readonly [number, number])[];
  readonly verdict: Verdict;
  readonly because: readonly string[];
  /** What becomes of the calls of each kind of caller. */
  readonly callers: readonly { readonly caller: string; readonly verdict: Verdict }[];
}

/** A way that ends before a workload, as it is written in JSON. */
export interface WrittenGap extends Pick<EntryTrouble, 'kind' | 'where' | 'got' | 'want'> {
  readonly file: string;
  readonly object: string;
}

/** The ways in as they are written in JSON, those that lead to no workload last. */
export function writtenEntries(
  reachability: Reachability,
  { entries, troubles }: EntryPoints,
): readonly (WrittenWay | WrittenGap)[] {
  return [
    ...entries.map(({ name, workload, protocol, port, verdict, because, callers }): WrittenWay => ({
      kind: 'way',
      from: name,
      to: nameOf(reachability, workload),
      protocol,
      ports: [[port, port]],
      verdict,
      because,
      callers: callers.map((one) => ({ caller: one.caller, verdict: one.verdict })),
    })),
    ...troubles.map(({ kind, resource, where, got, want }): WrittenGap => {
      const { file, address } = resource.artifact;
      return { kind, file, object: address, where, got, want };
    }),
  ];
}

const VERDICTS: readonly (readonly [Verdict, string])[] = [
  ['allowed', 'open to every caller'],
  ['depends', 'open to some callers, or perhaps'],
  ['denied', 'closed'],
];

/** The ways in as a page: what is open first, and what leads nowhere last. */
export function entryParts(
  reachability: Reachability,
  { entries, troubles }: EntryPoints,
  { services, ingresses, routes, gateways }: EntryObjects,
): readonly PagePart[] {
  const read = [
    printCount(services.length, 'Service'),
    printCount(ingresses.length, 'Ingress', 'Ingresses'),
    printCount(routes.length, 'route'),
    printCount(gateways.length, 'Gateway'),
  ];
  const gaps = (['leads nowhere', 'untold'] as const).flatMap((kind) => {
    const own = troubles.filter((one) => one.kind === kind);
    const text = kind === 'untold' ? 'of which files don’t tell where they lead' : 'lead nowhere';
    const head = `${text} (${own.length})`;
    return own.length === 0 ? [] : [{ head, items: own.map(gapItem) }];
  });
  return [
    { head: `${printCount(entries.length, 'way')} in from outside, by ${read.join(', ')}`, items: [] },
    ...VERDICTS.flatMap(([verdict, text]) => {
      const own = entries.filter((one) => one.verdict === verdict);
      const items = own.map((one) => wayItem(reachability, one));
      return own.length === 0 ? [] : [{ head: `${text} (${own.length})`, items }];
    }),
    ...gaps,
  ];
}

function wayItem(reachability: Reachability, { name, workload, port, protocol, because }: EntryPoint) {
  return [`${name} → ${nameOf(reachability, workload)}  ${port}/${protocol}`, ...because];
}

function gapItem(gap: EntryTrouble): readonly string[] {
  return [troubleText(gap)];
}

import { dnsServerLabels } from '../../../model/platform/dns-servers';
import { hasUnresolved, isObject, listAt, objectAt, textAt, textMapAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { Direction } from '../../../resources/view/network-rule';
import { openingText, podsText } from './opening';

/** What one entry of a CiliumNetworkPolicy opens. */
export interface CiliumOpening {
  /** Where it stands: `spec.egress[0]`. */
  readonly where: string;
  readonly direction: Direction;
  /** Host names, pods and entities with their ports as text; empty for the questions to DNS that names need. */
  readonly openings: readonly string[];
  /** What can't be said so, in few words.
   * @default - everything is said in `openings`
   */
  readonly beyond?: string | undefined;
}

type Read = Pick<CiliumOpening, 'openings' | 'beyond'>;

const directions = ['egress', 'ingress'] as const;
const question: Read = { openings: [] };

/** Everything that a CiliumNetworkPolicy opens; deny rules open nothing and are left out. */
export function ciliumOpenings(policy: Resource): readonly CiliumOpening[] {
  const own = objectAt(policy.body, 'spec');
  const more = listAt(policy.body, 'specs');
  return [...(own === undefined ? [] : [own]), ...more].flatMap((spec, index) =>
    directions.flatMap((direction) =>
      listAt(spec, direction).map((rule, place) => ({
        where: `${more.length > 0 ? `specs[${index}]` : 'spec'}.${direction}[${place}]`,
        direction,
        ...readRule(rule, direction === 'egress' ? 'to' : 'from'),
      })),
    ),
  );
}

function readRule(rule: JsonValue, side: 'to' | 'from'): Read {
  if (!isObject(rule) || hasUnresolved(rule)) return beyond('something that nobody can tell');
  const [kind, ...rest] = Object.keys(rule).filter((key) => key !== 'toPorts');
  if (kind === undefined) return beyond('every peer');
  if (side === 'to' && rest.length === 0 && isDnsQuestion(rule)) return question;
  const ports = listAt(rule, 'toPorts').flatMap((one) => listAt(one, 'ports').map(portText));
  if (ports.length === 0 || ports.includes(undefined)) return beyond(`${kind} on any port`);
  const peers = peersOf(rule, kind);
  if (rest.length > 0 || peers.length === 0 || peers.includes(undefined)) return beyond(kind);
  return { openings: peers.flatMap((peer) => ports.map((port) => openingText(peer ?? '', port ?? ''))) };
}

function beyond(what: string): Read {
  return { openings: [], beyond: what };
}

/** Peers as text: hosts by name, pods by labels alone, entities by their word; undefined for any other. */
function peersOf(rule: JsonObject, kind: string): readonly (string | undefined)[] {
  const listed = listAt(rule, kind);
  switch (kind) {
    case 'toFQDNs':
      return listed.map((one) => textAt(one, 'matchName'));
    case 'toEntities':
    case 'fromEntities':
      return listed.map((one) => (typeof one === 'string' ? one : undefined));
    case 'toEndpoints':
    case 'fromEndpoints':
      return listed.map(tryPods);
    default:
      return [];
  }
}

function tryPods(selector: JsonValue): string | undefined {
  const labels = textMapAt(selector, 'matchLabels');
  return labels.size === 0 || listAt(selector, 'matchExpressions').length > 0
    ? undefined
    : podsText(Object.fromEntries(labels));
}

function portText(port: JsonValue): string | undefined {
  const [number, protocol] = [textAt(port, 'port'), textAt(port, 'protocol')];
  const isRange = isObject(port) && 'endPort' in port;
  return number === undefined || protocol === undefined || isRange ? undefined : `${number}/${protocol}`;
}

/** Questions for names, each by its name, to the servers of the cluster. */
function isDnsQuestion(rule: JsonObject): boolean {
  const servers = listAt(rule, 'toEndpoints').map((one) => textMapAt(one, 'matchLabels'));
  const entries = listAt(rule, 'toPorts');
  const ports = entries.flatMap((one) => listAt(one, 'ports').map((port) => textAt(port, 'port')));
  const names = entries.map((one) => listAt(one, 'rules', 'dns').map((name) => textAt(name, 'matchName')));
  return (
    servers.length > 0 &&
    servers.every(isDnsServer) &&
    ports.length > 0 &&
    ports.every((port) => port === '53') &&
    names.every((asked) => asked.length > 0 && !asked.includes(undefined))
  );
}

function isDnsServer(labels: ReadonlyMap<string, string>): boolean {
  return Object.entries(dnsServerLabels).every(([key, value]) => labels.get(key) === value);
}

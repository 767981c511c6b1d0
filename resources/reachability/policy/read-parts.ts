import { Cidr, parseCidr } from '../../../model/address/cidr';
import { parseIp } from '../../../model/address/ip';
import { isObject, valueAt } from '../../json-path';
import type { JsonValue } from '../../resource';
import { allPorts, isProtocol, PORT_MAX, type PortRange } from '../traffic/traffic';
import { everyTraffic, type NamedPort, type Peer, type RuleTraffic } from './policy';
import type { Troubles } from './troubles';

/** Members of an object that its API doesn't know: a server drops them, or refuses the object if it is asked to be strict. */
export function refuseUnknown(
  value: JsonValue | undefined,
  {
    where,
    known,
    troubles,
  }: { readonly where: string; readonly known: readonly string[]; readonly troubles: Troubles },
): void {
  if (!isObject(value)) return;
  const unknown = Object.keys(value).filter((key) => !known.includes(key) && value[key] !== null);
  for (const key of unknown.toSorted()) troubles.add(`${where}.${key}`, value[key], known.join(', '));
}

/** A list; nothing written is an empty one, and anything else is a trouble. */
export function readList(value: JsonValue | undefined, where: string, troubles: Troubles): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return troubles.add(where, value, 'a list') ?? [];
  return value as readonly JsonValue[];
}

/** A list with more entries than the API takes. */
export function refuseLong(
  list: readonly JsonValue[],
  { most, where, troubles }: { readonly most: number; readonly where: string; readonly troubles: Troubles },
): void {
  if (list.length > most) troubles.add(where, list.length, `at most ${most} entries`);
}

/** Whether each of these members is a text or isn't written; one that is something else is a trouble. */
export function areTexts(
  value: JsonValue,
  keys: readonly string[],
  { where, troubles }: { readonly where: string; readonly troubles: Troubles },
): boolean {
  const wrong = keys.filter((key) => typeof (valueAt(value, key) ?? '') !== 'string');
  for (const key of wrong) troubles.add(`${where}.${key}`, valueAt(value, key), 'a text');
  return wrong.length === 0;
}

/** The list of rules of a direction; what is no list may be any rule. */
export function readRuleList(value: JsonValue | undefined, where: string, troubles: Troubles): readonly JsonValue[] {
  const isList = value === undefined || value === null || Array.isArray(value);
  return isList ? readList(value, where, troubles) : (troubles.add(where, value, 'a list of rules') ?? [value]);
}

/** The ports of a rule of a NetworkPolicy: none written are all, of every protocol; one that can't be read may be any. */
export function readPorts(value: JsonValue | undefined, where: string, troubles: Troubles): RuleTraffic {
  const written = readList(value, where, troubles);
  const ports = written.flatMap((one, index) => readPort(one, `${where}[${index}]`, troubles) ?? []);
  if (written.length === 0 || ports.length < written.length) return everyTraffic;
  return {
    ranges: ports.flatMap((one) => ('first' in one ? [one] : [])),
    named: ports.flatMap((one) => ('name' in one ? [one] : [])),
  };
}

const PORT_NAME_MAX = 15;

/** Whether a text may name a port (IsValidPortName): at most 15 small letters, digits and single dashes, a letter among them. */
export function isPortName(text: string): boolean {
  const isWhole = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
  return isWhole && /[a-z]/.test(text) && text.length <= PORT_NAME_MAX;
}

function readPort(value: JsonValue, where: string, troubles: Troubles): PortRange | NamedPort | undefined {
  // A server takes null for an entry of which nothing is written.
  if (value === null) return allPorts('TCP');
  if (!isObject(value)) return troubles.add(where, value, 'a port');
  refuseUnknown(value, { where, known: ['protocol', 'port', 'endPort'], troubles });
  const protocol = valueAt(value, 'protocol') ?? 'TCP';
  if (!isProtocol(protocol)) return troubles.add(`${where}.protocol`, protocol, 'TCP, UDP or SCTP');
  const [port, end] = [valueAt(value, 'port') ?? undefined, valueAt(value, 'endPort') ?? undefined];
  if (end !== undefined && !isPort(port)) return troubles.add(`${where}.endPort`, end, 'a port by number before it');
  if (port === undefined) return allPorts(protocol);
  if (typeof port === 'string')
    return isPortName(port) ? { name: port, protocol } : troubles.add(`${where}.port`, port, 'the name of a port');
  if (!isPort(port)) return troubles.add(`${where}.port`, port, `a port from 1 to ${PORT_MAX}, or its name`);
  if (end === undefined) return { protocol, first: port, last: port };
  if (!isPort(end) || end < port) return troubles.add(`${where}.endPort`, end, `a port from ${port} to ${PORT_MAX}`);
  return { protocol, first: port, last: end };
}

/** Whether a value is the number of a port. */
export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= PORT_MAX;
}

/** A block of addresses without those that are taken out (IPBlock, networking/v1), or undefined when it is none. */
export function readBlock(value: JsonValue, where: string, troubles: Troubles): Peer | undefined {
  const block = readCidr(valueAt(value, 'cidr'), `${where}.cidr`, troubles);
  const written = readList(valueAt(value, 'except'), `${where}.except`, troubles);
  const except = written.flatMap((one, index) => readCidr(one, `${where}.except[${index}]`, troubles) ?? []);
  if (block === undefined || except.length < written.length) return undefined;
  for (const [index, one] of except.entries()) {
    if (!block.contains(one) || block.equals(one))
      return troubles.add(`${where}.except[${index}]`, one.toString(), `a smaller block inside ${block.toString()}`);
  }
  return { kind: 'block', block, except };
}

/** A block of addresses. A server takes one with host bits, which plugins cut off; it is read so, and told. */
export function readCidr(value: JsonValue | undefined, where: string, troubles: Troubles): Cidr | undefined {
  if (typeof value !== 'string') return troubles.add(where, value, 'a block such as 10.0.0.0/8');
  const parsed = parseCidr(value);
  if (parsed.ok) return parsed.value;
  const [address = '', length] = value.split('/');
  const first = parseIp(address);
  if (!first.ok || parsed.reason.code !== 'cidr-host-bits') return troubles.add(where, value, parsed.reason.next);
  const whole = Cidr.around(first.value, Number(length));
  troubles.tell(where, value, `${whole.toString()}, which it is taken for`);
  return whole;
}

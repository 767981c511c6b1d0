import { parseCidr, type Cidr } from '../../../model/address/cidr';
import { hasUnresolved, isObject, valueAt } from '../../json-path';
import type { JsonValue } from '../../resource';
import { allPorts, isProtocol, PORT_MAX, type PortRange } from '../traffic/traffic';
import { everyTraffic, type NamedPort, type Peer, type RuleTraffic, type Selector } from './policy';
import type { Troubles } from './troubles';

/** A list; nothing written is an empty one, and anything else is a trouble. */
export function readList(value: JsonValue | undefined, where: string, troubles: Troubles): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return troubles.add(where, value, 'a list') ?? [];
  return value as readonly JsonValue[];
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

const OPERATORS: readonly unknown[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A label selector (LabelSelector, meta/v1), or undefined when it is none. */
export function readSelector(value: JsonValue, where: string, troubles: Troubles): Selector | undefined {
  if (!isObject(value)) return troubles.add(where, value, 'a label selector');
  const before = troubles.list.length;
  const labels = valueAt(value, 'matchLabels') ?? {};
  const areTexts = isObject(labels) && Object.values(labels).every((one) => typeof one === 'string');
  if (!areTexts) troubles.add(`${where}.matchLabels`, labels, 'labels with texts');
  const expressions = readList(valueAt(value, 'matchExpressions'), `${where}.matchExpressions`, troubles);
  for (const [index, one] of expressions.entries()) {
    const at = `${where}.matchExpressions[${index}]`;
    const operator = valueAt(one, 'operator');
    if (typeof valueAt(one, 'key') !== 'string') troubles.add(`${at}.key`, valueAt(one, 'key'), 'a key');
    if (!OPERATORS.includes(operator)) troubles.add(`${at}.operator`, operator, OPERATORS.join(', '));
    const values = readList(valueAt(one, 'values'), `${at}.values`, troubles);
    const wantsValues = operator === 'In' || operator === 'NotIn';
    if (wantsValues !== values.length > 0)
      troubles.add(`${at}.values`, values, wantsValues ? 'at least one value' : 'no value');
  }
  // What Terraform alone can tell is in force all the same: it may take anything.
  return troubles.list.length === before || hasUnresolved(value) ? value : undefined;
}

/** The ports of a rule of a NetworkPolicy: none written are all, of every protocol. */
export function readPorts(value: JsonValue | undefined, where: string, troubles: Troubles): RuleTraffic {
  const written = readList(value, where, troubles);
  if (written.length === 0) return everyTraffic;
  const ports = written.map((one, index) => readPort(one, `${where}[${index}]`, troubles));
  return {
    ranges: ports.flatMap((one) => (one !== undefined && 'first' in one ? [one] : [])),
    named: ports.flatMap((one) => (one !== undefined && 'name' in one ? [one] : [])),
  };
}

function readPort(value: JsonValue, where: string, troubles: Troubles): PortRange | NamedPort | undefined {
  if (!isObject(value)) return troubles.add(where, value, 'a port');
  const protocol = valueAt(value, 'protocol') ?? 'TCP';
  if (!isProtocol(protocol)) return troubles.add(`${where}.protocol`, protocol, 'TCP, UDP or SCTP');
  const [port, end] = [valueAt(value, 'port') ?? undefined, valueAt(value, 'endPort') ?? undefined];
  if (end !== undefined && !isPort(port)) return troubles.add(`${where}.endPort`, end, 'a port by number before it');
  if (port === undefined) return allPorts(protocol);
  if (typeof port === 'string') return { name: port, protocol };
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

/** A block of addresses; one with host bits is what the API server makes of it, and a trouble. */
export function readCidr(value: JsonValue | undefined, where: string, troubles: Troubles): Cidr | undefined {
  if (typeof value !== 'string') return troubles.add(where, value, 'a block such as 10.0.0.0/8');
  const parsed = parseCidr(value);
  return parsed.ok ? parsed.value : troubles.add(where, value, parsed.reason.next);
}

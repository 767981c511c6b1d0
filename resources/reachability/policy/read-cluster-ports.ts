import { isObject, textAt, valueAt } from '../../json-path';
import type { JsonValue } from '../../resource';
import { allPorts, protocols, type PortRange } from '../traffic/traffic';
import { everyTraffic, type RuleTraffic } from './policy';
import { isPort, readList, refuseLong, refuseUnknown } from './read-parts';
import type { Troubles } from './troubles';

/** What a part of a policy says; `unknown` where its field is of an API that nobody here knows. */
export type Known<T> = T | 'unknown';

/** Where the ports of a rule stand, and in which version of the API: `protocols`, or `ports` before v1alpha2. */
export interface PortsPlace {
  readonly dialect: 'protocols' | 'ports';
  readonly listMax: number;
  readonly where: string;
  readonly troubles: Troubles;
}

/** What a rule of a policy of the cluster speaks of: everything where nothing is written, or where a server refuses it. */
export function readClusterTraffic(value: JsonValue | undefined, place: PortsPlace): Known<RuleTraffic> {
  const { where, troubles, dialect, listMax } = place;
  if (value === undefined) return everyTraffic;
  const written = readList(value, where, troubles);
  if (written.length === 0) return troubles.add(where, value, 'at least one entry, or none at all') ?? everyTraffic;
  refuseLong(written, { most: listMax, where, troubles });
  const parts = written.map((one, index) => readEntry(one, { ...place, where: `${where}[${index}]` }, dialect));
  const known = parts.filter((one) => one !== 'unknown');
  if (known.length < parts.length) return 'unknown';
  return { ranges: known.flatMap(({ ranges }) => ranges), named: known.flatMap(({ named }) => named) };
}

type Place = Pick<PortsPlace, 'where' | 'troubles'>;

const FIELDS = {
  protocols: ['tcp', 'udp', 'sctp', 'destinationNamedPort'],
  ports: ['portNumber', 'portRange', 'namedPort'],
} as const;

/** An entry with one field: a port by its name, of any protocol, or ports by number. */
function readEntry(entry: JsonValue, place: Place, dialect: keyof typeof FIELDS): Known<RuleTraffic> {
  const { where, troubles } = place;
  const known: readonly string[] = FIELDS[dialect];
  const fields = isObject(entry) ? Object.keys(entry).filter((key) => entry[key] !== null) : [];
  const [field = ''] = fields;
  if (fields.length !== 1) return troubles.add(where, entry, 'an entry with one field') ?? everyTraffic;
  if (!known.includes(field)) return troubles.tell(where, field, `${known.join(', ')}; it is closed`) ?? 'unknown';
  if (field === 'destinationNamedPort' || field === 'namedPort') {
    const name = textAt(entry, field);
    if (name === undefined) return troubles.add(where, entry, 'the name of a port') ?? everyTraffic;
    return { ranges: [], named: [{ name, protocol: undefined }] };
  }
  const value = valueAt(entry, field) ?? null;
  const inside = { where: `${where}.${field}`, troubles };
  const range = dialect === 'protocols' ? readProtocol(value, field, inside) : readOldPort(value, field, inside);
  return range === undefined ? everyTraffic : { ranges: [range], named: [] };
}

/** The ports of one protocol: all, one `number`, or a `range` of which the start is lower than the end. */
function readProtocol(value: JsonValue, field: string, { where, troubles }: Place): PortRange | undefined {
  const protocol = protocols.find((one) => one.toLowerCase() === field);
  if (protocol === undefined || !isObject(value)) return troubles.add(where, value, 'ports of the protocol');
  refuseUnknown(value, { where, known: ['destinationPort'], troubles });
  const port = valueAt(value, 'destinationPort') ?? undefined;
  if (port === undefined) return allPorts(protocol);
  const at = `${where}.destinationPort`;
  refuseUnknown(port, { where: at, known: ['number', 'range'], troubles });
  const number = valueAt(port, 'number') ?? undefined;
  const range = valueAt(port, 'range') ?? undefined;
  if (isPort(number) && range === undefined) return { protocol, first: number, last: number };
  const [start, end] = [valueAt(range, 'start'), valueAt(range, 'end')];
  if (number === undefined && isPort(start) && isPort(end) && start < end) return { protocol, first: start, last: end };
  return troubles.add(at, port, 'a number, or a range whose start is below its end');
}

/** Before v1alpha2 a number or a range names its protocol inside. */
function readOldPort(value: JsonValue, field: string, { where, troubles }: Place): PortRange | undefined {
  const [first, last] =
    field === 'portNumber' ? [valueAt(value, 'port')] : ['start', 'end'].map((one) => valueAt(value, one));
  const known = ['protocol', ...(field === 'portNumber' ? ['port'] : ['start', 'end'])];
  refuseUnknown(value, { where, known, troubles });
  const protocol = protocols.find((one) => one === (valueAt(value, 'protocol') ?? 'TCP'));
  if (protocol === undefined)
    return troubles.add(`${where}.protocol`, valueAt(value, 'protocol'), protocols.join(', '));
  if (isPort(first) && field === 'portNumber') return { protocol, first, last: first };
  if (isPort(first) && isPort(last) && first < last) return { protocol, first, last };
  return troubles.add(where, value, 'a port, or a range whose start is below its end');
}

import { readBoundedText } from './bounded-text';
import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed } from './refusal';

/** Transport protocols that a Kubernetes port can name (`NetworkPolicyPort.protocol`). */
export const PROTOCOLS = Object.freeze(['TCP', 'UDP', 'SCTP'] as const);

/** One of {@link PROTOCOLS}. */
export type Protocol = (typeof PROTOCOLS)[number];

/** Lowest port number that can be listened on. */
export const PORT_MIN = 1;

/** Highest port number. */
export const PORT_MAX = 65_535;

function assertPortNumber(value: number): void {
  if (!Number.isInteger(value) || value < PORT_MIN || value > PORT_MAX)
    throw new RangeError(`${value} is not a port number (${PORT_MIN} to ${PORT_MAX})`);
}

/** One transport port, such as `443/TCP`. */
export class Port {
  private constructor(
    public readonly number: number,
    public readonly protocol: Protocol,
  ) {
    Object.freeze(this);
  }

  /** The port with this number; throws a RangeError when the number is no port. */
  public static of(number: number, protocol: Protocol): Port {
    assertPortNumber(number);
    return new Port(number, protocol);
  }

  public equals(other: Port): boolean {
    return this.number === other.number && this.protocol === other.protocol;
  }

  public toString(): string {
    return `${this.number}/${this.protocol}`;
  }

  public toJSON(): string {
    return this.toString();
  }
}

/**
 * Ports of one protocol from `port` to `endPort`, both included, in the words of the Kubernetes API
 * (`NetworkPolicyPort.port`, `.endPort`). Printed as `8000-8080/TCP`, or `443/TCP` when it is one port.
 */
export class PortRange {
  private constructor(
    public readonly port: number,
    public readonly endPort: number,
    public readonly protocol: Protocol,
  ) {
    Object.freeze(this);
  }

  /** The range from `port` to `endPort`; throws a RangeError when a number is no port or the end comes first. */
  public static of(port: number, endPort: number, protocol: Protocol): PortRange {
    assertPortNumber(port);
    assertPortNumber(endPort);
    if (endPort < port) throw new RangeError(`the port range ${port}-${endPort} ends before it starts`);
    return new PortRange(port, endPort, protocol);
  }

  /** The range of this one port. */
  public static single(port: Port): PortRange {
    return new PortRange(port.number, port.number, port.protocol);
  }

  /** How many ports the range has. */
  public get size(): number {
    return this.endPort - this.port + 1;
  }

  /** True when every port of the other one is in this range. */
  public contains(other: Port | PortRange): boolean {
    const [start, end] = other instanceof Port ? [other.number, other.number] : [other.port, other.endPort];
    return this.protocol === other.protocol && this.port <= start && end <= this.endPort;
  }

  /** True when the ranges share a port of the same protocol. */
  public overlaps(other: PortRange): boolean {
    return this.protocol === other.protocol && this.port <= other.endPort && other.port <= this.endPort;
  }

  public equals(other: PortRange): boolean {
    return this.contains(other) && this.size === other.size;
  }

  public toString(): string {
    return this.size === 1 ? `${this.port}/${this.protocol}` : `${this.port}-${this.endPort}/${this.protocol}`;
  }

  public toJSON(): string {
    return this.toString();
  }
}

/** Orders ranges by protocol (code units), then by first, then by last port. */
export function comparePortRanges(a: PortRange, b: PortRange): number {
  if (a.protocol !== b.protocol) return a.protocol < b.protocol ? -1 : 1;
  return a.port === b.port ? a.endPort - b.endPort : a.port - b.port;
}

const PORT_FORM = `a port from ${PORT_MIN} to ${PORT_MAX} with its protocol, such as 443/TCP`;
const RANGE_FORM = 'a port or a range of ports with its protocol, such as 443/TCP or 8000-8080/TCP';

/** Reads one port, such as `443/TCP`. The protocol is never assumed. */
export function parsePort(text: string): Parsed<Port> {
  return readBoundedText(text, { noun: 'a port', want: PORT_FORM, read: readPortText });
}

/** Reads a port or a range of ports, such as `443/TCP` or `8000-8080/TCP`. */
export function parsePortRange(text: string): Parsed<PortRange> {
  return readBoundedText(text, { noun: 'a port range', want: RANGE_FORM, read: readRangeText });
}

function readPortText(text: string): Parsed<Port> {
  const range = readRangeText(text);
  if (!range.ok) return refused({ ...range.reason, want: PORT_FORM });
  const { port, protocol, size } = range.value;
  if (size === 1) return accepted(Port.of(port, protocol));
  return refusePort(text, 'port-is-range', [
    'this is a range, one port is wanted',
    `did you mean ${port}/${protocol}?`,
  ]);
}

function refusePort(text: string, code: string, [what, next]: readonly [string, string]): Parsed<never> {
  return refused({ code, what, got: quoteInput(text), want: RANGE_FORM, next });
}

function readRangeText(text: string): Parsed<PortRange> {
  const [numbers = '', protocolText, ...surplus] = text.split('/');
  const protocol = PROTOCOLS.find((one) => one === protocolText);
  if (protocol === undefined || surplus.length > 0) return refuseProtocol(text, numbers, protocolText);
  const parts = numbers.split('-');
  const [startText = '', endText = startText] = parts;
  if (parts.length > 2 || !/^[0-9]+$/.test(startText) || !/^[0-9]+$/.test(endText))
    return refusePort(text, 'port-characters', ['a port is a decimal number', 'write digits, with "-" inside a range']);
  return readNumbers(text, [startText, endText], protocol);
}

function refuseProtocol(text: string, numbers: string, protocolText: string | undefined): Parsed<never> {
  const isNumber = /^[0-9-]+$/.test(numbers);
  if (protocolText === undefined) {
    const next = isNumber ? `did you mean ${numbers}/TCP or ${numbers}/UDP?` : 'write the number and the protocol';
    return refusePort(text, 'port-protocol-missing', ['the protocol is missing', next]);
  }
  const meant = PROTOCOLS.find((one) => one === protocolText.toUpperCase());
  const next = meant !== undefined && isNumber ? `did you mean ${numbers}/${meant}?` : `write ${PROTOCOLS.join(', ')}`;
  return refusePort(text, 'port-protocol', ['the protocol is not one of TCP, UDP and SCTP', next]);
}

function readNumbers(text: string, [start, end]: readonly [string, string], protocol: Protocol): Parsed<PortRange> {
  const [port, endPort] = [Number(start), Number(end)];
  const outside = [port, endPort].find((value) => value < PORT_MIN || value > PORT_MAX);
  if (outside !== undefined)
    return refusePort(text, 'port-number-range', [
      `there is no port ${outside}`,
      `write a number from ${PORT_MIN} to ${PORT_MAX}`,
    ]);
  const clean = PortRange.of(Math.min(port, endPort), Math.max(port, endPort), protocol);
  const meant = `did you mean ${clean.toString()}?`;
  if (start.startsWith('0') || end.startsWith('0'))
    return refusePort(text, 'port-leading-zero', ['the port number has a leading zero', meant]);
  if (endPort < port) return refusePort(text, 'port-range-order', ['the range ends before it starts', meant]);
  return accepted(clean);
}

/** The protocols that network policies know (NetworkPolicyPort.protocol). */
export const protocols = ['TCP', 'UDP', 'SCTP'] as const;

/** A protocol that network policies know. */
export type Protocol = (typeof protocols)[number];

/** Ports of one protocol, first and last included. */
export interface PortRange {
  readonly protocol: Protocol;
  readonly first: number;
  readonly last: number;
}

/** The highest port of a protocol. */
export const PORT_MAX = 65_535;

/** All ports of a protocol. */
export function allPorts(protocol: Protocol): PortRange {
  return { protocol, first: 1, last: PORT_MAX };
}

/** All traffic that network policies know. */
export const allTraffic: readonly PortRange[] = protocols.map(allPorts);

/** Whether a text is a protocol that network policies know. */
export function isProtocol(text: unknown): text is Protocol {
  return protocols.some((one) => one === text);
}

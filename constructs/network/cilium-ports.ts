import type { FlowPort } from '../../model/segmentation/zone-flow';

/** Ports in the words of Cilium, which writes numbers as texts. */
export function ciliumPorts(ports: readonly FlowPort[]) {
  return ports.map(({ port, protocol }) => ({ port: String(port), protocol }));
}

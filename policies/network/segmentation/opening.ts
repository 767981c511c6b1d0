import type { FlowPort } from '../../../model/segmentation/zone-flow';
import type { JsonObject } from '../../../resources/resource';
import { isObject, listAt, textMapAt } from '../../../resources/json-path';
import type { Peer, PortRange } from '../../../resources/view/network-rule';

/** The peer of namespaces by their labels, and of pods in them by theirs, as text: equal texts mean equal peers. */
export function namespacesText(
  namespaces: ReadonlyMap<string, string>,
  pods: ReadonlyMap<string, string> = new Map(),
): string {
  return pods.size === 0 ? `namespaces ${pairs(namespaces)}` : `namespaces ${pairs(namespaces)} pods ${pairs(pods)}`;
}

/** Pods that carry labels, in the words of Cilium, as text: equal texts mean equal peers. */
export function podsText(labels: ReadonlyMap<string, string>): string {
  return `pods ${pairs(labels)}`;
}

/** An address block less its exceptions as text: equal texts mean equal peers. */
export function blockText(cidr: string, except: readonly string[]): string {
  return except.length === 0 ? cidr : `${cidr} except ${except.toSorted().join(' ')}`;
}

/** A port as text: `443/TCP`. */
export function portText({ port, protocol }: FlowPort): string {
  return `${port}/${protocol}`;
}

/** A peer that a NetworkPolicy names, as text; undefined when it is more than labels or a block can say. */
export function tryPeerText(peer: Peer): string | undefined {
  if (peer.kind === 'block') return blockText(peer.cidr, peer.except);
  const [namespaces, pods] = [tryLabels(peer.namespaces), tryLabels(peer.pods ?? {})];
  return namespaces === undefined || pods === undefined || namespaces.size === 0
    ? undefined
    : namespacesText(namespaces, pods);
}

/** Ports of a rule as text; undefined for a range of several and for a name. */
export function tryPortText(range: PortRange): string | undefined {
  return range.kind === 'range' && range.first === range.last ? `${range.first}/${range.protocol}` : undefined;
}

/** The labels of a selector that names labels and nothing else. */
function tryLabels(selector: JsonObject | undefined): ReadonlyMap<string, string> | undefined {
  if (!isObject(selector) || listAt(selector, 'matchExpressions').length > 0) return undefined;
  return textMapAt(selector, 'matchLabels');
}

function pairs(labels: ReadonlyMap<string, string>): string {
  return [...labels]
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(',');
}

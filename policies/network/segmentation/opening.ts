import type { FlowPort } from '../../../model/segmentation/zone-flow';
import type { JsonObject } from '../../../resources/resource';
import { isObject, listAt, objectAt, textMapAt } from '../../../resources/json-path';
import type { Peer, PortRange } from '../../../resources/view/network-rule';

/** Labels by their keys. */
export type Labels = Readonly<Record<string, string>>;

/** The peer of namespaces by their labels, and of pods in them by theirs, as text: equal texts mean equal peers. */
export function namespacesText(namespaces: Labels, pods: Labels = {}): string {
  const ofPods = pairs(pods);
  return ofPods === '' ? `namespaces ${pairs(namespaces)}` : `namespaces ${pairs(namespaces)} pods ${ofPods}`;
}

/** Pods that carry labels, in the words of Cilium, as text: equal texts mean equal peers. */
export function podsText(labels: Labels): string {
  return `pods ${pairs(labels)}`;
}

/** A peer and one of its ports as text: equal texts mean equal openings. */
export function openingText(peer: string, port: string): string {
  return `${peer} on ${port}`;
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
  const namespaces = tryLabels(peer.namespaces);
  const pods = peer.pods === undefined ? {} : tryLabels(peer.pods);
  return namespaces === undefined || pods === undefined || Object.keys(namespaces).length === 0
    ? undefined
    : namespacesText(namespaces, pods);
}

/** Ports of a rule as text; undefined for a range of several and for a name. */
export function tryPortText(range: PortRange): string | undefined {
  return range.kind === 'range' && range.first === range.last ? `${range.first}/${range.protocol}` : undefined;
}

/** The labels of a selector that names labels and nothing else. */
function tryLabels(selector: JsonObject | undefined): Labels | undefined {
  if (!isObject(selector) || listAt(selector, 'matchExpressions').length > 0) return undefined;
  const labels = objectAt(selector, 'matchLabels') ?? {};
  return isLabels(labels) ? labels : Object.fromEntries(textMapAt(labels));
}

function isLabels(value: JsonObject): value is Labels {
  return Object.values(value).every((one) => typeof one === 'string');
}

function pairs(labels: Labels): string {
  const written = Object.keys(labels).map((key) => `${key}=${labels[key] ?? ''}`);
  return written.length < 2 ? (written[0] ?? '') : written.toSorted().join(',');
}

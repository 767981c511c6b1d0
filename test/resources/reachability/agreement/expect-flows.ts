import { loadAll } from 'js-yaml';
import { isProtocol } from '../../../../resources/reachability/traffic/traffic';
import type { JsonObject } from '../../../../resources/resource';
import type { Verdict } from '../oracle/brute-force';
import { BothSides, type NamedFlow, type Plugin } from './both-sides';

/** Expects of each flow, written as `a/caller > a/called 80/TCP`, the same verdict of the engine, its answer with reasons and the oracle. */
export function expectFlows(
  objects: readonly JsonObject[],
  expected: Readonly<Record<string, Verdict>>,
  { plugin = 'cilium', troubles = 0 }: { readonly plugin?: Plugin; readonly troubles?: number } = {},
): void {
  const sides = new BothSides(objects, plugin);
  expect(sides.troubles).toHaveLength(troubles);
  const flows = Object.keys(expected).map((text) => [text, readFlow(text, sides.names)] as const);
  const said = (say: (flow: NamedFlow) => Verdict): Readonly<Record<string, Verdict>> =>
    Object.fromEntries(flows.map(([text, flow]) => [text, say(flow)]));
  expect({
    engine: said((flow) => sides.answered(flow)),
    asked: said((flow) => sides.asked(flow)),
    reasons: said((flow) => sides.explained(flow)),
    oracle: said((flow) => sides.judged(flow)),
  }).toEqual({ engine: expected, asked: expected, reasons: expected, oracle: expected });
}

function readFlow(text: string, names: readonly string[]): NamedFlow {
  const [from = '', , to = '', port = ''] = text.split(' ');
  const [number, protocol] = port.split('/');
  const named = (end: string): string => names.find((one) => one.startsWith(`${end}[`)) ?? end;
  if (!isProtocol(protocol)) throw new Error(`${text} has no protocol`);
  return { from: named(from), to: named(to), protocol, port: Number(number) };
}

/** The objects of some YAML documents. */
export function yaml(text: string): readonly JsonObject[] {
  return loadAll(text) as unknown as readonly JsonObject[];
}

/** A namespace with labels. */
export function namespace(name: string, labels: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A pod, called `namespace/name`, with labels and the rest of its spec; its container has the ports. */
export function pod(place: string, labels: JsonObject = {}, { ports = [], ...spec }: JsonObject = {}): JsonObject {
  const [own = '', name = ''] = place.split('/');
  const containers = [{ name: 'main', ports }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: own, labels }, spec: { ...spec, containers } };
}

/** A NetworkPolicy in a namespace. */
export function networkPolicy(own: string, spec: string, name = 'policy'): JsonObject {
  return policy(
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: own } },
    spec,
  );
}

/** A ClusterNetworkPolicy; where it says nothing else, of the tier Admin, with priority 10, about all pods. */
export function clusterPolicy(spec: string, name = 'policy'): JsonObject {
  const head = { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name } };
  const { spec: written, ...object } = policy(head, spec);
  return { ...object, spec: { tier: 'Admin', priority: 10, subject: { namespaces: {} }, ...(written as JsonObject) } };
}

/** A policy of Cilium, of a namespace or, without one, of the cluster. */
export function ciliumPolicy(own: string | undefined, spec: string, name = 'policy'): JsonObject {
  const kind = own === undefined ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy';
  return policy(
    { apiVersion: 'cilium.io/v2', kind, metadata: own === undefined ? { name } : { name, namespace: own } },
    spec,
  );
}

function policy(head: JsonObject, spec: string): JsonObject {
  const [written = {}] = yaml(spec);
  return { ...head, spec: written };
}

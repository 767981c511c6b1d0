import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** Whether something is met; `maybe` where the specification leaves it open. */
export type Match = 'yes' | 'no' | 'maybe';

/** Any JSON, or nothing. */
export type Json = JsonValue | undefined;

/** Pods of one template, as policies see them. */
export interface Pod {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: JsonObject;
  readonly namespaceLabels: JsonObject;
  /** Labels that Cilium knows the pod by: its own, its namespace and the labels of that (rule 43). */
  readonly endpointLabels: JsonObject;
  readonly hostNetwork: boolean;
  readonly ports: readonly JsonValue[];
}

/** One end of a flow: a pod, or an address outside the cluster. */
export type End = Pod | string;

/** What a flow carries, and to whom: names of ports are looked up there (rule 19). */
export interface Traffic {
  readonly protocol: string;
  readonly port: number;
  readonly to: End;
}

/** The value under some keys. */
export function get(value: Json, ...keys: readonly string[]): Json {
  let found = value;
  for (const key of keys) found = (found as JsonObject | undefined)?.[key];
  return found;
}

/** The text under some keys, if there is one. */
export function tryText(value: Json, ...keys: readonly string[]): string | undefined {
  const found = get(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** The text under some keys; empty when there is none. */
export function text(value: Json, ...keys: readonly string[]): string {
  return tryText(value, ...keys) ?? '';
}

/** The list under a key; empty when there is none. */
export function list(value: Json, key: string): readonly JsonValue[] {
  return (get(value, key) ?? []) as readonly JsonValue[];
}

/** One of several is enough. */
export function any(all: readonly Match[]): Match {
  return all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no';
}

/** All are needed. */
export function every(all: readonly Match[]): Match {
  return all.includes('no') ? 'no' : all.includes('maybe') ? 'maybe' : 'yes';
}

/** A truth as a match. */
export function sure(isMet: boolean): Match {
  return isMet ? 'yes' : 'no';
}

/** Labels by which Cilium knows the namespace of an endpoint, and what begins those of the labels of that. */
export const NAMESPACE = 'io.kubernetes.pod.namespace';
export const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';

/** The pods of a cluster (25: labels of the template; 26: ended pods have no address; 12: names of namespaces are labels). */
export function podsOf(objects: readonly JsonObject[]): readonly Pod[] {
  return objects.flatMap((object) => {
    const template =
      object['kind'] === 'Pod'
        ? object
        : (get(object, 'spec', 'jobTemplate', 'spec', 'template') ?? get(object, 'spec', 'template'));
    const isEnded = ['Succeeded', 'Failed'].includes(text(object, 'status', 'phase'));
    if (template === undefined || isEnded) return [];
    const namespace = tryText(object, 'metadata', 'namespace') ?? 'default';
    const written = objects.find((one) => one['kind'] === 'Namespace' && get(one, 'metadata', 'name') === namespace);
    const labels = (get(template, 'metadata', 'labels') ?? {}) as JsonObject;
    const ofNamespace = get(written, 'metadata', 'labels') as JsonObject | undefined;
    const namespaceLabels = { ...ofNamespace, 'kubernetes.io/metadata.name': namespace };
    const prefixed = Object.entries(namespaceLabels).map(([key, value]) => [NAMESPACE_LABELS + key, value] as const);
    return {
      kind: text(object, 'kind'),
      namespace,
      name: text(object, 'metadata', 'name'),
      labels,
      namespaceLabels,
      endpointLabels: { ...labels, ...Object.fromEntries(prefixed), [NAMESPACE]: namespace },
      hostNetwork: get(template, 'spec', 'hostNetwork') === true,
      ports: list(get(template, 'spec'), 'containers').flatMap((one) => list(one, 'ports')),
    };
  });
}

/** Rules 10 and 11: whether a selector takes labels; the empty one takes all. */
export function takes(selector: Json, labels: JsonObject): boolean {
  const isEqual = Object.entries((get(selector, 'matchLabels') ?? {}) as JsonObject).every(
    ([key, value]) => labels[key] === value,
  );
  return (
    isEqual &&
    list(selector, 'matchExpressions').every((one) => {
      const value = labels[text(one, 'key')];
      const isListed = value !== undefined && list(one, 'values').includes(value);
      switch (get(one, 'operator')) {
        case 'In':
          return isListed;
        case 'NotIn':
          return !isListed;
        case 'Exists':
          return value !== undefined;
        default:
          return value === undefined;
      }
    })
  );
}

/** Rule 19: whether the port is declared under the name at the end that is called; no protocol means any (rule 38). */
export function isNamed(name: Json, protocol: Json, { protocol: used, port, to }: Traffic): boolean {
  if (typeof to === 'string' || (protocol !== undefined && protocol !== used)) return false;
  return to.ports.some(
    (one) =>
      get(one, 'name') === name && (get(one, 'protocol') ?? 'TCP') === used && get(one, 'containerPort') === port,
  );
}

/** Whether blocks, less what each excepts, hold an address; an address of another family is in none (rule 27). */
export function isInside(address: string, cidr: string, except: readonly JsonValue[] = []): boolean {
  return (
    bitsOf(address).startsWith(bitsOf(cidr)) && !except.some((one) => bitsOf(address).startsWith(bitsOf(text(one))))
  );
}

/** Whether blocks hold every address of both families (rule 36). */
export function coverAll(cidrs: readonly string[]): boolean {
  const isFull = (prefixes: readonly string[]): boolean =>
    prefixes.includes('') ||
    (prefixes.length > 0 &&
      ['0', '1'].every((bit) => isFull(prefixes.filter((one) => one.startsWith(bit)).map((one) => one.slice(1)))));
  const bits = cidrs.map(bitsOf);
  return ['4', '6'].every((family) => isFull(bits.filter((one) => one.startsWith(family)).map((one) => one.slice(1))));
}

const knownBits = new Map<string, string>();

/** The family and the leading bits of an address or block, as text: a block is a prefix of what is inside. */
function bitsOf(written: string): string {
  const known = knownBits.get(written);
  if (known !== undefined) return known;
  const [address = '', length] = written.split('/');
  const isLong = address.includes(':');
  const [head = [], tail = []] = address
    .split('::')
    .map((half) => half.split(isLong ? ':' : '.').filter((one) => one !== ''));
  const parts = isLong ? [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail] : head;
  const all = parts
    .map((one) =>
      parseInt(one, isLong ? 16 : 10)
        .toString(2)
        .padStart(isLong ? 16 : 8, '0'),
    )
    .join('');
  const bits = (isLong ? '6' : '4') + all.slice(0, length === undefined ? undefined : Number(length));
  knownBits.set(written, bits);
  return bits;
}

import { parseCidr } from '../../../../model/address/cidr';
import { ADDRESS_BITS, IpAddress } from '../../../../model/address/ip';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { NAMESPACE, NAMESPACE_LABELS, takes, type Json } from '../oracle/matching';
import { at, listAt, objectAt, textAt } from './json-edit';
import { blockPaths, isCilium, portLists, rulePaths, selectorPaths } from './policy-places';

/** Port and protocol. */
export interface Packet {
  readonly protocol: string;
  readonly port: number;
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

/** Packets at which some policies may begin or end to let something pass: at the ports that they write, then beside them. */
export function packetsOf(bodies: readonly JsonObject[]): readonly Packet[] {
  const written = bodies.flatMap(writtenPackets);
  const exact = written.flatMap(({ port }) => PROTOCOLS.map((protocol) => ({ port, protocol })));
  const beside = written.flatMap(({ protocol, port }) => [port - 1, port + 1].map((one) => ({ protocol, port: one })));
  return distinct([...written, ...exact, ...beside]);
}

/** The packets that some policies write: all others are alike to them, and one of these stands for those. */
export function writtenPackets(body: JsonObject): readonly Packet[] {
  return rulePaths(body).flatMap((rule) =>
    portLists(body, rule).lists.flatMap((list) =>
      listAt(body, list).flatMap((entry) => {
        const protocol = textAt({ protocol: 'TCP', ...objectAt(entry, []) }, ['protocol']);
        const ends = [at(entry, ['port']), at(entry, ['endPort'])].map(Number);
        return ends.filter((port) => port > 0).map((port) => ({ protocol, port }));
      }),
    ),
  );
}

/** Every packet once, in their order. */
export function distinct(packets: readonly Packet[]): readonly Packet[] {
  return [...new Map(packets.map((one) => [`${one.port}/${one.protocol}`, one])).values()];
}

/** Addresses at the bounds of every block that some policies write and of those of nodes, and beside them. */
export function addressesOf(bodies: readonly JsonObject[], nodes: readonly string[]): readonly string[] {
  const written = bodies.map((body) =>
    blockPaths(body).flatMap(({ cidr, except }) => [at(body, cidr), ...listAt(body, except)]),
  );
  const count = (block: JsonValue | undefined): number => written.filter((one) => one.includes(block ?? null)).length;
  const blocks = [...new Set([...written.flat(), ...nodes])];
  // What only one of them writes is what most likely tells them apart.
  return blocks.toSorted((a, b) => count(a) - count(b)).flatMap((block) => boundsOf(textAt(block, [])));
}

function boundsOf(text: string): readonly string[] {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no block`);
  const { family, first, last } = parsed.value;
  const end = 2n ** BigInt(ADDRESS_BITS[family]);
  return [first.value, last.value, first.value - 1n, last.value + 1n]
    .filter((value) => value >= 0n && value < end)
    .map((value) => IpAddress.of(family, value).toString());
}

/** Host names that some policies write. */
export function namesOf(bodies: readonly JsonObject[]): readonly string[] {
  const names = bodies.flatMap((body) =>
    rulePaths(body).flatMap((rule) =>
      listAt(body, [...rule, 'toFQDNs']).flatMap((_, index) => {
        const name = at(body, [...rule, 'toFQDNs', index, 'matchName']);
        return typeof name === 'string' ? [name] : [];
      }),
    ),
  );
  return [...new Set(names)];
}

/** The labels that selectors of a policy ask pods for, a set for each selector. */
export function podLabelsOf(body: JsonObject): readonly JsonObject[] {
  return selectorPaths(body)
    .filter((path) => path.at(-1) !== 'namespaceSelector')
    .map((path) => {
      const labels = Object.entries(objectAt(body, [...path, 'matchLabels'])).map(
        ([key, value]) => [plain(key), value] as const,
      );
      return Object.fromEntries(labels.filter(([key]) => !isOfNamespace(key) && !key.includes(':')));
    });
}

/** Which namespaces a selector of a policy takes. */
export interface PlaceSelector {
  /** Selectors of one key take the same. */
  readonly key: string;
  takes(name: string, labels: JsonObject): boolean;
}

/** Which namespaces each selector of a policy takes: the subject's first. */
export function placesTaken(body: JsonObject): readonly PlaceSelector[] {
  const own = at(body, ['metadata', 'namespace']);
  const ofOwn: PlaceSelector = { key: textAt(own, []), takes: (name) => name === own };
  return selectorPaths(body).map((path): PlaceSelector => {
    const isNamespaces = path.at(-1) === 'namespaceSelector';
    if (!isCilium(body) && !isNamespaces) return ofOwn;
    const { selector, isPlaced } = isNamespaces ? { selector: at(body, path), isPlaced: true } : placed(at(body, path));
    if (!isPlaced && own !== undefined) return ofOwn;
    return { key: JSON.stringify(selector), takes: (_, labels) => takes(selector, labels) };
  });
}

/** What a selector of Cilium says of namespaces, in the labels of these. */
function placed(selector: Json): { readonly selector: JsonObject; readonly isPlaced: boolean } {
  const labels = Object.entries(objectAt(selector ?? {}, ['matchLabels'])).filter(([key]) => isOfNamespace(plain(key)));
  const expressions = listAt(selector ?? {}, ['matchExpressions']).filter((one) =>
    isOfNamespace(plain(textAt(one, ['key']))),
  );
  return {
    isPlaced: labels.length + expressions.length > 0,
    selector: {
      matchLabels: Object.fromEntries(labels.map(([key, value]) => [ofNamespace(key), value])),
      matchExpressions: expressions.map((one) => ({
        ...objectAt(one, []),
        key: ofNamespace(textAt(one, ['key'])),
      })),
    },
  };
}

function plain(key: string): string {
  return key.replace(/^(?:k8s|any):/, '');
}

function isOfNamespace(key: string): boolean {
  return key === NAMESPACE || key.startsWith(NAMESPACE_LABELS);
}

function ofNamespace(key: string): string {
  const own = plain(key);
  return own === NAMESPACE ? 'kubernetes.io/metadata.name' : own.slice(NAMESPACE_LABELS.length);
}

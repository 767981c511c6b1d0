import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { Chance } from './chance';

/** Names of namespaces. */
export const NAMESPACES = ['amber', 'default', 'birch', 'coral'];

/** The few labels there are, so that selectors and labels meet often. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  app: ['shop', 'bank'],
  tier: ['front', 'back'],
  team: ['red', 'blue'],
  zone: ['edge', 'core'],
  'kubernetes.io/metadata.name': ['amber', 'birch', 'coral'],
};

/** Blocks of both families, some inside others; the halves cover all addresses of one family together. */
const BLOCKS = [
  '0.0.0.0/0',
  '::/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '::/1',
  '8000::/1',
  '10.0.0.0/8',
  '10.1.0.0/16',
].concat([
  '10.1.2.0/24',
  '10.1.2.3/32',
  '192.168.0.0/17',
  'fd00::/8',
  'fd00:1::/32',
  '2001:db8::/64',
  '2001:db8::5/128',
]);

/** What a block may except: smaller blocks inside it. */
const EXCEPTS: Readonly<Record<string, readonly string[]>> = {
  '0.0.0.0/0': ['10.0.0.0/8', '10.1.2.3/32', '128.0.0.0/1'],
  '::/0': ['fd00::/8', '2001:db8::5/128'],
  '10.0.0.0/8': ['10.1.0.0/16', '10.1.2.3/32', '10.255.0.0/16'],
  '10.1.0.0/16': ['10.1.2.0/24'],
  'fd00::/8': ['fd00:1::/32'],
  '2001:db8::/64': ['2001:db8::5/128'],
};

/** The first and last addresses of those blocks, and their neighbors. */
export const BLOCK_EDGES = [
  '0.0.0.0',
  '9.255.255.255',
  '10.0.0.0',
  '10.0.255.255',
  '10.1.0.0',
  '10.1.1.255',
  '10.1.2.0',
]
  .concat(['10.1.2.2', '10.1.2.3', '10.1.2.4', '10.1.2.255', '10.1.3.0', '10.1.255.255', '10.2.0.0', '10.255.0.0'])
  .concat(['10.255.255.255', '11.0.0.0', '127.255.255.255', '128.0.0.0', '192.168.0.0', '192.168.127.255'])
  .concat(['192.168.128.0', '255.255.255.255', '::', '7fff:ffff::1', '8000::', '2001:db8::', '2001:db8::4'])
  .concat(['2001:db8::5', '2001:db8::6', '2001:db8:0:1::', 'fcff:ffff::1', 'fd00::', 'fd00:1::', 'fd00:2::'])
  .concat(['fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']);

/** The metadata of an object in a namespace; that of the default one needn't be written. */
export function placed(
  chance: Chance,
  { namespace, ...rest }: { readonly name: string; readonly namespace: string },
): JsonObject {
  return namespace === 'default' && chance.once(2) ? rest : { ...rest, namespace };
}

/** Labels under some of these keys. */
export function randomLabels(chance: Chance, keys: readonly string[]): JsonObject {
  return Object.fromEntries(chance.some(keys).map((key) => [key, chance.pick(VALUES[key] ?? [])]));
}

/** A selector of these keys with every operator there is; often the empty one. */
export function randomSelector(chance: Chance, keys: readonly string[], prefix = ''): JsonObject {
  if (chance.once(4)) return {};
  const matchLabels = Object.fromEntries(
    Object.entries(randomLabels(chance, keys)).map(([key, value]) => [prefix + key, value]),
  );
  if (chance.once(2)) return { matchLabels };
  const matchExpressions = chance.many(0, 2, () => {
    const key = chance.pick(keys);
    const operator = chance.pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
    const values = chance.once(2) ? [chance.pick(VALUES[key] ?? [])] : (VALUES[key] ?? []);
    return { key: prefix + key, operator, ...(operator.endsWith('In') ? { values } : {}) };
  });
  return chance.once(2) ? { matchExpressions } : { matchLabels, matchExpressions };
}

/** A selector of pods. */
export function randomPods(chance: Chance): JsonObject {
  return randomSelector(chance, ['app', 'tier']);
}

/** A selector of namespaces. */
export function randomPlaces(chance: Chance): JsonObject {
  return randomSelector(chance, ['team', 'zone', 'kubernetes.io/metadata.name']);
}

/** A block of addresses. */
export function randomCidr(chance: Chance): string {
  return chance.pick(BLOCKS);
}

/** A block of addresses, sometimes less some of it. */
export function randomBlock(chance: Chance): { readonly cidr: string; readonly except?: JsonValue } {
  const cidr = randomCidr(chance);
  const except = chance.some(EXCEPTS[cidr] ?? []);
  if (chance.once(2)) return { cidr };
  return { cidr, except };
}

/** A port and, sometimes, the last of a range that begins there. */
export function randomPorts(chance: Chance): { readonly first: number; readonly last?: number } {
  const first = chance.pick([1, 53, 80, 443, 8080]);
  return chance.once(2) ? { first } : { first, last: chance.pick([first + 1, 8080 + first, 65_535]) };
}

/** The name of a port of containers; one of them no container has. */
export function randomPortName(chance: Chance): string {
  return chance.pick(['web', 'dns', 'none']);
}

/** The same object without what is undefined, which JSON doesn't have. */
export function json(value: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

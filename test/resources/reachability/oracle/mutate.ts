import type { JsonObject, JsonValue } from '../../../../resources/resource';
import type { Chance } from './chance';

const SCALARS: readonly JsonValue[] = [null, true, false, 0, -1, 1, 80, 80.5, 65_535, 65_536, 1e21];
const WORDS: readonly JsonValue[] = [
  '',
  'x',
  'In',
  'Exists',
  'Ingress',
  'Accept',
  'UDP',
  'udp',
  'Web',
  'web',
  '80',
].concat(
  ['-', 'a b', '__proto__', 'constructor', '10.0.0.0/8', '10.1.0.0/16', '10.0.0.0/33', '10.0.0.0'],
  ['300.0.0.0/8', '::/0', 'fd00::/129', '10.0.0.0/08'],
);
const WHOLES: readonly JsonValue[] = [
  [],
  {},
  [null],
  [{}],
  [[]],
  { matchLabels: {} },
  { app: 'shop' },
  { podSelector: {} },
];

/** Values that stand where others should, some of which some field takes. */
const VALUES: readonly JsonValue[] = [...SCALARS, ...WORDS, ...WHOLES];

const KEYS = ['planet', 'from', 'to', 'ports', 'ipBlock', 'podSelector', 'matchLabels', 'constructor', '__proto__'];

/** The same object with one random change somewhere inside. */
export function mutated(chance: Chance, value: JsonValue): JsonValue {
  const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isInner || chance.once(4)) return changed(chance, value);
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const at = chance.below(items.length);
    return items.map((one, index) => (index === at ? mutated(chance, one) : one));
  }
  const object = value as JsonObject;
  const key = chance.pick(Object.keys(object));
  return Object.fromEntries(
    Object.entries(object).map(([name, one]) => [name, name === key ? mutated(chance, one) : one]),
  );
}

function changed(chance: Chance, value: JsonValue): JsonValue {
  if (Array.isArray(value)) return changedList(chance, value as readonly JsonValue[]);
  if (typeof value !== 'object' || value === null) return chance.pick(VALUES);
  const entries = Object.entries(value);
  const [key, other] = [chance.pick(KEYS), chance.pick(VALUES)];
  switch (chance.below(4)) {
    case 0:
      return Object.fromEntries(entries.filter(() => !chance.once(2)));
    case 1:
      return Object.fromEntries([...entries, [key, other]]);
    case 2:
      return Object.fromEntries(entries.map(([name, one]) => [chance.once(2) ? name.toUpperCase() : name, one]));
    default:
      return other;
  }
}

function changedList(chance: Chance, items: readonly JsonValue[]): JsonValue {
  switch (chance.below(4)) {
    case 0:
      return items.slice(1);
    case 1:
      return [...items, chance.pick(VALUES)];
    case 2:
      return Array.from({ length: 26 }, () => items[0] ?? null);
    default:
      return chance.pick(VALUES);
  }
}

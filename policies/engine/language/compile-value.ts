import { isObject, isUnresolved, textAt, UNRESOLVED_KEY } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { Blame } from './compiled';
import { ROOT, Unknown, type Frame, type Place } from './frame';
import type { ValueTree } from './tree';

/** What a value tree finds: a value, nothing, or something that can’t be told. */
export type Found = JsonValue | undefined | Unknown;

/** A value tree made ready to run. */
export interface CompiledValue {
  read(frame: Frame): Found;
  /** Where the value stands. */
  place(frame: Frame): Place;
}

/** The depth of each name that a quantifier binds. */
export type Scope = ReadonlyMap<string, number>;

/** Makes a value tree ready to run; null counts as absent, as the API server drops it. */
export function compileValue(value: ValueTree, scope: Scope): CompiledValue {
  switch (value.kind) {
    case 'object':
      return { read: ({ object }) => settle(object), place: () => ROOT };
    case 'bound':
      return compileBound(slotOf(value.name, scope));
    case 'member':
      return compileMember(value, scope);
    case 'entry':
      return compileEntry(value, scope);
    case 'namespace-label':
      return {
        read: ({ namespace }) => (namespace instanceof Unknown ? namespace : settle(memberOf(namespace, value.key))),
        place: () => ({ text: `namespace label ${value.key}`, steps: [] }),
      };
    case 'default': {
      const of = compileValue(value.of, scope);
      return { ...of, read: (frame) => of.read(frame) ?? value.value };
    }
  }
}

/** A value in few words. */
export function textOf(found: Found): string {
  if (found instanceof Unknown) return found.got;
  return found === undefined ? 'not set' : typeof found === 'string' ? found : JSON.stringify(found);
}

/** What stands where a value belongs, against what is wanted there. */
export function blameAt(value: CompiledValue, frame: Frame, want: string): Blame {
  const { text, steps } = value.place(frame);
  return { where: text, steps, got: textOf(value.read(frame)), want };
}

function compileBound(slot: number): CompiledValue {
  return { read: ({ slots }) => settle(slots[slot]), place: ({ places }) => places[slot] ?? ROOT };
}

function compileMember(value: ValueTree & { kind: 'member' }, scope: Scope): CompiledValue {
  const keys: string[] = [];
  let base: ValueTree = value;
  while (base.kind === 'member') {
    keys.unshift(base.key);
    base = base.of;
  }
  const of = compileValue(base, scope);
  const path = keys.map((key) => (/^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`)).join('');
  return {
    read(frame) {
      let found = of.read(frame);
      for (const key of keys) {
        if (found === undefined || found instanceof Unknown) return found;
        found = settle(memberOf(found, key));
      }
      return found;
    },
    place(frame) {
      const { text, steps } = of.place(frame);
      return { text: `${text}${path}`.replace(/^\./, ''), steps: [...steps, ...keys] };
    },
  };
}

function compileEntry(value: ValueTree & { kind: 'entry' }, scope: Scope): CompiledValue {
  const of = compileValue(value.of, scope);
  const key = compileBound(slotOf(value.key, scope));
  return {
    read(frame) {
      const [map, name] = [of.read(frame), key.read(frame)];
      if (map === undefined || map instanceof Unknown) return map;
      return typeof name === 'string' ? settle(memberOf(map, name)) : undefined;
    },
    place: (frame) => key.place(frame),
  };
}

function slotOf(name: string, scope: Scope): number {
  const slot = scope.get(name);
  if (slot === undefined) throw new RangeError(`nothing binds ${name} here`);
  return slot;
}

/** A member of what must be an object or a map. */
function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined | Unknown {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return malformed(value);
  // Inherited members are functions or the prototype, never something that was written.
  const member: unknown = (value as JsonObject)[key];
  if (typeof member === 'function' || (key === '__proto__' && !Object.hasOwn(value, key))) return undefined;
  return member as JsonValue | undefined;
}

function settle(value: JsonValue | undefined | Unknown): Found {
  if (value === null) return undefined;
  if (value instanceof Unknown) return value;
  if (typeof value === 'object' && isUnresolved(value)) {
    return new Unknown('unresolved', textAt(value, UNRESOLVED_KEY) ?? 'what nobody can tell');
  }
  return value;
}

/** Stands for what the API server would refuse where something else belongs. */
export function malformed(value: JsonValue): Unknown {
  return new Unknown(
    'malformed',
    isObject(value) ? 'an object' : Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`,
  );
}

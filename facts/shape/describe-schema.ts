import { z } from 'zod';
import { printCount } from '../../model/print-count';
import { printChoices } from './print-choices';

/** Words that a schema carries for people, given with `.meta({ want, next })`. */
export interface SchemaWords {
  /** What is allowed, as a noun phrase.
   * @default - derived from the schema
   */
  readonly want?: string;
  /** What to do next.
   * @default - derived from the problem
   */
  readonly next?: string;
}

type Schema = z.core.$ZodType;

/** How deep a description looks into lists and unions. */
const DESCRIBED_DEPTH_MAX = 3;

/** The words that a schema carries. */
export function schemaWords(schema: Schema | undefined): SchemaWords {
  const meta = schema === undefined ? undefined : z.globalRegistry.get(schema);
  const want = meta?.['want'];
  const next = meta?.['next'];
  return {
    ...(typeof want === 'string' ? { want } : {}),
    ...(typeof next === 'string' ? { next } : {}),
  };
}

/** What a schema allows, as a short noun phrase: its own words, else words for its kind and bounds. */
export function describeSchema(schema: Schema, depth = 0): string {
  const { want } = schemaWords(schema);
  if (want !== undefined) return want;
  if (depth >= DESCRIBED_DEPTH_MAX) return 'a value';
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return withRange('a text', boundsOf(schema), ['character', 'characters']);
    case 'number':
      return withRange(isWhole(schema) ? 'a whole number' : 'a number', boundsOf(schema));
    case 'boolean':
      return 'true or false';
    case 'literal':
      return printChoices(def.values);
    case 'enum':
      return printChoices(Object.values(def.entries));
    case 'array':
      return withRange('a list', boundsOf(schema), ['entry', 'entries']);
    case 'tuple':
      return `a list of ${printCount(def.items.length, 'entry', 'entries')}`;
    case 'object':
      return `an object with ${keysPhrase(Object.keys(def.shape))}`;
    case 'record':
      return 'an object';
    case 'union':
      return def.options.map((option) => describeSchema(option, depth + 1)).join(', or ');
    case 'nullable':
      return `${describeSchema(def.innerType, depth)}, or null`;
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return describeSchema(def.innerType, depth);
    case 'pipe':
      return describeSchema(def.in, depth);
    default:
      return kindPhrase(def.type);
  }
}

/** The keys that an object schema knows, sorted; empty for other schemas. */
export function knownKeys(schema: Schema | undefined): readonly string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  if (def?.type === 'object') return Object.keys(def.shape).toSorted();
  const values = def?.type === 'record' ? (def.keyType as Schema)._zod.values : undefined;
  return [...(values ?? [])].map(String).toSorted();
}

/** A kind of value as zod names it, as a noun phrase. */
export function kindPhrase(kind: string): string {
  return kindPhrases[kind] ?? `a value of the kind ${kind}`;
}

const kindPhrases: Readonly<Record<string, string>> = {
  any: 'a value',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  never: 'nothing here',
  null: 'null',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
  tuple: 'a list',
  undefined: 'nothing here',
  unknown: 'a value',
};

interface Bounds {
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly above: number | undefined;
  readonly below: number | undefined;
}

function checkDefinitions(schema: Schema): readonly z.core.$ZodChecks['_zod']['def'][] {
  return (schema._zod.def.checks ?? []).map((check) => (check as z.core.$ZodChecks)._zod.def);
}

/** Whole numbers are a format of number, made by the schema itself (`z.int()`) or by a check on it. */
function isWhole(schema: Schema): boolean {
  return (
    schema instanceof z.core.$ZodNumberFormat || checkDefinitions(schema).some(({ check }) => check === 'number_format')
  );
}

function boundsOf(schema: Schema): Bounds {
  const found = { least: undefined, most: undefined, above: undefined, below: undefined };
  return checkDefinitions(schema).reduce<Bounds>((bounds, def) => {
    switch (def.check) {
      case 'greater_than':
        return { ...bounds, [def.inclusive ? 'least' : 'above']: Number(def.value) };
      case 'less_than':
        return { ...bounds, [def.inclusive ? 'most' : 'below']: Number(def.value) };
      case 'min_length':
        return { ...bounds, least: def.minimum };
      case 'max_length':
        return { ...bounds, most: def.maximum };
      case 'length_equals':
        return { ...bounds, least: def.length, most: def.length };
      default:
        return bounds;
    }
  }, found);
}

function withRange(noun: string, { least, most, above, below }: Bounds, unit?: readonly [string, string]): string {
  if (least !== undefined && least === most)
    return unit === undefined ? `the number ${least}` : `${noun} of ${printCount(least, ...unit)}`;
  if (least !== undefined && most !== undefined)
    return unit === undefined
      ? `${noun} from ${least} to ${most}`
      : `${noun} of ${least} to ${printCount(most, ...unit)}`;
  const ends = [
    ['at least', least],
    ['above', above],
    ['at most', most],
    ['below', below],
  ] as const;
  const parts = ends.flatMap(([relation, end]) =>
    end === undefined ? [] : [`${relation} ${unit === undefined ? end : printCount(end, ...unit)}`],
  );
  if (parts.length === 0) return noun;
  return `${noun}${unit === undefined ? ', ' : ' of '}${parts.join(' and ')}`;
}

function keysPhrase(keys: readonly string[]): string {
  if (keys.length === 0) return 'no keys';
  const shown = keys.slice(0, 8).map((key) => `"${key}"`);
  const rest = keys.length > 8 ? ` and ${keys.length - 8} more` : '';
  return `the ${keys.length === 1 ? 'key' : 'keys'} ${shown.join(', ')}${rest}`;
}

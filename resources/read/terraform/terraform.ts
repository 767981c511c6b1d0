import { isObject, isUnresolved, objectAt, textAt, UNRESOLVED_KEY, valueAt } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';
import { unreadable, type Reading, type ReadObject, type ReadTrouble } from '../dialect';
import { parseStrictJson } from '../text/strict-json';
import { resolveText } from './terraform-references';
import { tryTerraformType } from './known-types';
import { engineArgumentNames, type Fields, type Shape, type TerraformType } from './terraform-shape';

/** Sections of a Terraform file that make nothing. */
const SECTIONS: ReadonlySet<string> = new Set([
  '//',
  'locals',
  'moved',
  'output',
  'provider',
  'resource',
  'terraform',
  'variable',
]);

/** Reads a `cdk.tf.json` and turns the provider's blocks back into the Kubernetes objects that they write. */
export function readTerraform(text: string): Reading {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return unreadable(parsed.detail, parsed.position);
  const file = parsed.value;
  if (!isObject(file)) return unreadable('the file is no object');
  const { resource: written, ...config } = file;
  const resources = objectAt(file, 'resource') ?? {};
  const context = { resources, hasExpressions: ['${', '%{', '\\u'].some((mark) => text.includes(mark)) };
  const read = Object.keys(resources).flatMap((type) =>
    Object.keys(objectAt(resources, type) ?? {}).map((name) => readResource(context, type, name)),
  );
  const broken = written === undefined || isObject(written) ? [] : [section('resource', 'no object')];
  return {
    objects: read.filter((one): one is ReadObject => 'body' in one),
    troubles: [...read.filter((one): one is ReadTrouble => 'detail' in one), ...broken, ...unreadSections(config)],
    config,
  };
}

/** What the values of a file may refer to. */
export interface FileContext {
  readonly resources: JsonObject;
  /** False when the text of the file can't hold an expression; then values needn't be looked through. */
  readonly hasExpressions: boolean;
}

function unreadSections(config: JsonObject): readonly ReadTrouble[] {
  return Object.keys(config)
    .filter((name) => !SECTIONS.has(name))
    .map((name) => section(name, 'a section that may make more than it shows'));
}

function section(address: string, detail: string): ReadTrouble {
  return { kind: 'unread-section', address, detail };
}

function readResource(file: FileContext, type: string, name: string): ReadObject | ReadTrouble {
  const address = `${type}.${name}`;
  const block = singleBlock(valueAt(file.resources, type, name));
  if (!isObject(block)) return { kind: 'unreadable-file', address, detail: 'no single block' };
  const { own, engineArguments } = splitBlock(block);
  const known = tryTerraformType(type);
  if (known === undefined) {
    const body = resolveAll(own, file) as JsonObject;
    return { address, apiVersion: 'terraform', kind: type, name, body, engineArguments, known: false };
  }
  const body = kubernetesObject(own, known, file);
  return {
    address,
    apiVersion: known.apiVersion,
    kind: known.kind,
    name: nameOf(body, 'name') ?? name,
    namespace: nameOf(body, 'namespace'),
    body,
    engineArguments,
    known: true,
  };
}

interface SplitBlock {
  readonly own: JsonObject;
  readonly engineArguments: JsonObject | undefined;
}

/** What the provider gets, and what tells the engine how to treat the block; most blocks have nothing of the second. */
function splitBlock(block: JsonObject): SplitBlock {
  const keys = Object.keys(block);
  if (!keys.some((key) => engineArgumentNames.has(key))) return { own: block, engineArguments: undefined };
  const pick = (wanted: (key: string) => boolean): [string, JsonValue][] =>
    Object.entries(block).filter(([key]) => wanted(key));
  const engine = pick((key) => engineArgumentNames.has(key) && key !== '//');
  return {
    own: Object.fromEntries(pick((key) => !engineArgumentNames.has(key))),
    engineArguments: engine.length === 0 ? undefined : Object.fromEntries(engine),
  };
}

/** A name that only Terraform can tell stands as its expression, so that the object keeps an id of its own. */
function nameOf(body: JsonObject, key: 'name' | 'namespace'): string | undefined {
  const value = valueAt(body, 'metadata', key);
  return textAt(value, UNRESOLVED_KEY) ?? textAt(body, 'metadata', key);
}

/** The Kubernetes object that a block of the provider's type writes. */
export function kubernetesObject(block: JsonObject, type: TerraformType, file: FileContext): JsonObject {
  const made = fieldsOf(block, type.fields, file);
  made['apiVersion'] = type.apiVersion;
  made['kind'] = type.kind;
  return made;
}

function fieldsOf(block: JsonObject, fields: Fields, file: FileContext): Record<string, JsonValue> {
  /* No name is `__proto__`: camel case takes the underscores away. */
  const made: Record<string, JsonValue> = {};
  for (const key of Object.keys(block)) {
    const value = block[key];
    if (value === undefined || value === null) continue;
    const shape = shapeOf(key, fields);
    if (shape.as === 'one' && Array.isArray(value) && value.length === 0) continue;
    const name = shape.rename ?? camelCase(key);
    const converted = convert(value, shape, file);
    const before = made[name];
    made[name] = isObject(before) && isObject(converted) ? { ...before, ...converted } : converted;
  }
  return made;
}

const VALUE: Shape = { as: 'value' };

function shapeOf(key: string, fields: Fields): Shape {
  return Object.hasOwn(fields, key) ? (fields[key] ?? VALUE) : VALUE;
}

/** Whether a block has nothing to convert; most have not, and a copy of each would double what is kept. */
function isAsInKubernetes(block: JsonObject, fields: Fields, { hasExpressions }: FileContext): boolean {
  if (hasExpressions) return false;
  for (const key in block) {
    const shape = shapeOf(key, fields);
    if (shape.rename !== undefined || camelCase(key) !== key || !isConverted(block[key], shape)) return false;
  }
  return true;
}

function isConverted(value: JsonValue | undefined, shape: Shape): boolean {
  if (value === undefined || value === null) return false;
  switch (shape.as) {
    case 'map':
    case 'value':
      return true;
    case 'list':
      return Array.isArray(value) || typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'text-map':
      return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
    case 'one':
    case 'many':
    case 'base64-map':
      return false;
  }
}

function convert(value: JsonValue, shape: Shape, file: FileContext): JsonValue {
  // Nobody can tell whether it will be one block, many or none.
  if (isUnresolved(value)) return value;
  switch (shape.as) {
    case 'one':
      return convertBlock(singleBlock(value), shape.fields, file);
    case 'many':
      return blocks(value).map((one) => convertBlock(one, shape.fields, file));
    case 'list':
      return resolveAll(Array.isArray(value) || typeof value === 'string' ? value : [value], file);
    case 'number':
      return numeric(resolveAll(value, file));
    case 'text-map':
      return mapValues(value, file, (one) => (typeof one === 'number' ? String(one) : one));
    case 'base64-map':
      return mapValues(value, file, (one) => (typeof one === 'string' ? Buffer.from(one).toString('base64') : one));
    case 'map':
    case 'value':
      return resolveAll(value, file);
  }
}

/** A block that isn't one stays as written, so that a rule sees that it is wrong. */
function convertBlock(value: JsonValue | undefined, fields: Fields, file: FileContext): JsonValue {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) return resolveAll(value, file);
  return isAsInKubernetes(value, fields, file) ? value : fieldsOf(value, fields, file);
}

function mapValues(value: JsonValue, file: FileContext, change: (one: JsonValue) => JsonValue): JsonValue {
  const resolved = resolveAll(value, file);
  if (!isObject(resolved) || isUnresolved(resolved)) return resolved;
  if (Object.values(resolved).every((one) => change(one) === one)) return resolved;
  return Object.fromEntries(Object.entries(resolved).map(([key, one]) => [key, change(one)]));
}

/** Terraform writes a single block as an object or as a list of one. */
function singleBlock(value: JsonValue | undefined): JsonValue | undefined {
  if (!Array.isArray(value)) return value;
  return value.length === 1 ? (value as readonly JsonValue[])[0] : value.length === 0 ? undefined : value;
}

/** Terraform writes blocks as a list, or a single one as an object. */
function blocks(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function numeric(value: JsonValue): JsonValue {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
}

function resolveAll(value: JsonValue, file: FileContext): JsonValue {
  if (!file.hasExpressions) return value;
  if (typeof value === 'string') return resolveText(value, file.resources);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((one) => resolveAll(one, file));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolveAll(one, file)]));
}

const camelCased = new Map<string, string>();

function camelCase(key: string): string {
  const known = camelCased.get(key);
  if (known !== undefined) return known;
  const made = key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (camelCased.size < 1_000) camelCased.set(key, made);
  return made;
}

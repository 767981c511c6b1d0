import { isObject, textAt } from '../json-path';
import type { JsonValue } from '../resource';
import { unreadable, type Reading, type ReadObject, type ReadTrouble } from './dialect';
import { parseStrictJson, type Parse } from './text/strict-json';
import { parseForeignYaml, parseStrictYaml } from './text/strict-yaml';

/** Reads a file of Kubernetes objects: YAML with one object a document, or JSON with one object. */
export function readKubernetes(text: string): Reading {
  const parsed = text.trimStart().startsWith('{') ? oneDocument(parseStrictJson(text), text) : parseStrictYaml(text);
  if (!parsed.ok) return unreadable(parsed.detail);
  return readObjects(parsed.value.map((value, index) => ({ value, index })));
}

interface IndexedValue {
  readonly value: JsonValue;
  /** Of its document. */
  readonly index: number;
}

function readObjects(values: readonly IndexedValue[]): Reading {
  const read = values.filter(({ value }) => value !== null).map(({ value, index }) => readObject(value, index));
  return {
    objects: read.filter((one): one is ReadObject => 'body' in one),
    troubles: read.filter((one): one is ReadTrouble => 'detail' in one),
  };
}

/** Reads a file of Kubernetes objects that we didn't write: lists are opened, and aliases are followed, within bounds. */
export function readForeignKubernetes(text: string): Reading {
  const parsed = text.trimStart().startsWith('{') ? oneDocument(parseStrictJson(text), text) : parseForeignYaml(text);
  if (!parsed.ok) return unreadable(parsed.detail);
  const values = parsed.value.flatMap((value, index) => openList(value).map((one) => ({ value: one, index })));
  return readObjects(values);
}

/** The objects of a list (`kind: List` and every `…List` with items); of anything else, itself. */
function openList(value: JsonValue): readonly JsonValue[] {
  const items = isObject(value) ? value['items'] : undefined;
  const isList = isObject(value) && (textAt(value, 'kind') ?? '').endsWith('List') && Array.isArray(items);
  return isList ? (items as readonly JsonValue[]) : [value];
}

/** The address of an object inside a file of Kubernetes objects: `Kind/namespace/name`, with `-` for no namespace. */
export function kubernetesAddress(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? '-'}/${name}`;
}

/** JSON is YAML too, so what is no single JSON text may still be a stream whose first document is in flow style. */
function oneDocument(parsed: Parse<JsonValue>, text: string): Parse<readonly JsonValue[]> {
  return parsed.ok ? { ok: true, value: [parsed.value] } : parseStrictYaml(text);
}

function readObject(value: JsonValue, index: number): ReadObject | ReadTrouble {
  const trouble = (detail: string): ReadTrouble => ({ kind: 'unreadable-file', address: `document ${index}`, detail });
  if (!isObject(value)) return trouble('no object');
  const [apiVersion, kind] = [textAt(value, 'apiVersion'), textAt(value, 'kind')];
  const [name, namespace] = [textAt(value, 'metadata', 'name'), textAt(value, 'metadata', 'namespace')];
  if (apiVersion === undefined || kind === undefined) return trouble('no apiVersion or no kind');
  if (kind.endsWith('List') && Array.isArray(value['items'])) return trouble(`${kind} hides its objects in items`);
  if (name === undefined || name === '') return trouble(`${kind} without metadata.name`);
  const names = { kind, namespace: namespace === '' ? undefined : namespace, name };
  return { address: kubernetesAddress(kind, names.namespace, name), apiVersion, ...names, body: value, known: true };
}

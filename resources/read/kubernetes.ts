import { isObject, textAt } from '../json-path';
import type { JsonValue, Steps } from '../resource';
import { findOverlong, unreadable, type Reading, type ReadObject, type ReadTrouble } from './dialect';
import { parseStrictJson, type Parse } from './text/strict-json';
import { tryPlaces } from './text/text-places';
import { parseForeignYaml, parseStrictYaml } from './text/strict-yaml';

/** Reads a file of Kubernetes objects: YAML with one object a document, or JSON with one object. */
export function readKubernetes(text: string): Reading {
  const parsed = parseDocuments(text, parseStrictYaml);
  if (!parsed.ok) return unreadable(parsed.detail, parsed.position);
  return readObjects(parsed.value.map((value, index) => readObject(value, index)));
}

/** Reads a file of Kubernetes objects that we didn't write: lists are opened, and aliases are followed, within bounds. */
export function readForeignKubernetes(text: string): Reading {
  const parsed = parseDocuments(text, parseForeignYaml);
  if (!parsed.ok) return unreadable(parsed.detail, parsed.position);
  const whole = parsed.value.flatMap((value, index) => openList(value, index));
  const read = whole.map(({ value, steps }) => ({ one: readObject(value, steps[0]), steps }));
  const places = read.some(({ one }) => one !== undefined && 'detail' in one) ? tryPlaces(text) : undefined;
  return readObjects(
    read.map(({ one, steps }) =>
      one === undefined ? one : 'body' in one ? { ...one, steps } : { ...one, position: places?.find(steps) },
    ),
  );
}

function readObjects(read: readonly (ReadObject | ReadTrouble | undefined)[]): Reading {
  const found = read.filter((one) => one !== undefined);
  return {
    objects: found.filter((one): one is ReadObject => 'body' in one),
    troubles: found.filter((one): one is ReadTrouble => 'detail' in one),
  };
}

interface ListedValue {
  readonly value: JsonValue;
  readonly steps: readonly [number, ...Steps];
}

/** The objects of a list (`kind: List` and every `…List` with items); of anything else, itself. */
function openList(value: JsonValue, document: number): readonly ListedValue[] {
  const items = isObject(value) ? value['items'] : undefined;
  const isList = isObject(value) && (textAt(value, 'kind') ?? '').endsWith('List') && Array.isArray(items);
  if (!isList) return [{ value, steps: [document] }];
  return (items as readonly JsonValue[]).map((one, index) => ({ value: one, steps: [document, 'items', index] }));
}

/** The address of an object inside a file of Kubernetes objects: `Kind/namespace/name`, with `-` for no namespace. */
export function kubernetesAddress(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? '-'}/${name}`;
}

type ParseYaml = (text: string) => Parse<readonly JsonValue[]>;

/** JSON is YAML too, so what is no single JSON text may still be a stream whose first document is in flow style. */
function parseDocuments(text: string, parseYaml: ParseYaml): Parse<readonly JsonValue[]> {
  const parsed = text.trimStart().startsWith('{') ? parseStrictJson(text) : undefined;
  return parsed?.ok === true ? { ok: true, value: [parsed.value] } : parseYaml(text);
}

/** The object of a document, or why it is none; undefined of an empty document. */
function readObject(value: JsonValue, document: number): ReadObject | ReadTrouble | undefined {
  if (value === null) return undefined;
  const trouble = (detail: string): ReadTrouble => ({
    kind: 'unreadable-file',
    address: `document ${document}`,
    detail,
  });
  if (!isObject(value)) return trouble('no object');
  const [apiVersion, kind] = [textAt(value, 'apiVersion'), textAt(value, 'kind')];
  const [name, namespace] = [textAt(value, 'metadata', 'name'), textAt(value, 'metadata', 'namespace')];
  if (apiVersion === undefined || kind === undefined) return trouble('no apiVersion or no kind');
  if (kind.endsWith('List') && Array.isArray(value['items'])) return trouble(`${kind} hides its objects in items`);
  if (name === undefined || name === '') return trouble(`${kind} without metadata.name`);
  const long = findOverlong({ apiVersion, kind, namespace, name });
  if (long !== undefined) return trouble(long);
  const names = { kind, namespace: namespace === '' ? undefined : namespace, name };
  return { address: kubernetesAddress(kind, names.namespace, name), apiVersion, ...names, body: value, known: true };
}

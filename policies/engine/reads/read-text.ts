import { isObject, isUnresolved } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';
import { Unknown, type Frame } from '../language/frame';
import type { ReadNode, ReadTree } from './read-tree';

/**
 * Everything that a rule reads of an object, as one text: `spec.hostNetwork=true;`. A waiver is bound to it, so it ends
 * with any change of what the rule looks at, and with no other. API servers make the same text in CEL.
 */
export function readText({ object, namespace }: ReadTree, frame: Frame): string {
  const labels = frame.namespace instanceof Unknown ? undefined : frame.namespace;
  return `${nodeText(object, frame.object, '')}${nodeText(namespace, labels, 'namespace')}`;
}

function nodeText(node: ReadNode, value: JsonValue | undefined, path: string): string {
  if (value === undefined || value === null) return '';
  if (isUnresolved(value)) return `${path}?;`;
  return [
    node.presence ? `${path};` : '',
    node.value ? `${path}=${scalarText(value)};` : '',
    node.count && typeof value === 'object' ? `${path}#${Object.keys(value).length};` : '',
    ...node.keys.map(([key, below]) => nodeText(below, isObject(value) ? value[key] : undefined, joined(path, key))),
    node.items === undefined ? '' : itemsText(node.items, value, path),
  ].join('');
}

function itemsText(node: ReadNode, value: JsonValue, path: string): string {
  if (!Array.isArray(value)) return '';
  const items = (value as readonly JsonValue[]).map((one) => `{${nodeText(node, one, '')}}`);
  return `${path}[${items.join('')}];`;
}

/** How a step is written behind a path; the same in CEL. */
export function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What would make two texts look like one, or break a line, and what stands for it. */
export const escapes = [
  ['%', '%25'],
  [';', '%3B'],
  ['}', '%7D'],
  ['\n', '%0A'],
] as const;

function scalarText(value: JsonValue): string {
  if (typeof value === 'object') return '';
  return escapes.reduce((text, [mark, escape]) => text.replaceAll(mark, escape), String(value));
}

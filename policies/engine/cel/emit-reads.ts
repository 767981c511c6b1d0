import { celLiteral } from '../language/value-tests/value-test';
import type { ReadNode, ReadTree } from '../reads/read-tree';
import { escapes, joined } from '../reads/read-text';
import { memberOf } from './emit-value';

/** What `readText` makes of an object, in CEL: everything that a rule reads, as one text. */
export function emitReads({ object, namespace }: ReadTree, root: string): string {
  const pieces = [
    ...piecesOf(object, { text: root, guards: [], path: '', depth: 0 }),
    ...piecesOf(namespace, { text: LABELS, guards: [`has(${LABELS})`], path: 'namespace', depth: 0 }),
  ];
  return pieces.length === 0 ? "''" : pieces.join(' + ');
}

const LABELS = 'namespaceObject.metadata.labels';

/** A place that is being told. */
interface Place {
  readonly text: string;
  /** What must hold so that it can be read. */
  readonly guards: readonly string[];
  readonly path: string;
  /** How many lists it lies in. */
  readonly depth: number;
}

function piecesOf(node: ReadNode, place: Place): readonly string[] {
  const { text, path } = place;
  return [
    ...(node.presence ? [guarded(place, celLiteral(`${path};`))] : []),
    ...(node.value ? [guarded(place, `${celLiteral(`${path}=`)} + ${escaped(text)} + ';'`)] : []),
    ...(node.count ? [guarded(place, `${celLiteral(`${path}#`)} + string(size(${text})) + ';'`)] : []),
    ...node.keys.flatMap(([key, below]) => piecesOf(below, placeOf(place, key))),
    ...(node.items === undefined ? [] : [guarded(place, itemsOf(node.items, place))]),
  ];
}

function placeOf({ text, guards, path, depth }: Place, key: string): Place {
  const member = memberOf(text, key);
  return { text: member.text, guards: [...guards, member.asked], path: joined(path, key), depth };
}

function itemsOf(node: ReadNode, { text, path, depth }: Place): string {
  const name = `r${depth}`;
  const inner = piecesOf(node, { text: name, guards: [], path: '', depth: depth + 1 });
  const item = ["'{'", ...inner, "'}'"].join(' + ');
  return `${celLiteral(`${path}[`)} + ${text}.map(${name}, ${item}).join('') + '];'`;
}

function guarded({ guards }: Place, text: string): string {
  return guards.length === 0 ? text : `(${guards.join(' && ')} ? ${text} : '')`;
}

function escaped(text: string): string {
  const calls = escapes.map(([mark, escape]) => `.replace(${celLiteral(mark)}, ${celLiteral(escape)})`);
  return `string(${text})${calls.join('')}`;
}

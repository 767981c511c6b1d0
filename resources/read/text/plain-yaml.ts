import type { JsonValue } from '../../resource';
import { tryPlainScalar, tryQuoted, trySplitEntry, type ResolvePlain } from './plain-scalar';

/** All but what our own writer writes: line feeds, and printable characters that every version of YAML takes as they are. */
const UNUSUAL = /[^\n\u0020-\u007e\u00a1-\u1fff\u2010-\u2027]/;

const DEPTH_MAX = 40;
const END = -1;

/**
 * Reads the documents of a YAML text that is written as our own writer does: mappings and lists in block style, one
 * scalar a line, texts of several lines behind `|`. Undefined for anything else, be it wrong or only unusual, for
 * which a whole parser is needed; what it does read, a whole parser reads the same.
 */
export function tryParsePlainYaml(text: string, resolvePlain: ResolvePlain): readonly JsonValue[] | undefined {
  if (!text.endsWith('\n') || UNUSUAL.test(text)) return undefined;
  return new PlainReader(text.split('\n'), resolvePlain).tryReadDocuments();
}

class PlainReader {
  private at = 0;
  private readonly last: number;

  public constructor(
    private readonly lines: readonly string[],
    private readonly resolvePlain: ResolvePlain,
  ) {
    this.last = lines.length - 1;
  }

  public tryReadDocuments(): readonly JsonValue[] | undefined {
    const documents: JsonValue[] = [];
    for (;;) {
      if (this.indentHere() !== 0) return undefined;
      const document = this.tryMapping(0, 0);
      if (document === undefined) return undefined;
      documents.push(document);
      if (this.at === this.last) return documents;
      this.at += 1;
    }
  }

  /** The white space before the line; {@link END} behind the last line and at the end of a document. */
  private indentHere(): number {
    const line = this.lines[this.at];
    if (this.at >= this.last || line === undefined || line === '---') return END;
    return indentOf(line);
  }

  private tryMapping(indent: number, depth: number): JsonValue | undefined {
    if (depth > DEPTH_MAX) return undefined;
    const made: Record<string, JsonValue> = {};
    for (;;) {
      const entry = trySplitEntry(this.lines[this.at] ?? '', indent);
      if (entry === undefined || Object.hasOwn(made, entry.key)) return undefined;
      this.at += 1;
      const value = entry.rest === '' ? this.tryBlock(indent, depth) : this.tryInline(entry.rest, indent);
      if (value === undefined) return undefined;
      made[entry.key] = value;
      const next = this.indentHere();
      if (next !== indent) return next < indent ? made : undefined;
    }
  }

  private trySequence(indent: number, depth: number): JsonValue | undefined {
    if (depth > DEPTH_MAX) return undefined;
    const made: JsonValue[] = [];
    for (;;) {
      const item = this.tryItem(indent, depth);
      if (item === undefined) return undefined;
      made.push(item);
      const next = this.indentHere();
      if (next !== indent) return next < indent ? made : undefined;
    }
  }

  private tryItem(indent: number, depth: number): JsonValue | undefined {
    const line = this.lines[this.at] ?? '';
    if (!line.startsWith('- ', indent)) return undefined;
    if (trySplitEntry(line, indent + 2) !== undefined) return this.tryMapping(indent + 2, depth + 1);
    this.at += 1;
    return this.tryInline(line.slice(indent + 2), indent);
  }

  private tryBlock(parent: number, depth: number): JsonValue | undefined {
    const indent = this.indentHere();
    if (indent <= parent) return undefined;
    const isList = this.lines[this.at]?.startsWith('- ', indent) === true;
    return isList ? this.trySequence(indent, depth + 1) : this.tryMapping(indent, depth + 1);
  }

  private tryInline(text: string, indent: number): JsonValue | undefined {
    switch (text.charAt(0)) {
      case '|':
        return text === '|' || text === '|-' ? this.tryLines(indent, text === '|' ? '\n' : '') : undefined;
      case '{':
        return text === '{}' ? {} : undefined;
      case '[':
        return text === '[]' ? [] : undefined;
      case "'":
      case '"':
        return tryQuoted(text);
      default:
        return tryPlainScalar(text, this.resolvePlain);
    }
  }

  /** A text of several lines; they end where one stands further out. */
  private tryLines(parent: number, ending: string): string | undefined {
    const indent = indentOf(this.lines[this.at] ?? '');
    if (indent <= parent) return undefined;
    const content: string[] = [];
    for (; this.at < this.last; this.at += 1) {
      const line = this.lines[this.at] ?? '';
      const own = indentOf(line);
      if (line !== '' && own < indent) break;
      if (line !== '' && own === line.length) return undefined;
      content.push(line.slice(indent));
    }
    while (content.at(-1) === '') content.pop();
    return content.join('\n') + ending;
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent += 1;
  return indent;
}

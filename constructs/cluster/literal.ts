/** A JSON value as it stands in a Terraform file. */
export type Literal = null | boolean | number | string | readonly Literal[] | LiteralMap;

/** A JSON object as it stands in a Terraform file. */
export interface LiteralMap {
  [key: string]: Literal;
}

/** What `readLiteral` answers when a value holds a token, which only the engine can resolve. */
export const unresolved = Symbol('unresolved');

/** Mark of a text, list or map that stands for a token. */
const TOKEN_MARK = 'TfToken[';

/** A number below this stands for a token; no quantity of ours is negative, let alone that small. */
const TOKEN_NUMBER_MAX = -1e200;

/**
 * Copies a value of plain data, without `undefined` and without the engine's metadata (`//`), or says that it holds a
 * token. The engine's own resolution visits each value twice and tries several patterns on each text, which for a
 * nation of literals is most of the time of a synthesis.
 */
export function readLiteral(value: unknown): Literal | undefined | typeof unresolved {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.includes(TOKEN_MARK) ? unresolved : value;
  if (typeof value === 'number') return value < TOKEN_NUMBER_MAX ? unresolved : value;
  if (typeof value !== 'object') return unresolved;
  return Array.isArray(value) ? readList(value) : readMap(value);
}

/** Adds a document to another: maps are joined, anything else of the source replaces what was there. */
export function mergeLiterals(target: LiteralMap, source: LiteralMap): void {
  for (const key of Object.keys(source)) {
    const [before, after] = [target[key], source[key]];
    if (after === undefined) continue;
    if (isLiteralMap(before) && isLiteralMap(after)) mergeLiterals(before, after);
    else target[key] = after;
  }
}

/** Whether a value is a JSON object. */
export function isLiteralMap(value: unknown): value is LiteralMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readList(list: readonly unknown[]): Literal | typeof unresolved {
  const copy: Literal[] = [];
  for (const entry of list) {
    const literal = readLiteral(entry);
    if (literal === unresolved) return unresolved;
    if (literal !== undefined) copy.push(literal);
  }
  return copy;
}

function readMap(map: object): Literal | typeof unresolved {
  if ('resolve' in map && typeof map.resolve === 'function') return unresolved;
  const copy: LiteralMap = {};
  for (const [key, entry] of Object.entries(map)) {
    if (key === '//' || entry === undefined) continue;
    if (key.includes(TOKEN_MARK)) return unresolved;
    const literal = readLiteral(entry);
    if (literal === unresolved) return unresolved;
    if (literal !== undefined) copy[key] = literal;
  }
  return copy;
}
